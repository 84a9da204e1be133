// What `huashu check` finds below the paths that it is given: packs, scenarios and personas, told apart by the "format"
// that each file names.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct Gathered {
    /// Folders with a pack.json. The files whose problems are wanted: those named on the command line; none: all.
    std::map<std::string, std::set<std::string>> packs;
    std::set<std::string> libraries;  ///< folders given whole: their scenarios are compared with each other
    std::set<std::string> scenarios;  ///< files
    std::set<std::string> personas;   ///< files
    Diagnostics problems;             ///< no such path, no JSON, an unknown format, nothing to check
};

/// Walks folders to any depth. JSON schemas (files whose "$schema" is that of JSON Schema itself) are passed over.
[[nodiscard]] Gathered gather(const std::vector<std::string>& paths);

}  // namespace huashu::app
