// Checks every record of a file against the chains (records/hashing.hpp): what was changed, removed, put in or
// reordered from outside shows, with the attempt and the turn. Writes nothing.
//
//     Result<Verification> found = verify_file("…/records.db");
//     for (const ChainProblem& p : found->problems) …
//
// The hashes have no key: who can write the file and takes the trouble to reckon all of them anew is not found out by
// the file alone, but by a head that was noted elsewhere (`noted_heads`; docs/security.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "integrity/watch.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct ChainProblem {
    enum class Kind : std::uint8_t {
        changed,    ///< a record is not as it was written
        removed,    ///< a record is missing
        misplaced,  ///< a record stands where none was written: put in, or in another order
        cut_off,    ///< records are missing at the end
        summary,    ///< a line of the lists does not agree with the records that it sums up
        unknown,    ///< a head that was noted elsewhere is not in the chain: an older copy, or a forged file
    };
    Kind kind = Kind::changed;
    std::string attempt;   ///< id; of a document its own; empty: of the file as a whole
    std::string scenario;  ///< of the attempt
    int turn = 0;          ///< from 1; 0: not one turn
    std::string text;      ///< one sentence, English
};
[[nodiscard]] std::string_view name_of(ChainProblem::Kind value);

struct Verification {
    std::string file;
    std::int64_t attempts = 0, events = 0, documents = 0;
    std::int64_t erased = 0;  ///< attempts whose text was erased; their chain is checked all the same
    std::int64_t untied = 0;  ///< records from before there was a chain: whether they were changed then, nobody knows
    std::string head;         ///< "EVENTS-DOCUMENTS-HASH": stands for all of them; worth noting elsewhere
    std::vector<ChainProblem> problems;
};

/// `noted_heads`: as an earlier verification told them. Errors (system): no such file, not readable, damaged, of
/// another version of the format; (usage) a noted head that is none; it was stopped. Its steps are two for an event.
[[nodiscard]] Result<Verification> verify_file(const std::string& file,
                                               const std::vector<std::string>& noted_heads = {},
                                               Watch* watch = nullptr);

}  // namespace huashu::app
