// The plain twin's reading of a text: which words stand where, and in which context.
#pragma once

#include <algorithm>
#include <functional>
#include <set>

#include "rules/pack_data.hpp"
#include "scoring/judgement.hpp"
#include "scoring/plain_matcher.hpp"

namespace huashu::test {

using namespace huashu::scoring;

/// What one pattern finds in a text.
using FindPattern = std::function<std::vector<CharSpan>(const std::string& pattern, bool evasion, const PreparedText&)>;

class PlainWords {
protected:
    PlainWords(const PackData& pack, FindPattern find_pattern) : pack_(pack), find_pattern_(std::move(find_pattern)) {}

    static bool inside(CharSpan inner, CharSpan outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }
    static bool overlap(CharSpan a, CharSpan b) { return a.begin < b.end && b.begin < a.end; }
    CharSpan whole() const { return {0, static_cast<std::uint32_t>(text_.canonical.chars.size())}; }

    // --- text ---
    std::size_t clause_at(std::uint32_t position) const {
        std::size_t clause = 0;
        for (std::size_t i = 0; i < text_.clauses.size(); ++i)
            if (text_.clauses[i].span.begin <= position) clause = i;
        return clause;
    }
    std::uint32_t sentence_at(std::uint32_t position) const {
        return text_.clauses.empty() ? 0 : text_.clauses[clause_at(position)].sentence;
    }

    std::vector<CharSpan> find(const PatternTexts& patterns, bool evasion, const PreparedText& text) const {
        std::set<CharSpan> all;
        for (const WrittenText& pattern : patterns)
            for (const CharSpan span : find_pattern_(pattern.text, evasion, text)) all.insert(span);
        std::vector<CharSpan> longest;  // of those with one start, as the patterns of a slot are matched together
        for (const CharSpan span : all) {
            if (!longest.empty() && longest.back().begin == span.begin) longest.pop_back();
            longest.push_back(span);
        }
        return longest;
    }
    bool found_in(const PatternTexts& patterns, const std::string& line) const {
        return !find(patterns, false, prepare(line)).empty();
    }

    /// An exception that turns on a doubled character is looked for in the plain text only.
    static bool has_double(const std::string& pattern) {
        const std::u32string chars = canonicalise(pattern).chars;
        for (std::size_t i = 1; i < chars.size(); ++i)
            if (chars[i] == chars[i - 1] && chars[i] > 0x7F) return true;
        return false;
    }

    std::vector<CharSpan> words(const Wording& wording) const {
        std::vector<CharSpan> spans = find(wording.match, wording.evasion, text_);
        std::vector<CharSpan> allowed;
        for (const WrittenText& except : wording.except)
            for (const CharSpan span : find({except}, wording.evasion && !has_double(except.text), text_))
                allowed.push_back(span);
        std::erase_if(spans, [&](CharSpan span) {
            return std::any_of(allowed.begin(), allowed.end(), [&](CharSpan outer) { return inside(span, outer); });
        });
        return spans;
    }

    // --- contexts ---
    bool same_reach(ContextRule::Until until, std::uint32_t a, std::uint32_t b) const {
        if (until == ContextRule::Until::reply) return true;
        if (until == ContextRule::Until::sentence) return sentence_at(a) == sentence_at(b);
        return clause_at(a) == clause_at(b);
    }

    bool in_context(const std::string& id, CharSpan span) const {
        for (const Rule& rule : pack_.rules) {
            const auto* context = std::get_if<ContextRule>(&rule.body);
            if (context == nullptr || rule.id != id) continue;
            for (const WrittenText& pair : context->pairs)
                if (between(canonicalise(pair.text).chars, span)) return true;
            const Wording markers{context->markers, context->except, false};
            for (const CharSpan marker : words(markers))
                if (marks(*context, marker, span)) return true;
        }
        return false;
    }

    bool marks(const ContextRule& context, CharSpan marker, CharSpan span) const {
        const auto within = static_cast<std::uint32_t>(context.within);
        const bool before = marker.end <= span.begin && span.begin - marker.end <= within &&
                            same_reach(context.until, marker.end - 1, span.begin);
        const bool after = marker.begin >= span.end && marker.begin - span.end <= within &&
                           same_reach(context.until, span.end - 1, marker.begin);
        switch (context.side) {
            case ContextRule::Side::before:
                return before;
            case ContextRule::Side::after:
                return after;
            case ContextRule::Side::around:
                return before || after;
            case ContextRule::Side::inside:
                return inside(span, marker);
        }
        return false;
    }

    bool between(const std::u32string& pair, CharSpan span) const {
        const std::u32string& chars = text_.canonical.chars;
        bool open = false;
        std::uint32_t begin = 0;
        for (std::uint32_t i = 0; i < chars.size(); ++i) {
            if (!open && chars[i] == pair[0]) {
                open = true;
                begin = i + 1;
            } else if (open && chars[i] == pair[1]) {
                open = false;
                if (inside(span, {begin, i})) return true;
            }
        }
        return false;
    }

    const PackData& pack_;
    FindPattern find_pattern_;
    PreparedText text_;
};

}  // namespace huashu::test
