// Words of good replies that hold a part which a rule finds: what an exception is for.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>

#include "author/rule_check.hpp"
#include "scoring/pattern.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t most_inside_words = 24;

scoring::PatternSet compiled_patterns(const Tree& patterns, const scoring::WordLists& lists) {
    scoring::PatternSetBuilder builder(lists);
    for (const Tree& pattern : patterns.items())
        if (!pattern.text().empty()) (void)builder.add(0, pattern.text());
    return builder.build();
}

// The word that holds the bytes and more of the text; empty: they are words of their own.
std::string word_around(icu::BreakIterator& words, const std::string& text, scoring::ByteSpan span) {
    const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
    const int32_t begin = icu::UnicodeString::fromUTF8(text.substr(0, span.begin)).length();
    const int32_t end = begin + icu::UnicodeString::fromUTF8(text.substr(span.begin, span.end - span.begin)).length();
    words.setText(whole);
    const int32_t from = words.isBoundary(begin) ? begin : words.preceding(begin);
    const int32_t until = words.isBoundary(end) ? end : words.following(end);
    if ((from == begin && until == end) || from < 0 || until < 0) return {};
    std::string word;
    whole.tempSubStringBetween(from, until).toUTF8String(word);
    return word;
}

}  // namespace

std::vector<InsideWord> words_inside(const Tree& rule, const scoring::WordLists& lists,
                                     const std::vector<std::string>& replies) {
    const scoring::PatternSet match = compiled_patterns(rule["match"], lists);
    const scoring::PatternSet except = compiled_patterns(rule["except"], lists);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    if (U_FAILURE(status) || match.size() == 0) return {};
    std::map<std::string, InsideWord> found;
    scoring::PreparedText text;
    std::vector<scoring::PatternMatch> hits, excused;
    for (const std::string& reply : replies) {
        scoring::prepare_into(reply, text);
        match.match(text, hits);
        if (hits.empty()) continue;
        except.match(text, excused);
        for (const scoring::PatternMatch& hit : hits) {
            const auto covers = [&](const scoring::PatternMatch& other) {
                return other.span.begin <= hit.span.begin && other.span.end >= hit.span.end;
            };
            if (std::any_of(excused.begin(), excused.end(), covers)) continue;
            const scoring::ByteSpan span = text.canonical.bytes_of(hit.span);
            const std::string word = word_around(*words, reply, span);
            if (word.empty()) continue;
            InsideWord& entry = found[word];
            entry.word = word;
            entry.entry = reply.substr(span.begin, span.end - span.begin);
            ++entry.count;
        }
    }
    std::vector<InsideWord> out;
    for (auto& [word, entry] : found) out.push_back(std::move(entry));
    std::stable_sort(out.begin(), out.end(),
                     [](const InsideWord& a, const InsideWord& b) { return a.count > b.count; });
    if (out.size() > most_inside_words) out.resize(most_inside_words);
    return out;
}

}  // namespace huashu::app
