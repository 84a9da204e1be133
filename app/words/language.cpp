#include "words/language.hpp"

namespace huashu::app {

std::string_view name_of(Language value) {
    switch (value) {
        case Language::zh_hant:
            return "zh-Hant";
        case Language::zh_hans:
            return "zh-Hans";
        case Language::en:
            return "en";
    }
    return "en";
}

std::optional<Language> parse_language(std::string_view name) {
    for (const Language language : all_languages)
        if (name_of(language) == name) return language;
    return std::nullopt;
}

Language language_by_locale(const Surroundings& surroundings) {
    std::string locale;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = surroundings.variable(variable); value && !value->empty()) {
            locale = *value;
            break;
        }
    if (!locale.starts_with("zh")) return Language::en;
    for (const char* region : {"TW", "HK", "MO", "Hant"})
        if (locale.find(region) != std::string::npos) return Language::zh_hant;
    return Language::zh_hans;
}

}  // namespace huashu::app
