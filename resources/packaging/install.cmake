# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake --install: the program, its core for every instruction-set level, and what desktops read.
include(GNUInstallDirs)
set(private_libraries ${CMAKE_INSTALL_LIBDIR}/alignoscope)
set(packaging ${PROJECT_SOURCE_DIR}/resources/packaging)
set(id org.alignoscope.Alignoscope)

install(TARGETS alignoscope_core LIBRARY DESTINATION ${private_libraries} NAMELINK_SKIP)
foreach(level IN LISTS ALIGNOSCOPE_BUILT_LEVELS)
    install(TARGETS alignoscope_core_${level}
        LIBRARY DESTINATION ${private_libraries}/glibc-hwcaps/x86-64-${level} NAMELINK_SKIP)
endforeach()
if(TARGET alignoscope)
    file(RELATIVE_PATH up /${CMAKE_INSTALL_BINDIR} /${private_libraries})
    set_property(TARGET alignoscope APPEND PROPERTY INSTALL_RPATH "$ORIGIN/${up}")
    install(TARGETS alignoscope RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES ${packaging}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${packaging}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/alignoscope.svg RENAME ${id}.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/manual DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/resources/licences/README.md RENAME LICENCES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
