// Mutants are not compiled: what an example of the rule exercises is read off its matches and the judge's own record,
// and a part that none exercises could be spoilt unseen.
#include <algorithm>
#include <set>

#include "quality/parts.hpp"

namespace huashu::scoring {
namespace {

using What = TraceStep::What;

constexpr int widening = 4;  // characters that a gap is widened by

/// What the judge recorded of one rule over its examples.
struct Record {
    std::set<const Rule*> contexts;
    std::set<int> when, unless;
};

std::vector<PatternMatch> matches_of(const std::string& pattern, const WordLists& lists, bool evasion,
                                     const std::string& text) {
    PatternSetBuilder builder(lists);
    if (!builder.add(0, pattern, evasion).empty()) return {};
    return builder.build().match(prepare(text));
}

bool covers(CharSpan outer, CharSpan inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

/// The pattern with one of its gaps widened; one string for each gap.
std::vector<std::string> widened(const std::string& pattern) {
    std::vector<std::string> out;
    for (std::size_t at = pattern.find('~'); at != std::string::npos; at = pattern.find('~', at + 1)) {
        std::size_t digits = at + 1;
        if ((at > 0 && pattern[at - 1] == '\\') || digits >= pattern.size() || pattern[digits] == '~') continue;
        std::size_t end = digits;
        while (end < pattern.size() && pattern[end] >= '0' && pattern[end] <= '9') ++end;
        if (end == digits) continue;
        const int size = std::stoi(pattern.substr(digits, end - digits));
        out.push_back(pattern.substr(0, digits) + std::to_string(size + widening) + pattern.substr(end));
    }
    return out;
}

class Survivors {
public:
    Survivors(Scrutiny& scrutiny, std::vector<MutationTally>& tallies) : scrutiny_(scrutiny), tallies_(tallies) {
        if (tallies_.empty())
            for (const char* change :
                 {"drop a pattern", "drop an exception", "drop a context", "drop a condition", "widen a gap"})
                tallies_.push_back({change, 0, 0});
    }

    void run(const Rule& rule) {
        words_ = wording_of(rule);
        if (words_ == nullptr || guard_of(rule) == nullptr) return;
        read_examples(rule);
        drop_patterns();
        drop_exceptions();
        drop_guard(rule, *guard_of(rule));
        widen_gaps(rule);
    }

private:
    enum Change : std::size_t { pattern, exception, context, condition, gap };
    using Matches = std::vector<std::vector<std::vector<PatternMatch>>>;  // by pattern, by example

    void read_examples(const Rule& rule) {
        examples_.clear();
        for (const auto* list : {&rule.hits, &rule.misses})
            for (const Example& example : *list) examples_.push_back(&example);
        matches_ = all_matches(words_->match);
        exceptions_ = all_matches(words_->except);
        record_ = {};
        for (const Example* example : examples_) record(rule, *example);
    }

    Matches all_matches(const PatternTexts& patterns) const {
        Matches all;
        for (const WrittenText& each : patterns) {
            PatternSetBuilder builder(scrutiny_.pack.lists);
            (void)builder.add(0, each.text, words_->evasion);
            const PatternSet set = builder.build();
            all.emplace_back();
            for (const Example* example : examples_) all.back().push_back(set.match(prepare(example->text)));
        }
        return all;
    }

    void record(const Rule& rule, const Example& example) {
        Trace trace;
        (void)judge_reply(scrutiny_.program, example.text, example.moment, scratch_, &trace, false);
        for (const TraceStep& step : trace) {
            if (step.rule != &rule) continue;
            if (step.what == What::in_context) record_.contexts.insert(step.other);
            if (step.what == What::unfulfilled) record_.when.insert(step.index);
            if (step.what == What::excused) record_.unless.insert(step.index);
        }
    }

    void tell(Change change, bool caught, Site site, const std::string& text) {
        ++tallies_[change].made;
        tallies_[change].caught += caught ? 1 : 0;
        if (!caught) scrutiny_.note(site, "mutant-lives", text, "add an example that needs it, or drop it");
    }

    /// Some words of an example are found by this pattern and by no other of the rule.
    [[nodiscard]] bool needed(const Matches& matches, std::size_t index) const {
        for (std::size_t example = 0; example < examples_.size(); ++example)
            for (const PatternMatch& match : matches[index][example]) {
                bool by_other = false;
                for (std::size_t other = 0; other < matches.size() && !by_other; ++other)
                    by_other =
                        other != index && std::ranges::find(matches[other][example], match.span, &PatternMatch::span) !=
                                              matches[other][example].end();
                if (!by_other) return true;
            }
        return false;
    }

    void drop_patterns() {
        for (std::size_t i = 0; i < words_->match.size(); ++i)
            tell(pattern, needed(matches_, i), words_->match[i].site, "no example needs this pattern");
    }

    /// Some match in an example is covered by this exception and by no other.
    [[nodiscard]] bool covers_something(std::size_t index) const {
        for (std::size_t example = 0; example < examples_.size(); ++example)
            for (const auto& of_pattern : matches_)
                for (const PatternMatch& match : of_pattern[example]) {
                    std::size_t covered_by = 0;
                    bool by_this = false;
                    for (std::size_t i = 0; i < exceptions_.size(); ++i) {
                        const bool is_covered =
                            std::ranges::any_of(exceptions_[i][example],
                                                [&](const PatternMatch& one) { return covers(one.span, match.span); });
                        covered_by += is_covered ? 1 : 0;
                        by_this = by_this || (is_covered && i == index);
                    }
                    if (by_this && covered_by == 1) return true;
                }
        return false;
    }

    void drop_exceptions() {
        for (std::size_t i = 0; i < words_->except.size(); ++i)
            tell(exception, covers_something(i), words_->except[i].site, "no example needs this exception");
    }

    void drop_guard(const Rule& rule, const Guard& guard) {
        for (const WrittenText& name : guard.ignore) {
            const auto same = [&](const Rule* one) { return one->id == name.text; };
            tell(context, std::ranges::any_of(record_.contexts, same), name.site,
                 "no example of \"" + rule.id + "\" stands in the context \"" + name.text + "\"");
        }
        for (std::size_t i = 0; i < guard.when.size(); ++i)
            tell(condition, record_.when.contains(static_cast<int>(i)), guard.when[i].site,
                 "no example fails this \"when\"");
        for (std::size_t i = 0; i < guard.unless.size(); ++i)
            tell(condition, record_.unless.contains(static_cast<int>(i)), guard.unless[i].site,
                 "no example is excused by this \"unless\"");
    }

    void widen_gaps(const Rule& rule) {
        for (std::size_t i = 0; i < words_->match.size(); ++i)
            for (const std::string& wider : widened(words_->match[i].text)) {
                bool caught = false;
                for (const Example& miss : rule.misses) {
                    const std::size_t more = matches_of(wider, scrutiny_.pack.lists, words_->evasion, miss.text).size();
                    caught = caught || more > count_in(i, miss);
                }
                tell(gap, caught, words_->match[i].site, "a wider gap (" + wider + ") trips no miss");
            }
    }

    [[nodiscard]] std::size_t count_in(std::size_t index, const Example& example) const {
        const auto at = std::ranges::find(examples_, &example) - examples_.begin();
        return matches_[index][static_cast<std::size_t>(at)].size();
    }

    Scrutiny& scrutiny_;
    std::vector<MutationTally>& tallies_;
    const Wording* words_ = nullptr;
    std::vector<const Example*> examples_;
    Matches matches_, exceptions_;
    Record record_;
    Scratch scratch_;
};

}  // namespace

void find_survivors(Scrutiny scrutiny, std::vector<MutationTally>& tallies) {
    Survivors survivors(scrutiny, tallies);
    for (const Rule& rule : scrutiny.pack.rules) survivors.run(rule);
}

}  // namespace huashu::scoring
