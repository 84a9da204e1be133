// The plain twin of PatternSet: reads a pattern straight off its text and tries everything, everywhere. Slow, obvious,
// and written without a look at the clever one; for tests only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "scoring/pattern.hpp"
#include "scoring/text.hpp"

namespace huashu::test {

class PlainMatcher {
public:
    PlainMatcher(const scoring::WordLists& lists, const scoring::FoldedText& text) : lists_(lists), text_(text.chars) {}

    /// For each place where the pattern matches, the longest match.
    std::vector<scoring::CharSpan> matches(const std::u32string& pattern) const {
        std::vector<scoring::CharSpan> found;
        for (std::uint32_t at = 0; at <= text_.size(); ++at) {
            const std::set<std::size_t> ends = choice(pattern, {at});
            if (!ends.empty() && *ends.rbegin() > at) found.push_back({at, static_cast<std::uint32_t>(*ends.rbegin())});
        }
        return found;
    }

private:
    using Ends = std::set<std::size_t>;  // positions in the text reached so far

    Ends choice(const std::u32string& pattern, const Ends& from) const {
        Ends all;
        std::u32string part;
        int depth = 0;
        for (std::size_t i = 0; i <= pattern.size(); ++i) {
            if (i == pattern.size() || (pattern[i] == U'|' && depth == 0)) {
                const Ends one = sequence(part, from);
                all.insert(one.begin(), one.end());
                part.clear();
                continue;
            }
            if (pattern[i] == U'\\')
                part += pattern[i++];
            else if (pattern[i] == U'(' || pattern[i] == U'[')
                ++depth;
            else if (pattern[i] == U')' || pattern[i] == U']')
                --depth;
            part += pattern[i];
        }
        return all;
    }

    Ends sequence(const std::u32string& pattern, Ends at) const {
        for (std::size_t i = 0; i < pattern.size() && !at.empty();) at = element(pattern, i, at);
        return at;
    }

    /// Takes one element off the pattern at `i` and moves on in the text.
    Ends element(const std::u32string& pattern, std::size_t& i, const Ends& from) const {
        const char32_t c = pattern[i];
        if (c == U'(') return choice(group(pattern, i, U'(', U')'), from);
        if (c == U'[') {
            Ends all = choice(group(pattern, i, U'[', U']'), from);
            all.insert(from.begin(), from.end());
            return all;
        }
        if (c == U'{') return list(group(pattern, i, U'{', U'}'), from);
        if (c == U'<') return angle(group(pattern, i, U'<', U'>'), from);
        if (c == U'~') return gap(pattern, i, from);
        if (c == U'^' || c == U'$') {
            ++i;
            return filter(from, [&](std::size_t p) { return c == U'^' ? no_word(0, p) : no_word(p, text_.size()); });
        }
        if (c == U'\\') ++i;
        return literal(pattern[i++], from);
    }

    static std::u32string group(const std::u32string& pattern, std::size_t& i, char32_t open, char32_t close) {
        int depth = 0;
        const std::size_t begin = i + 1;
        for (;; ++i) {
            if (pattern[i] == U'\\')
                ++i;
            else if (pattern[i] == open)
                ++depth;
            else if (pattern[i] == close && --depth == 0)
                break;
        }
        return pattern.substr(begin, i++ - begin);
    }

    /// One character of the pattern may stand for several canonical ones.
    Ends literal(char32_t c, const Ends& from) const {
        const std::u32string wanted = scoring::canonicalise(scoring::to_utf8({&c, 1})).chars;
        Ends to;
        for (std::size_t p : from)
            if (text_.substr(p, wanted.size()) == wanted) to.insert(p + wanted.size());
        return to;
    }

    Ends list(const std::u32string& name, const Ends& from) const {
        Ends all;
        for (const std::string& entry : lists_.at(scoring::to_utf8(name))) {
            const Ends one = choice(decoded(entry), from);
            all.insert(one.begin(), one.end());
        }
        return all;
    }

