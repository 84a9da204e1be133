// Which files of a folder are content.
#pragma once

#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::scenarios {

/// The *.json files of a folder, sorted. Error (content): no such folder; (system): it can't be read.
[[nodiscard]] Result<std::vector<std::string>> json_files(const std::string& folder);
/// A problem of the file or folder as a whole.
[[nodiscard]] Diagnostic at_file(const std::string& file, std::string code, std::string text, std::string remedy);
/// `given`, or the folder of personas beside a folder of scenarios.
[[nodiscard]] std::string personas_beside(const std::string& scenario_folder, const std::string& given);

}  // namespace huashu::scenarios
