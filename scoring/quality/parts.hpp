// The checks of quality.hpp, one file each.
#pragma once

#include "judge/program.hpp"
#include "judge/verdict.hpp"
#include "scoring/quality.hpp"

namespace huashu::scoring {

/// One pack of the engine under scrutiny.
struct Scrutiny {
    const Engine& engine;
    const Program& program;
    const PackData& pack;
    Diagnostics& diagnostics;

    void note(Site site, std::string code, std::string text, std::string remedy, Level level = Level::note) {
        diagnostics.push_back(diagnose_at(pack, site, std::move(code), std::move(text), std::move(remedy), level));
    }
};

/// The rule's own words, of the kinds that have them; null for the others.
[[nodiscard]] const Wording* wording_of(const Rule& rule);
[[nodiscard]] const Guard* guard_of(const Rule& rule);

/// Texts that the pattern matches: each alternative, list entry and option once, gaps empty; at most `most`.
[[nodiscard]] std::vector<std::string> samples_of(const std::string& pattern, const WordLists& lists, std::size_t most);

void find_dead_patterns(Scrutiny scrutiny);
void find_bad_advice(Scrutiny scrutiny);
void find_tripping_words(Scrutiny scrutiny, const std::string& ordinary);
void find_shared_words(Scrutiny scrutiny);
void find_survivors(Scrutiny scrutiny, std::vector<MutationTally>& tallies);

}  // namespace huashu::scoring
