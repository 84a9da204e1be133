#include "desktop/live/ground.hpp"

#include "paths/paths.hpp"

namespace huashu::desktop {

Result<Ground> find_ground(const std::string& pack, const std::string& library, const std::string& language) {
    const app::Surroundings surroundings = app::process_surroundings();
    Ground ground;
    Result<std::string> share = app::find_share(surroundings);
    if (!share) return tl::unexpected(share.error());
    ground.share = std::move(*share);
    ground.folders = app::content_folders(ground.share, pack, library);
    ground.by_locale = app::language_by_locale(surroundings);
    if (language.empty()) return ground;
    const std::optional<app::Language> named = app::parse_language(language);
    if (!named) {
        Diagnostic d;
        d.code = "unknown-language";
        d.text = "There is no language '" + language + "'.";
        d.remedy = "Use zh-Hant, zh-Hans or en.";
        return fail(Error::Cause::usage, std::move(d));
    }
    ground.by_locale = *named;
    return ground;
}

}  // namespace huashu::desktop
