# Compiler settings that every target of ours shares; nothing here leaks into dependencies.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# Paths of the build machine stay out of the binaries: the same sources give the same program anywhere.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")

if(HUASHU_SANITIZE)
  # Four checks of the undefined-behaviour sanitizer are left out: each stands at every member access and doubles the time
  # to compile, and what they find (null, freed or too short memory) ends in the address sanitizer as well.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(HUASHU_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)  # libFuzzer sees which ways an input takes
endif()

add_library(huashu_options INTERFACE)
target_compile_options(huashu_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                                -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
                                                -Wno-missing-field-initializers -Werror)
# g++ 12 reports these inside the standard library itself at -O2 (GCC bugs 105329, 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(huashu_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-dangling-pointer)
endif()

# Most of a full build goes into templates that every file instantiates anew. With HUASHU_BATCHES several files of a target
# are compiled as one, which takes a third of the time; after an edit, file by file is faster. Public headers are checked to
# compile alone either way.
function(huashu_batches name)
  if(HUASHU_BATCHES)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    # Only here: file by file, each must still name what it includes.
    target_precompile_headers(${name} PRIVATE <algorithm> <filesystem> <functional> <map> <memory> <optional> <set>
                                              <string> <variant> <vector>)
  endif()
endfunction()

# Tests too, but folder by folder: a test of screens and one of records each open the namespace that they speak of.
function(huashu_test_batches name folder)
  if(NOT HUASHU_BATCHES)
    return()
  endif()
  set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${folder}" OUTPUT_VARIABLE part)
    string(REGEX MATCH "^[^/]*/" part "${part}")
    string(MAKE_C_IDENTIFIER "of_${part}" part)
    list(APPEND seen_${part} x)
    list(LENGTH seen_${part} batch)
    math(EXPR batch "(${batch} - 1) / 8")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${part}${batch}")
  endforeach()
endfunction()

# huashu_library(NAME FOLDER): a static library of all sources below FOLDER, its public headers in FOLDER/include.
function(huashu_library name folder)
  # Relative, so that the filter sees this library's own folders only: a checkout may itself lie below one called "main".
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "(^|/)(tools/|main\\.cpp$)")
  list(TRANSFORM sources PREPEND "${folder}/")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${folder}/include/*.hpp")
  add_library(${name} STATIC ${sources})
  if(headers)
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${folder}/include" FILES ${headers})
  endif()
  target_include_directories(${name} PRIVATE "${folder}")
  target_link_libraries(${name} PRIVATE huashu_options)
  huashu_batches(${name})
endfunction()
