#include "desktop/desktop.hpp"

#include <cstdio>
#include <filesystem>

#include "assess/blueprint.hpp"
#include "desktop/editor/author_backstage.hpp"
#include "desktop/gallery/gallery.hpp"
#include "desktop/live/content_loader.hpp"
#include "desktop/live/ground.hpp"
#include "desktop/live/live_backstage.hpp"
#include "desktop/platform/renderer.hpp"
#include "desktop/platform/window.hpp"
#include "desktop/shell/shell.hpp"
#include "paths/paths.hpp"

namespace huashu::desktop {
namespace {

// After anything happened a few frames are drawn: hovering, focus and scrolling settle in the second or third.
constexpr int frames_after_event = 3;
constexpr double longest_sleep_s = 60;
// How often one looks whether the content is there; only for the moment that it takes.
constexpr double content_poll_s = 0.02;

// Everything that a window needs, in the order in which it is torn down backwards.
struct Stage {
    Settings settings;
    std::string settings_file, data_folder;
    std::optional<app::Records> records;
    app::Content content;  ///< filled in when it has been read
    std::optional<Error> content_error;
    std::optional<ContentLoader> loader;  ///< none: nothing is read (the gallery)
    std::unique_ptr<Window> window;
    std::unique_ptr<Machine> machine;
    std::unique_ptr<Renderer> renderer;
    std::unique_ptr<Speaker> speaker;
    std::unique_ptr<Backstage> backstage;
    LiveBackstage* live = nullptr;  ///< the backstage, unless the gallery is shown
    std::unique_ptr<AuthorBackstage> author;
    Diagnostics notices;
};

Result<void> open_data(Stage& stage, const DesktopOptions& options) {
    const Result<std::string> data = app::find_data(options.data_dir, app::process_surroundings());
    if (!data) return tl::unexpected(data.error());
    if (Result<void> made = app::make_folder(*data); !made) return made;
    stage.data_folder = *data;
    stage.settings_file = (std::filesystem::path(*data) / "settings.json").string();
    const Result<Settings> settings = load_settings(stage.settings_file, stage.notices);
    if (!settings) return tl::unexpected(settings.error());
    stage.settings = *settings;
    Result<app::Records> records = app::Records::open({.folder = *data, .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    stage.records.emplace(std::move(*records));
    const Diagnostics& told = stage.records->notices();
    stage.notices.insert(stage.notices.end(), told.begin(), told.end());
    return {};
}

Result<void> open_window(Stage& stage, const Ground& ground) {
    stage.speaker = std::make_unique<Speaker>(app::words_folder(ground.share), ground.by_locale);
    if (const Result<bool> spoken = stage.speaker->follow(stage.settings); !spoken)
        return tl::unexpected(spoken.error());
    Result<std::unique_ptr<Window>> window =
        Window::open(stage.speaker->speech().words("desktop.window_title"), stage.settings.window);
    if (!window) return tl::unexpected(window.error());
    stage.window = std::move(*window);
    Result<std::unique_ptr<Machine>> machine =
        Machine::make(stage.speaker->face_for(stage.settings), stage.window->clipboard());
    if (!machine) return tl::unexpected(machine.error());
    stage.machine = std::move(*machine);
    Result<std::unique_ptr<Renderer>> renderer = Renderer::make(stage.machine->glyphs());
    if (!renderer) return tl::unexpected(renderer.error());
    stage.renderer = std::move(*renderer);
    return {};
}

// True: the content has just come in, or it is known that it can't be used.
bool content_arrives(Stage& stage, Shell& shell) {
    if (!stage.loader) return false;
    std::optional<Result<app::Content>> content = stage.loader->take();
    if (!content) return false;
    if (*content) {
        stage.content = std::move(**content);
        for (const Intent& intent : stage.live->content_arrived()) shell.wish(intent);
    } else {
        stage.content_error = content->error();
        shell.wish(intent::ContentArrived{content->error().diagnostics});
    }
    return true;
}

// For measuring the start: says when the first frame can be seen and when a conversation could begin.
class StartMarks {
public:
    explicit StartMarks(bool wanted) : wanted_(wanted) {}
    /// After a frame was shown. True: all was said.
    bool say(Window& window, const State& state) {
        if (!wanted_) return false;
        window.finish();
        if (!std::exchange(first_said_, true)) tell("first frame");
        if (state.content != ContentState::there) return false;
        tell("ready");
        return true;
    }

private:
    static void tell(const char* what) {
        std::puts(what);
        std::fflush(stdout);
    }
    bool wanted_, first_said_ = false;
};

double longest_sleep(const Stage& stage) {
    return stage.loader && stage.loader->is_loading() ? content_poll_s : longest_sleep_s;
}

void run_loop(Stage& stage, Shell& shell, Gallery* gallery, StartMarks marks) {
    int due = frames_after_event;
    Window& window = *stage.window;
    while (!window.wants_to_close() && !shell.state().quitting) {
        const Ui& ui = stage.machine->ui();
        const bool at_once = due > 0 || !window.input.empty() || ui.animating();
        const bool happened =
            at_once ? window.poll() : window.wait(std::clamp(ui.wakes_at() - clock_s(), 0.001, longest_sleep(stage)));
        const bool arrived = content_arrives(stage, shell);
        if (happened || arrived || clock_s() >= ui.wakes_at()) due = frames_after_event;
        shell.attend(window.focused());
        if (window.hidden()) {
            (void)window.wait(longest_sleep(stage));
            due = frames_after_event;  // when it is seen again
            continue;
        }
        if (due <= 0 && window.input.empty() && !ui.animating()) continue;
        --due;
        FrameInput input = window.input.take();
        input.composing = window.composing();
        if (shell.frame({window.width(), window.height(), window.scale()}, input, clock_s())) due = frames_after_event;
        if (gallery != nullptr && gallery->settle()) due = frames_after_event;
        window.set_pointer(stage.machine->pointer());
        stage.renderer->draw(window.width(), window.height(), ui.theme->ground);
        window.show();
        if (marks.say(window, shell.state())) return;
    }
}

void tell_notices(Shell& shell, const Diagnostics& notices) {
    for (const Diagnostic& d : notices)
        shell.wish(intent::Told{{.tone = d.level == Level::error ? Toast::Tone::bad : Toast::Tone::info,
                                 .key = {},
                                 .text = d.text,
                                 .remedy = d.remedy,
                                 .code = d.code}});
}

Result<void> known_scenario(const std::vector<scenarios::ScenarioCard>& cards, const std::string& id) {
    const auto is_it = [&](const scenarios::ScenarioCard& card) { return card.id == id; };
    if (id.empty() || cards.empty() || std::any_of(cards.begin(), cards.end(), is_it)) return {};
    Diagnostic d;
    d.code = "no-such-scenario";
    d.text = "There is no scenario '" + id + "'.";
    d.remedy = "See huashu list.";
    return fail(Error::Cause::usage, std::move(d));
}

Result<void> open_backstage(Stage& stage, const Ground& ground, const DesktopOptions& options) {
    if (options.gallery) {
        stage.backstage = std::make_unique<SampleBackstage>();
        return {};
    }
    std::vector<scenarios::ScenarioCard> cards = stage.loader->cards();
    if (Result<void> known = known_scenario(cards, options.scenario); !known) return known;
    stage.author = std::make_unique<AuthorBackstage>(
        stage.content, AuthorBackstage::options_for(ground.folders, ground.share, stage.data_folder));
    auto live = std::make_unique<LiveBackstage>(
        stage.content,
        LiveBackstage::Options{.records = &*stage.records,
                               .settings_file = stage.settings_file,
                               .data_folder = stage.data_folder,
                               .blueprint_folders = assess::blueprint_folders(ground.share, stage.data_folder),
                               .pack_folder = ground.folders.pack,
                               .papers_folder = app::papers_folder(stage.data_folder, app::process_surroundings()),
                               .new_seed = nullptr,
                               .cards = std::move(cards)});
    Result<void> begun = live->begin_as(stage.settings.person);
    stage.live = live.get();
    stage.backstage = std::move(live);
    return begun;
}

}  // namespace

Result<int> run_desktop(const DesktopOptions& options) {
    const Result<Ground> ground = find_ground(options.pack, options.library, options.language);
    if (!ground) return tl::unexpected(ground.error());
    Stage stage;
    // Rules and scenarios are read while the window opens, and are waited for by nobody.
    if (!options.gallery) stage.loader.emplace(ground->folders);
    if (const Result<void> opened = open_data(stage, options); !opened) return tl::unexpected(opened.error());
    if (!options.language.empty()) stage.settings.language = ground->by_locale;
    if (const Result<void> opened = open_window(stage, *ground); !opened) return tl::unexpected(opened.error());
    if (const Result<void> opened = open_backstage(stage, *ground, options); !opened)
        return tl::unexpected(opened.error());
    Shell shell(*stage.machine, *stage.speaker, *stage.backstage, stage.settings);
    if (stage.author) shell.write_with(*stage.author);
    if (stage.loader) shell.expect_content();
    tell_notices(shell, stage.notices);
    std::unique_ptr<Gallery> gallery;
    if (options.gallery)
        gallery = std::make_unique<Gallery>(shell, dynamic_cast<SampleBackstage&>(*stage.backstage), true);
    else
        shell.start(options.scenario);
    run_loop(stage, shell, gallery.get(), StartMarks(options.measure_start));
    Settings last = shell.state().settings;
    last.window = stage.window->place();
    if (!options.gallery && !(last == stage.settings)) (void)save_settings(stage.settings_file, last);
    if (stage.content_error) return tl::unexpected(*stage.content_error);
    return 0;
}

}  // namespace huashu::desktop
