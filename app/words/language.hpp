// The languages that the interface speaks, and the choice among them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "paths/surroundings.hpp"

namespace huashu::app {

enum class Language { zh_hant, zh_hans, en };
inline constexpr std::array all_languages{Language::zh_hant, Language::zh_hans, Language::en};

[[nodiscard]] std::string_view name_of(Language value);  ///< "zh-Hant", "zh-Hans", "en"
[[nodiscard]] std::optional<Language> parse_language(std::string_view name);

/// What the locale asks for (LC_ALL, LC_MESSAGES, LANG, the first that is set): Taiwan, Hong Kong and Macau read
/// zh-Hant, other Chinese locales zh-Hans, everything else en.
[[nodiscard]] Language language_by_locale(const Surroundings& surroundings);

}  // namespace huashu::app
