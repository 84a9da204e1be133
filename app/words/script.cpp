#include "words/script.hpp"

#include <unicode/ucnv.h>

#include <SimpleConverter.hpp>
#include <exception>
#include <optional>
#include <unordered_map>

#include "scoring/text.hpp"

namespace huashu::app {

// Whether a character can be written in Big5, the old character set of Traditional Chinese: of what only Simplified
// texts have, nearly nothing can.
class Big5 {
public:
    Big5() : converter_(ucnv_open("Big5", &opened_)) {
        UErrorCode ignored = U_ZERO_ERROR;
        if (U_SUCCESS(opened_))
            ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &ignored);
    }
    ~Big5() { ucnv_close(converter_); }
    Big5(const Big5&) = delete;
    Big5& operator=(const Big5&) = delete;

    /// True, too, where there is no such converter: whoever asks looks more closely then.
    [[nodiscard]] bool lacks_one_of(const std::u32string& han) const {
        for (const char32_t c : han) {
            UChar written[2];
            int length = 0;
            U16_APPEND_UNSAFE(written, length, static_cast<UChar32>(c));
            char bytes[8];
            UErrorCode status = opened_;
            (void)ucnv_fromUChars(converter_, bytes, sizeof bytes, written, length, &status);
            if (U_FAILURE(status)) return true;
        }
        return false;
    }

private:
    UErrorCode opened_ = U_ZERO_ERROR;
    UConverter* converter_;
};

namespace {

constexpr std::size_t most_remembered = 4096;  // texts; a library's lines fit, and a long session stays bounded
// So many Chinese characters without a single Traditional one among them are hardly a Traditional text. Fewer are left
// alone: "前台" is good in both.
constexpr std::size_t telling_length = 6;

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// The Chinese characters of UTF-8 bytes.
std::u32string han_of(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = lead & (length == 1 ? 0x7Fu : 0x7Fu >> length);
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        if (is_han(c)) out += c;
        i += length;
    }
    return out;
}

// Scoring folds Traditional into Simplified: what it leaves as it is holds no Traditional character. Many a Traditional
// sentence holds none either ("今天下午再去看"); only what Traditional texts never have tells, and the dictionary that
// takes longer to load than the whole window is left alone.
bool looks_simplified(const std::string& text, const Big5& big5) {
    const std::u32string han = han_of(text);
    if (han.size() < telling_length || !big5.lacks_one_of(han)) return false;
    std::u32string folded;
    for (const char32_t c : scoring::canonicalise(text).chars)
        if (is_han(c)) folded += c;
    return folded == han;
}

}  // namespace

struct Script::Converter {
    bool to_simplified = true;
    std::optional<opencc::SimpleConverter> opencc;  ///< the other way it is loaded when a text needs it
    Big5 big5;
    std::unordered_map<std::string, std::string> known;

    std::string convert(const std::string& text) {
        if (!to_simplified && !looks_simplified(text, big5)) return text;
        if (!opencc) opencc.emplace("s2t.json");
        return opencc->Convert(text);
    }
};

Script::Script() = default;
Script::Script(Script&&) noexcept = default;
Script& Script::operator=(Script&&) noexcept = default;
Script::~Script() = default;

Result<Script> Script::make(Language language) {
    Script script;
    script.converter_ = std::make_unique<Converter>();
    script.converter_->to_simplified = language == Language::zh_hans;
    if (language != Language::zh_hans) return script;
    try {
        script.converter_->opencc.emplace("tw2s.json");
    } catch (const std::exception& problem) {
        return fail(Error::Cause::system,
                    {.code = "opencc-missing",
                     .text = std::string("content can't be shown in Simplified characters: ") + problem.what(),
                     .remedy = "install the package libopencc-data, or choose another language",
                     .place = {},
                     .excerpt = {}});
    }
    return script;
}

std::string Script::operator()(std::string_view content) const {
    if (!converter_) return std::string(content);
    std::string text(content);
    if (const auto found = converter_->known.find(text); found != converter_->known.end()) return found->second;
    if (converter_->known.size() >= most_remembered) converter_->known.clear();
    std::string shown;
    try {
        shown = converter_->convert(text);
    } catch (const std::exception&) {
        shown = text;  // not UTF-8, or no dictionary: shown as it is
    }
    return converter_->known.emplace(std::move(text), std::move(shown)).first->second;
}

}  // namespace huashu::app
