// The words and the script of the language in use; loads them when the settings change.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "desktop/state/settings.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

class Speaker {
public:
    /// `folder`: of the words. `by_locale`: the language when the settings name none.
    Speaker(std::string folder, app::Language by_locale) : folder_(std::move(folder)), by_locale_(by_locale) {}

    /// True when words or script changed. Error: they can't be loaded; what was in use stays in use.
    [[nodiscard]] Result<bool> follow(const Settings& settings);
    /// Only after follow() has succeeded once.
    [[nodiscard]] Speech speech() const { return {*words_, *script_}; }
    [[nodiscard]] app::Language language_of(const Settings& settings) const {
        return settings.language.value_or(by_locale_);
    }
    /// Which face of the font the interface is drawn with.
    [[nodiscard]] HanScript face_for(const Settings& settings) const;

private:
    [[nodiscard]] app::Language content_language(const Settings& settings) const;

    std::string folder_;
    app::Language by_locale_;
    std::optional<app::Words> words_;
    std::optional<app::Script> script_;
    std::optional<app::Language> words_in_, script_in_;
};

}  // namespace huashu::desktop
