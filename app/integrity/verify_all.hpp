// Verifies or plays again every file of a data folder, for whoever looks after all of them. A file that can't be read
// stops nothing: it is told with the others.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "integrity/record_files.hpp"
#include "integrity/rescore.hpp"
#include "integrity/verify.hpp"
#include "integrity/watch.hpp"

namespace huashu::app {

struct VerifiedFile {
    RecordFile where;
    Verification found;
    std::optional<Diagnostic> trouble;  ///< why it could not be verified
};
/// Errors: (system) the folder; (usage) it was stopped.
[[nodiscard]] Result<std::vector<VerifiedFile>> verify_all(const std::string& data_folder, Watch* watch = nullptr);

/// What playing everything again came to.
struct RescoreSum {
    std::map<Rescored::Verdict, int> counts;
    int turns = 0;
    std::vector<Rescored> differing;  ///< with the very content they were bound to; the first hundred
    Diagnostics unreadable;           ///< files and records
};
[[nodiscard]] Result<RescoreSum> rescore_all(const std::string& data_folder, const Content& content,
                                             Watch* watch = nullptr);

/// Of one file; `wanted` empty: all. Errors: (system, content) it can't be read; (usage) it was stopped.
[[nodiscard]] Result<std::vector<Rescored>> rescore_file(const RecordFile& file, const Content& content,
                                                         const std::vector<std::string>& wanted,
                                                         Watch* watch = nullptr);

/// How many steps a verification of that file takes; 0 where it can't be read.
[[nodiscard]] std::int64_t steps_to_verify(const std::string& file);

}  // namespace huashu::app
