// Which program wrote a record: its version and the id that the linker gave to this very build.
#pragma once

#include <string>

namespace huashu::app {

/// "0.1.0+3f9a0c51d2e4": the version, then the first 12 digits of the build id (a hash of the program's code and data).
/// The version alone where the linker gives none.
[[nodiscard]] const std::string& program_identity();

}  // namespace huashu::app
