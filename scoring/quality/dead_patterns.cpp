#include <algorithm>

#include "quality/parts.hpp"

namespace huashu::scoring {
namespace {

constexpr std::size_t most_samples = 64;

enum class Fate { unmatched, excepted, counted };

/// What becomes of the pattern's own spelling when the rule's exceptions are asked.
Fate fate_of(const std::string& sample, const PatternSet& match, const PatternSet& except) {
    const PreparedText text = prepare(sample);
    const std::vector<PatternMatch> found = match.match(text), covers = except.match(text);
    if (found.empty()) return Fate::unmatched;
    const auto covered = [&](const PatternMatch& one) {
        return std::ranges::any_of(covers, [&](const PatternMatch& cover) {
            return cover.span.begin <= one.span.begin && one.span.end <= cover.span.end;
        });
    };
    return std::ranges::all_of(found, covered) ? Fate::excepted : Fate::counted;
}

PatternSet set_of(const PatternTexts& patterns, const WordLists& lists) {
    PatternSetBuilder builder(lists);
    for (const WrittenText& pattern : patterns) (void)builder.add(0, pattern.text);
    return builder.build();
}

bool is_dead(const std::string& pattern, const PatternSet& except, const WordLists& lists) {
    PatternSetBuilder builder(lists);
    (void)builder.add(0, pattern);
    const PatternSet match = builder.build();
    bool any = false;
    for (const std::string& sample : samples_of(pattern, lists, most_samples)) {
        const Fate fate = fate_of(sample, match, except);
        if (fate == Fate::counted) return false;
        any = any || fate == Fate::excepted;
    }
    return any;
}

}  // namespace

void find_dead_patterns(Scrutiny scrutiny) {
    for (const Rule& rule : scrutiny.pack.rules) {
        const Wording* words = wording_of(rule);
        if (words == nullptr || words->except.empty()) continue;
        const PatternSet except = set_of(words->except, scrutiny.pack.lists);
        for (const WrittenText& pattern : words->match)
            if (is_dead(pattern.text, except, scrutiny.pack.lists))
                scrutiny.note(pattern.site, "pattern-dead",
                              "whatever this pattern matches, an exception of its rule covers",
                              "narrow the exception, or drop the pattern", Level::warning);
    }
}

}  // namespace huashu::scoring
