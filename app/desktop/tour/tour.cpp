#include <algorithm>
#include <filesystem>

#include "assess/blueprint.hpp"
#include "desktop/desktop.hpp"
#include "desktop/editor/author_backstage.hpp"
#include "desktop/gallery/gallery.hpp"
#include "desktop/live/ground.hpp"
#include "desktop/tour/author_walk.hpp"
#include "desktop/tour/camera.hpp"
#include "desktop/tour/guide.hpp"
#include "desktop/tour/rules_walk.hpp"
#include "desktop/tour/scratch_records.hpp"
#include "paths/paths.hpp"

namespace huashu::desktop {
namespace {

tl::unexpected<Error> wrong(std::string code, std::string text, std::string remedy) {
    Diagnostic d;
    d.code = std::move(code);
    d.text = std::move(text);
    d.remedy = std::move(remedy);
    return fail(Error::Cause::usage, std::move(d));
}

Result<Settings> settings_of(const TourOptions& options, app::Language language) {
    if (options.width < 320 || options.width > 7680 || options.height < 240 || options.height > 4320)
        return wrong("size-out-of-range", "The pictures can't have that size.", "Use 320x240 up to 7680x4320.");
    Settings settings;
    settings.language = options.language.empty() ? app::Language::zh_hant : language;
    settings.motion = false;
    if (!options.theme.empty()) {
        const std::optional<ThemeId> theme = parse_theme(options.theme);
        if (!theme)
            return wrong("unknown-theme", "There is no theme '" + options.theme + "'.", "Use light, dark or contrast.");
        settings.theme = *theme;
    }
    if (options.text_per_cent < min_text_per_cent || options.text_per_cent > max_text_per_cent)
        return wrong("text-size-out-of-range", "The text can't have that size.", "Use 80 to 200 (per cent).");
    settings.text_per_cent = options.text_per_cent;
    return settings;
}

// A picture of every specimen: what no scenario leads to in one walk.
Result<void> walk_gallery(Machine& machine, Speaker& speaker, Camera& camera, const Settings& settings,
                          const std::string& folder) {
    SampleBackstage samples;
    Shell shell(machine, speaker, samples, settings);
    Gallery gallery(shell, samples, false);
    for (int i = 0; i < static_cast<int>(specimens().size()); ++i) {
        gallery.show(i);
        const std::string name = "gallery-" + std::string(specimens()[static_cast<std::size_t>(i)].name);
        if (const Result<void> taken = camera.shoot(shell, folder, name); !taken) return taken;
    }
    return {};
}

}  // namespace

Result<int> run_tour(const TourOptions& options) {
    const Result<Ground> ground = find_ground({options.pack, options.library, {}}, options.language);
    if (!ground) return tl::unexpected(ground.error());
    const Result<Settings> settings = settings_of(options, ground->by_locale);
    if (!settings) return tl::unexpected(settings.error());
    if (const Result<void> made = app::make_folder(options.out); !made) return tl::unexpected(made.error());
    const Result<app::Content> content = app::load_content(ground->folders);
    if (!content) return tl::unexpected(content.error());
    Result<std::unique_ptr<ScratchRecords>> records = ScratchRecords::make();
    if (!records) return tl::unexpected(records.error());

    Speaker speaker(app::words_folder(ground->share), ground->by_locale);
    if (const Result<bool> spoken = speaker.follow(*settings); !spoken) return tl::unexpected(spoken.error());
    const Result<std::unique_ptr<Machine>> machine = Machine::make(speaker.face_for(*settings), {});
    if (!machine) return tl::unexpected(machine.error());
    const Result<std::unique_ptr<Camera>> camera = Camera::make(**machine, options.width, options.height);
    if (!camera) return tl::unexpected(camera.error());
    LiveBackstage backstage(*content, {.records = &(*records)->records(),
                                       .settings_file = {},
                                       .data_folder = (*records)->folder(),
                                       .blueprint_folders = assess::blueprint_folders(ground->share, {}),
                                       .new_seed = [] { return 7u; }});
    AuthorBackstage author(*content,
                           AuthorBackstage::options_for(ground->folders, ground->share, (*records)->folder()));
    Shell shell(**machine, speaker, backstage, *settings);
    shell.write_with(author);
    const Result<void> walked = Guide(shell, **camera, options.out).walk();
    if (!walked) return tl::unexpected(walked.error());
    if (const Result<void> wrote = walk_author(shell, **camera, author, options.out); !wrote)
        return tl::unexpected(wrote.error());
    if (const Result<void> ruled = walk_rules(shell, **camera, author, options.out); !ruled)
        return tl::unexpected(ruled.error());
    if (const Result<void> shown = walk_gallery(**machine, speaker, **camera, *settings, options.out); !shown)
        return tl::unexpected(shown.error());
    return 0;
}

}  // namespace huashu::desktop
