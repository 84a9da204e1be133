#include "author/word_list_vocabulary.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

#include "scoring/text.hpp"

namespace huashu::app {
namespace {

std::u32string canonical_word(const icu::UnicodeString& word) {
    std::string text;
    word.toUTF8String(text);
    return scoring::canonicalise(text).chars;
}

}  // namespace

Vocabulary make_vocabulary(const std::vector<std::string>& ordinary, const std::vector<std::string>& replies) {
    Vocabulary vocabulary;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    for (const std::string& reply : replies) {
        if (U_FAILURE(status)) break;
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(reply);
        words->setText(text);
        for (int32_t begin = words->first(), end = words->next(); end != icu::BreakIterator::DONE;
             begin = end, end = words->next())
            if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
                ++vocabulary[canonical_word(text.tempSubStringBetween(begin, end))];
    }
    for (const std::string& word : ordinary) vocabulary.try_emplace(scoring::canonicalise(word).chars, 0);
    vocabulary.erase(std::u32string());
    return vocabulary;
}

}  // namespace huashu::app
