// What is doubtful about a pack though nothing of it is wrong: parts that no example would miss, patterns that can
// never count, better wordings that trip a rule themselves, ordinary words that are taken for faults. All of it is
// found by judging, none by guessing, and told as diagnostics at the place in the pack's file.
#pragma once

#include <string>
#include <vector>

#include "scoring/engine.hpp"

namespace huashu::scoring {

/// Mutation strength: small changes of a rule that would spoil it, and how many of them some example of the rule would
/// catch.
struct MutationTally {
    std::string change;  ///< "drop a pattern", "drop an exception", …
    int made = 0;
    int caught = 0;
};

struct Quality {
    Diagnostics diagnostics;  ///< notes and warnings, sorted by place
    std::vector<MutationTally> mutations;
};

/// `ordinary`: words of everyday and of the trade that must not be taken for faults, one a line; lines that begin with
/// # are comments.
[[nodiscard]] Quality check_quality(const Engine& engine, const std::string& ordinary = {});

/// Every example of every rule with all that the whole pack finds in it, one line each: for a golden file, in which a
/// change of one rule shows what it did to the others.
[[nodiscard]] std::string examples_listing(const Engine& engine);

}  // namespace huashu::scoring
