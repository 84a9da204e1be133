#include "judge/reading.hpp"

#include <algorithm>

#include "text/fold_table.hpp"

namespace huashu::scoring {

void Reading::read(const PatternSet& patterns, std::size_t slots, std::string_view text) {
    prepare_into(text, text_);
    matches_.fill(patterns, text_, slots);
    quotes_.clear();
    clause_of_.assign(text_.canonical.chars.size(), 0);
    std::uint32_t clause = 0;
    for (std::uint32_t position = 0; position < clause_of_.size(); ++position) {
        while (clause + 1 < text_.clauses.size() && text_.clauses[clause + 1].span.begin <= position) ++clause;
        clause_of_[position] = clause;
    }
    words_before_.resize(clause_of_.size() + 1);
    std::uint32_t words = 0;
    for (std::size_t i = 0; i < clause_of_.size(); ++i) {
        words_before_[i] = words;
        words += is_wordlike(text_.canonical.chars[i]) ? 1 : 0;
    }
    words_before_.back() = words;
}

int Reading::words_in(CharSpan span) const {
    return static_cast<int>(words_before_[span.end] - words_before_[span.begin]);
}

std::uint32_t Reading::clause_at(std::uint32_t position) const {
    return clause_of_.empty() ? 0 : clause_of_[std::min<std::size_t>(position, clause_of_.size() - 1)];
}

IndexRange Reading::clauses_of(CharSpan span) const {
    return {clause_at(span.begin), clause_at(span.end > span.begin ? span.end - 1 : span.begin)};
}

IndexRange Reading::sentences_of(CharSpan span) const {
    if (text_.clauses.empty()) return {};
    const IndexRange clauses = clauses_of(span);
    return {text_.clauses[clauses.first].sentence, text_.clauses[clauses.last].sentence};
}

bool Reading::same_reach(const CompiledContext& context, std::uint32_t a, std::uint32_t b) const {
    if (context.until == ContextRule::Until::reply || text_.clauses.empty()) return true;
    const std::uint32_t left = clause_at(a), right = clause_at(b);
    if (context.until == ContextRule::Until::clause) return left == right;
    return text_.clauses[left].sentence == text_.clauses[right].sentence;
}

bool Reading::marker_counts(const CompiledContext& context, CharSpan marker) const {
    return matches_.covering(context.except, marker) == nullptr;
}

bool Reading::marked_before(const CompiledContext& context, CharSpan span) const {
    const std::uint32_t reach = context.within + matches_.longest();
    const std::uint32_t from = span.begin > reach ? span.begin - reach : 0;
    for (const PatternMatch& marker : matches_.from(context.markers, from)) {
        if (marker.span.begin >= span.begin) break;
        if (marker.span.end > span.begin || span.begin - marker.span.end > context.within) continue;
        if (same_reach(context, marker.span.end - 1, span.begin) && marker_counts(context, marker.span)) return true;
    }
    return false;
}

bool Reading::marked_after(const CompiledContext& context, CharSpan span) const {
    for (const PatternMatch& marker : matches_.from(context.markers, span.end)) {
        if (marker.span.begin - span.end > context.within) break;
        if (same_reach(context, span.end - 1, marker.span.begin) && marker_counts(context, marker.span)) return true;
    }
    return false;
}

bool Reading::marked_inside(const CompiledContext& context, CharSpan span) const {
    const std::uint32_t from = span.begin > matches_.longest() ? span.begin - matches_.longest() : 0;
    for (const PatternMatch& marker : matches_.from(context.markers, from)) {
        if (marker.span.begin > span.begin) break;
        if (marker.span.end >= span.end && marker_counts(context, marker.span)) return true;
    }
    return false;
}

bool Reading::in_context(const CompiledContext& context, CharSpan span) const {
    if (span.end <= span.begin) return false;
    if (std::ranges::any_of(context.pairs, [&](const auto& marks) { return between(marks, span); })) return true;
    if (!matches_.has(context.markers)) return false;
    switch (context.side) {
        case ContextRule::Side::before:
            return marked_before(context, span);
        case ContextRule::Side::after:
            return marked_after(context, span);
        case ContextRule::Side::around:
            return marked_before(context, span) || marked_after(context, span);
        case ContextRule::Side::inside:
            return marked_inside(context, span);
    }
    return false;
}

// From the start of the text, so that of two marks that look alike the first opens and the second closes. A mark that
// is never closed quotes nothing.
const std::vector<CharSpan>& Reading::quoted(std::pair<char32_t, char32_t> marks) const {
    for (const Quotes& quotes : quotes_)
        if (quotes.marks == marks) return quotes.spans;
    std::vector<CharSpan> spans;
    const std::u32string& chars = text_.canonical.chars;
    for (std::size_t open = chars.find(marks.first); open != std::u32string::npos;) {
        const std::size_t close = chars.find(marks.second, open + 1);
        if (close == std::u32string::npos) break;
        spans.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)});
        open = chars.find(marks.first, close + 1);
    }
    return quotes_.emplace_back(Quotes{marks, std::move(spans)}).spans;
}

bool Reading::between(std::pair<char32_t, char32_t> marks, CharSpan span) const {
    const std::vector<CharSpan>& spans = quoted(marks);
    const auto ends_before = [span](CharSpan quote) { return quote.end < span.end; };
    const auto quote = std::ranges::partition_point(spans, ends_before);
    return quote != spans.end() && quote->begin <= span.begin;
}

bool is_wordlike(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter || kind == CharClass::other;
}

bool says_nothing(const FoldedText& text) { return std::ranges::none_of(text.chars, is_wordlike); }

}  // namespace huashu::scoring
