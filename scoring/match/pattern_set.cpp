#include <algorithm>
#include <span>

#include "match/compiled.hpp"
#include "match/limits.hpp"
#include "match/lists.hpp"
#include "match/measure.hpp"
#include "match/parser.hpp"
#include "match/simplify.hpp"
#include "match/skeleton_node.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scoring {

PreparedText prepare(std::string_view text) {
    PreparedText prepared;
    prepare_into(text, prepared);
    return prepared;
}

void prepare_into(std::string_view text, PreparedText& out) {
    canonicalise_into(text, out.canonical);
    split_clauses_into(out.canonical, out.clauses);
    make_skeleton_into(out.canonical, out.skeleton);
    drop_fillers_into(out.skeleton, out.without_fillers);
}

struct PatternSet::Compiled {
    std::size_t patterns = 0;
    match::Matcher canonical;
    match::Matcher skeleton;
};

PatternSet::PatternSet() : compiled_(std::make_unique<Compiled>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::size_t PatternSet::size() const { return compiled_->patterns; }

std::size_t PatternSet::memory_bytes() const {
    return sizeof(Compiled) + compiled_->canonical.memory_bytes() + compiled_->skeleton.memory_bytes();
}

namespace {

constexpr FoldSteps evasion_steps = bit(FoldStep::separators) | bit(FoldStep::repeats) | bit(FoldStep::lookalike) |
                                    bit(FoldStep::homophone) | bit(FoldStep::initials);

std::uint32_t size_of(const FoldedText& text) { return static_cast<std::uint32_t>(text.chars.size()); }

bool touch(CharSpan a, CharSpan b) { return a.begin < b.end && b.begin < a.end; }

bool by_place(const PatternMatch& a, const PatternMatch& b) {
    return a.span != b.span ? a.span < b.span : a.pattern < b.pattern;
}

/// Whether the pattern was found in the plain text at that place: then it needs no second witness. `plain` is sorted.
bool is_plain(const PatternMatch& match, std::span<const PatternMatch> plain) {
    const std::uint32_t furthest = match.span.begin - std::min(match.span.begin, match::max_match_chars);
    auto at = std::partition_point(plain.begin(), plain.end(),
                                   [furthest](const PatternMatch& other) { return other.span.begin < furthest; });
    for (; at != plain.end() && at->span.begin < match.span.end; ++at)
        if (at->pattern == match.pattern && touch(at->span, match.span)) return true;
    return false;
}

/// Appends what only the skeleton shows, and only where the text itself was disguised: a pattern may be written in a
/// disguise too, and must not find the plain words for that.
void add_skeleton_matches(const Skeleton& skeleton, std::vector<PatternMatch> found, std::vector<PatternMatch>& out) {
    const auto plain = static_cast<std::ptrdiff_t>(out.size());
    for (PatternMatch& match : found) {
        if ((match.steps & evasion_steps) == 0) continue;
        match.span = skeleton.canonical_of(match.span);
        match.by_skeleton = true;
        if (!is_plain(match, std::span(out).first(static_cast<std::size_t>(plain)))) out.push_back(match);
    }
    std::sort(out.begin() + plain, out.end(), by_place);
    std::inplace_merge(out.begin(), out.begin() + plain, out.end(), by_place);
}

}  // namespace

void PatternSet::match(const PreparedText& text, std::vector<PatternMatch>& out) const {
    out.clear();
    compiled_->canonical.match(text.canonical, 0, size_of(text.canonical), false, out);
    if (compiled_->skeleton.empty()) return;
    for (const Skeleton* skeleton : {&text.skeleton, &text.without_fillers}) {
        if ((skeleton->text.all_steps & evasion_steps) == 0) continue;  // nothing in it is disguised
        std::vector<PatternMatch> found;
        compiled_->skeleton.match(skeleton->text, 0, size_of(skeleton->text), false, found, evasion_steps);
        if (!found.empty()) add_skeleton_matches(*skeleton, std::move(found), out);
    }
}

std::vector<PatternMatch> PatternSet::match(const PreparedText& text) const {
    std::vector<PatternMatch> out;
    match(text, out);
    return out;
}

bool PatternSet::matches_any(const PreparedText& text) const {
    std::vector<PatternMatch> out;
    compiled_->canonical.match(text.canonical, 0, size_of(text.canonical), true, out);
    if (out.empty() && !compiled_->skeleton.empty()) match(text, out);
    return !out.empty();
}

struct PatternSetBuilder::State {
    explicit State(const WordLists& word_lists) : lists(word_lists), simplifier(lists) {}

    match::Lists lists;
    match::Simplifier simplifier;
    match::SkeletonSets skeleton_sets;
    std::unique_ptr<PatternSet::Compiled> compiled = std::make_unique<PatternSet::Compiled>();
};

PatternSetBuilder::PatternSetBuilder(const WordLists& lists) : state_(std::make_unique<State>(lists)) {}
PatternSetBuilder::~PatternSetBuilder() = default;

std::vector<PatternProblem> PatternSetBuilder::add(PatternId id, std::string_view pattern, bool evasion) {
    match::Parsed parsed = match::parse_pattern(pattern, state_->lists);
    if (!parsed.problems.empty()) return std::move(parsed.problems);
    const match::Node simplified = state_->simplifier.simplify(parsed.root);
    state_->compiled->canonical.add(id, simplified, match::lengths_of(simplified, state_->lists).max);
    if (evasion)
        if (const auto folded = match::on_skeleton(simplified, state_->skeleton_sets))
            state_->compiled->skeleton.add(id, *folded, match::lengths_of(*folded, state_->lists).max);
    ++state_->compiled->patterns;
    return {};
}

PatternSet PatternSetBuilder::build() {
    PatternSet set;
    state_->compiled->canonical.finish();
    state_->compiled->skeleton.finish();
    set.compiled_ = std::move(state_->compiled);
    state_->compiled = std::make_unique<PatternSet::Compiled>();
    return set;
}

}  // namespace huashu::scoring
