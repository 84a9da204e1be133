#include "words/script.hpp"

#include <SimpleConverter.hpp>
#include <exception>
#include <optional>
#include <unordered_map>

#include "scoring/text.hpp"

namespace huashu::app {
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

// Scoring folds Traditional into Simplified: what it leaves as it is holds no Traditional character.
bool looks_simplified(const std::string& text) {
    const std::u32string han = han_of(text);
    if (han.size() < telling_length) return false;
    std::u32string folded;
    for (const char32_t c : scoring::canonicalise(text).chars)
        if (is_han(c)) folded += c;
    return folded == han;
}

}  // namespace

struct Script::Converter {
    bool to_simplified = true;
    std::optional<opencc::SimpleConverter> opencc;  ///< the other way it is loaded when a text needs it
    std::unordered_map<std::string, std::string> known;

    std::string convert(const std::string& text) {
        if (!to_simplified && !looks_simplified(text)) return text;
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
