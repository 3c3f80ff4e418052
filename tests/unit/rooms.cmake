# Fails on an include against the arrows of the README's folder map.
#   cmake -D SOURCE_DIR=... -P rooms.cmake
# A room's line names the rooms it may include beside itself. Files that stand directly in a folder are the
# room of that folder's name.

set(rooms_models/pipeline "")
set(rooms_models/api models/pipeline)
set(rooms_models/account models/api models/pipeline)
set(rooms_models/form models/api models/pipeline)
set(rooms_models/document models/form models/api models/pipeline)
set(rooms_models/operations models/document models/api models/pipeline)
set(rooms_models/fleet models/operations models/document models/account models/form models/api models/pipeline)
set(rooms_models/secrets models/operations models/document models/fleet models/form models/api models/pipeline)
set(rooms_models/history models/operations models/document models/fleet models/account models/form models/api models/pipeline)
set(rooms_models/exchange models/operations models/document models/fleet models/form models/api models/pipeline)

set(rooms_ui/theme models/pipeline)
set(rooms_ui/widgets ui/theme models/pipeline)
set(rooms_ui ui "ui/.+" "models/.+")

set(rooms_app/sandbox "")
set(rooms_app/commandline "models/.+")
set(rooms_app app/commandline ui "ui/.+" "models/.+")

set(faults "")
file(GLOB_RECURSE files RELATIVE ${SOURCE_DIR}
  ${SOURCE_DIR}/app/*.h ${SOURCE_DIR}/app/*.cpp
  ${SOURCE_DIR}/models/*.h ${SOURCE_DIR}/models/*.cpp
  ${SOURCE_DIR}/ui/*.h ${SOURCE_DIR}/ui/*.cpp)
list(LENGTH files count)
if(count LESS 100)
  message(FATAL_ERROR "Only ${count} sources found in ${SOURCE_DIR}: is that the project?")
endif()

foreach(file IN LISTS files)
  cmake_path(GET file PARENT_PATH room)
  if(DEFINED rooms_${room})
    set(allowed ${rooms_${room}})
  elseif(room MATCHES "^ui/")
    set(allowed ${rooms_ui})
  else()
    string(APPEND faults "${file}: ${room} is no room of rooms.cmake\n")
    continue()
  endif()
  list(APPEND allowed ${room})
  file(STRINGS ${SOURCE_DIR}/${file} includes REGEX "^#include \"")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include \"([^\"]*)\".*" "\\1" included "${include}")
    cmake_path(GET included PARENT_PATH other)
    set(is_allowed FALSE)
    foreach(pattern IN LISTS allowed)
      if(other MATCHES "^${pattern}$")
        set(is_allowed TRUE)
      endif()
    endforeach()
    if(NOT is_allowed)
      string(APPEND faults "${file} includes ${included}\n")
    endif()
  endforeach()
endforeach()

if(faults)
  message(FATAL_ERROR "Against the arrows:\n${faults}")
endif()