    Ends angle(const std::u32string& inner, const Ends& from) const {
        if (inner == U"start") return filter(from, [&](std::size_t p) { return no_word(clause_begin(p), p); });
        if (inner == U"end") return filter(from, [&](std::size_t p) { return no_word(p, clause_end(p)); });
        const std::size_t colon = inner.find(U':');
        const std::u32string name = inner.substr(0, colon);
        std::size_t low = 1;
        std::size_t high = 1;
        if (colon != std::u32string::npos) {
            const std::string range = scoring::to_utf8(inner.substr(colon + 1));
            low = std::stoul(range);
            high = range.find('-') == std::string::npos ? low : std::stoul(range.substr(range.find('-') + 1));
        }
        Ends to;
        for (std::size_t p : from)
            for (std::size_t n = 0; n <= high; ++n) {
                if (n > 0 && (p + n > text_.size() || !in_class(name, p + n - 1))) break;
                if (n >= low) to.insert(p + n);
            }
        return to;
    }

    bool in_class(const std::u32string& name, std::size_t p) const {
        const char32_t c = text_[p];
        if (name == U"digit") return c >= U'0' && c <= U'9';
        if (name == U"num")
            return std::u32string(U"0123456789〇零一二两三四五六七八九十百千半").find(c) != std::u32string::npos;
        if (name == U"letter") return c >= U'a' && c <= U'z';
        if (name == U"han") return (c >= 0x4E00 && c <= 0x9FFF) || c == U'〇';  // the texts of the tests hold no others
        return !ends_clause(p);
    }

    Ends gap(const std::u32string& pattern, std::size_t& i, const Ends& from) const {
        ++i;
        const bool crosses = pattern[i] == U'~';
        if (crosses) ++i;
        std::size_t width = 0;
        for (; i < pattern.size() && pattern[i] >= U'0' && pattern[i] <= U'9'; ++i)
            width = width * 10 + (pattern[i] - U'0');
        Ends to;
        for (std::size_t p : from)
            for (std::size_t n = 0; n <= width && p + n <= text_.size(); ++n) {
                to.insert(p + n);
                if (p + n < text_.size() && (crosses ? ends_sentence(p + n) : ends_clause(p + n))) break;
            }
        return to;
    }

    template <class Test>
    static Ends filter(const Ends& from, Test test) {
        Ends to;
        for (std::size_t p : from)
            if (test(p)) to.insert(p);
        return to;
    }

    // The texts of the tests use these marks only.
    bool ends_sentence(std::size_t p) const { return std::u32string(U"。!?\n").find(text_[p]) != std::u32string::npos; }
    bool is_digit(std::size_t p) const { return p < text_.size() && text_[p] >= U'0' && text_[p] <= U'9'; }
    bool ends_clause(std::size_t p) const {
        if (text_[p] == U',') return !(p > 0 && is_digit(p - 1) && is_digit(p + 1));
        return ends_sentence(p) || text_[p] == U';' || text_[p] == U'…';
    }
    bool is_word(std::size_t p) const {
        return std::u32string(U"。!?\n,;… ~*「」😀-").find(text_[p]) == std::u32string::npos;
    }
    bool no_word(std::size_t begin, std::size_t end) const {
        for (std::size_t p = begin; p < end; ++p)
            if (is_word(p)) return false;
        return true;
    }
    std::size_t clause_begin(std::size_t p) const {
        while (p > 0 && !ends_clause(p - 1)) --p;
        return p;
    }
    std::size_t clause_end(std::size_t p) const {
        while (p < text_.size() && !ends_clause(p)) ++p;
        return p;
    }
    static std::u32string decoded(const std::string& text) { return scoring::canonicalise(text).chars; }

    const scoring::WordLists& lists_;
    std::u32string text_;
};

}  // namespace huashu::test
