#include "author/name_spelling.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "author/document_edits.hpp"

namespace huashu::app {
namespace {

// Bytes of the character that begins there.
std::size_t character_length(const std::string& text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

std::vector<std::string> characters_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size(); at += character_length(text, at))
        out.push_back(text.substr(at, character_length(text, at)));
    return out;
}

constexpr std::array address_words{"先生", "女士", "小姐", "太太", "阿姨", "大哥", "大姐", "叔叔", "老師"};

// Where the words begin in a text.
template <class Take>
void each_place(const std::string& text, const std::string& words, const Take& take) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) take(at);
}

}  // namespace

std::vector<NameVariant> name_variants(const Tree& root) {
    std::vector<NameVariant> variants;
    const std::string& name = root["owner"]["name"].text();
    const std::string& address = root["owner"]["address"].text();
    const std::vector<std::string> own = characters_of(name);
    if (own.size() != 3) return variants;  // of two characters nothing is certain
    const std::string& brief = root["brief"].text();
    std::set<std::pair<std::string, std::string>> told;
    const auto tell = [&](const std::string& found, const std::string& meant, const std::string& pointer) {
        if (brief.find(found) == std::string::npos && told.emplace(found, meant).second)
            variants.push_back({found, meant, pointer});
    };
    for (const std::string& pointer : found(root, own.front())) {
        const std::string& text = at(root, pointer).text();
        each_place(text, own.front(), [&](std::size_t begin) {
            const std::vector<std::string> here = characters_of(text.substr(begin, 12));
            const bool one_off = here.size() >= 3 && (here[1] == own[1]) != (here[2] == own[2]);
            if (one_off && here[1] + here[2] != own[1] + own[2]) tell(here[0] + here[1] + here[2], name, pointer);
            for (const char* word : address_words) {
                const std::string form = own.front() + word;
                if (text.compare(begin, form.size(), form) == 0 && !address.empty() &&
                    address.starts_with(own.front()) && form != address &&
                    std::any_of(address_words.begin(), address_words.end(),
                                [&](const char* other) { return address == own.front() + other; }))
                    tell(form, address, pointer);
            }
        });
    }
    return variants;
}

}  // namespace huashu::app
