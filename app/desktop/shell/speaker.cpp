#include "desktop/shell/speaker.hpp"

namespace huashu::desktop {

app::Language Speaker::content_language(const Settings& settings) const {
    switch (settings.content) {
        case ContentScript::traditional:
            return app::Language::zh_hant;
        case ContentScript::simplified:
            return app::Language::zh_hans;
        case ContentScript::follow:
            break;
    }
    return language_of(settings);
}

HanScript Speaker::face_for(const Settings& settings) const {
    return language_of(settings) == app::Language::zh_hans ? HanScript::simplified : HanScript::traditional;
}

Result<bool> Speaker::follow(const Settings& settings) {
    const app::Language words_wanted = language_of(settings);
    const app::Language script_wanted = content_language(settings);
    bool changed = false;
    if (words_in_ != words_wanted) {
        Result<app::Words> words = app::Words::load(folder_, words_wanted);
        if (!words) return tl::unexpected(words.error());
        words_.emplace(std::move(*words));
        words_in_ = words_wanted;
        changed = true;
    }
    if (script_in_ != script_wanted) {
        Result<app::Script> script = app::Script::make(script_wanted);
        if (!script) return tl::unexpected(script.error());
        script_.emplace(std::move(*script));
        script_in_ = script_wanted;
        changed = true;
    }
    return changed;
}

}  // namespace huashu::desktop
