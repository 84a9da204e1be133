# Everything comes from Debian's stock packages; `./dev setup` lists and installs them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(glfw3 3.3 REQUIRED)
find_package(Freetype REQUIRED)
find_package(Fontconfig REQUIRED)
find_package(PNG REQUIRED)
# X11 and EGL exist on Linux only; they are used in one file each (xim_filter.cpp, offscreen.cpp).
add_library(huashu_display INTERFACE)
if(UNIX AND NOT APPLE)
  find_package(OpenGL REQUIRED COMPONENTS EGL)
  find_package(X11 REQUIRED)
  target_link_libraries(huashu_display INTERFACE OpenGL::EGL X11::X11)
endif()
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
pkg_check_modules(OPENCC REQUIRED IMPORTED_TARGET opencc)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(SIMDJSON REQUIRED simdjson)
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf)
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(GRAPHVIZ REQUIRED libgvc libcgraph)  # its headers include each other beside themselves
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)

# LIBLINEAR comes without CMake or pkg-config files.
find_path(LIBLINEAR_INCLUDE_DIR linear.h PATH_SUFFIXES liblinear REQUIRED)
find_library(LIBLINEAR_LIBRARY linear REQUIRED)
add_library(LIBLINEAR::linear UNKNOWN IMPORTED)
set_target_properties(LIBLINEAR::linear PROPERTIES
  IMPORTED_LOCATION "${LIBLINEAR_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${LIBLINEAR_INCLUDE_DIR}")
if(HUASHU_TESTS)
  find_package(doctest 2.4 REQUIRED)
endif()

# vcpkg (vcpkg.json) has a CMake package of Dear ImGui; Debian ships a static library without one, whose stb parts live
# in libstb.
find_package(imgui CONFIG QUIET)
if(NOT TARGET imgui::imgui)
find_path(IMGUI_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(IMGUI_LIBRARY NAMES libimgui.a REQUIRED)
find_library(STB_LIBRARY NAMES libstb.a stb REQUIRED)
add_library(imgui::imgui STATIC IMPORTED)
set_target_properties(imgui::imgui PROPERTIES
  IMPORTED_LOCATION "${IMGUI_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${IMGUI_INCLUDE_DIR};${IMGUI_INCLUDE_DIR}/backends"
  INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${IMGUI_INCLUDE_DIR};${IMGUI_INCLUDE_DIR}/backends"
  INTERFACE_LINK_LIBRARIES "${STB_LIBRARY};Freetype::Freetype;glfw;${CMAKE_DL_LIBS};Threads::Threads;m")
endif()

# The OpenGL loader is generated at build time from the registry that the package carries; no network.
# The program `glad` is called, not `python3 -m glad`: another Python on PATH may not have the module.
find_program(GLAD_PROGRAM glad REQUIRED)
set(GLAD_DIR "${CMAKE_BINARY_DIR}/glad")
add_custom_command(
  OUTPUT "${GLAD_DIR}/src/gl.c" "${GLAD_DIR}/include/glad/gl.h" "${GLAD_DIR}/include/KHR/khrplatform.h"
  COMMAND "${GLAD_PROGRAM}" --quiet --reproducible --api gl:core=3.3 --extensions "" --out-path "${GLAD_DIR}" c
  VERBATIM)
add_library(glad STATIC "${GLAD_DIR}/src/gl.c")
target_include_directories(glad SYSTEM PUBLIC "${GLAD_DIR}/include")
