# What is installed where, and the Debian package. Shipped files keep the layout of the source tree below
# share/huashu, where the program looks for them (app/paths).
include(GNUInstallDirs)
set(HUASHU_SHARE "${CMAKE_INSTALL_DATADIR}/huashu")

install(TARGETS huashu RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(TARGET huashu_works)
  install(TARGETS huashu_works LIBRARY DESTINATION "lib/huashu")  # where desktop/print/open_works.cpp looks for it
endif()
install(DIRECTORY scoring/packs scoring/schema DESTINATION "${HUASHU_SHARE}/scoring")
install(DIRECTORY scenarios/library scenarios/personas scenarios/demo scenarios/schema scenarios/skeleton DESTINATION "${HUASHU_SHARE}/scenarios")
install(DIRECTORY assets/words assets/blueprints DESTINATION "${HUASHU_SHARE}/assets")
install(FILES assets/blueprint.schema.json DESTINATION "${HUASHU_SHARE}/assets")
install(FILES packaging/huashu.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES packaging/huashu.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES packaging/huashu.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")

# Debian wants manual and changelog compressed, without a name or a time in them.
function(huashu_install_compressed source name destination)
  add_custom_command(OUTPUT "${CMAKE_BINARY_DIR}/packaging/${name}.gz"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_BINARY_DIR}/packaging"
    COMMAND gzip -9nc "${PROJECT_SOURCE_DIR}/packaging/${source}" > "${CMAKE_BINARY_DIR}/packaging/${name}.gz"
    DEPENDS "${PROJECT_SOURCE_DIR}/packaging/${source}" VERBATIM)
  add_custom_target(compressed_${source} ALL DEPENDS "${CMAKE_BINARY_DIR}/packaging/${name}.gz")
  install(FILES "${CMAKE_BINARY_DIR}/packaging/${name}.gz" DESTINATION "${destination}")
endfunction()
if(UNIX AND NOT APPLE)
  huashu_install_compressed(huashu.1 huashu.1 "${CMAKE_INSTALL_MANDIR}/man1")
  huashu_install_compressed(changelog changelog "${CMAKE_INSTALL_DOCDIR}")
  install(FILES packaging/copyright DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME huashu)
# Who maintains it and under which licence is the owner's to choose; until then the package says so (also in
# packaging/copyright, packaging/changelog and the metainfo file).
set(CPACK_PACKAGE_VENDOR "to be chosen by the owner")
set(CPACK_PACKAGE_CONTACT "To be chosen by the owner <to-be-chosen@huashu.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the linker does not see: GLFW opens GL at run time; the font has the characters; OpenCC reads its dictionaries.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-cjk, libgl1, libgl1-mesa-dri, libopencc-data")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# CPack indents all lines but the first and writes an empty one as Debian wants it.
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "practise conversations with angry property owners
A flight simulator for one hard conversation: an owner complains, a member of
the property-management staff answers. The owner reacts to what was really
said; every reply, chosen or typed, is scored at once and offline, with the
reason for each point, better wording and the paragraph of the standard.

In Traditional Chinese, Simplified Chinese and English.")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
