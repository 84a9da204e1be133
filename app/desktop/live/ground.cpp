#include "desktop/live/ground.hpp"

#include "paths/paths.hpp"

namespace huashu::desktop {

Result<Ground> find_ground(const WantedContent& wanted, const std::string& language) {
    const app::Surroundings surroundings = app::process_surroundings();
    Ground ground;
    Result<std::string> share = app::find_share(surroundings);
    if (!share) return tl::unexpected(share.error());
    ground.share = std::move(*share);
    ground.folders = app::content_folders(ground.share, wanted.pack, wanted.library, wanted.data_folder);
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
