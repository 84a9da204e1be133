#include "desktop/desktop.hpp"

#include <clocale>
#include <cstdio>
#include <filesystem>
#include <future>

#include "assess/blueprint.hpp"
#include "author/pack_in_use.hpp"
#include "desktop/editor/author_backstage.hpp"
#include "desktop/gallery/gallery.hpp"
#include "desktop/live/content_arrival.hpp"
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
    app::Content content;                 ///< filled in when it has been read
    std::optional<ContentLoader> loader;  ///< none: nothing is read (the gallery)
    std::unique_ptr<Window> window;
    std::unique_ptr<Machine> machine;
    std::unique_ptr<Renderer> renderer;
    std::unique_ptr<Speaker> speaker;
    std::unique_ptr<Backstage> backstage;
    std::unique_ptr<AuthorBackstage> author;
    std::optional<ContentArrival> arrival;  ///< none: the gallery is shown
    Diagnostics notices;
    std::unique_ptr<Shell> shell;
    std::unique_ptr<Gallery> gallery;
};

Result<void> find_data_folder(Stage& stage, const DesktopOptions& options) {
    const Result<std::string> data = app::find_data(options.data_dir, app::process_surroundings());
    if (!data) return tl::unexpected(data.error());
    if (Result<void> made = app::make_folder(*data); !made) return made;
    stage.data_folder = *data;
    stage.settings_file = (std::filesystem::path(*data) / "settings.json").string();
    const Result<Settings> settings = load_settings(stage.settings_file, stage.notices);
    if (!settings) return tl::unexpected(settings.error());
    stage.settings = *settings;
    return {};
}

Result<void> open_records(Stage& stage) {
    Result<app::Records> records =
        app::Records::open({.folder = stage.data_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    stage.records.emplace(std::move(*records));
    const Diagnostics& told = stage.records->notices();
    stage.notices.insert(stage.notices.end(), told.begin(), told.end());
    return {};
}

/// The window's, which opens while this is handed over; asked only when somebody copies.
Clipboard clipboard_of(const std::unique_ptr<Window>& window) {
    return {[&window] { return window->clipboard().get(); },
            [&window](const std::string& text) { window->clipboard().set(text); }};
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
    return stage.arrival && stage.arrival->is_due() ? content_poll_s : longest_sleep_s;
}

void run_loop(Stage& stage, StartMarks marks) {
    int due = frames_after_event;
    Shell& shell = *stage.shell;
    std::optional<app::Language> titled;
    Window& window = *stage.window;
    while (!window.wants_to_close() && !shell.state().quitting) {
        const Ui& ui = stage.machine->ui();
        const bool at_once = due > 0 || !window.input.empty() || ui.animating();
        const bool happened =
            at_once ? window.poll() : window.wait(std::clamp(ui.wakes_at() - clock_s(), 0.001, longest_sleep(stage)));
        const bool arrived = stage.arrival && stage.arrival->attend(shell);
        if (happened || arrived || clock_s() >= ui.wakes_at()) due = frames_after_event;
        shell.attend(window.focused());
        if (window.hidden()) {
            (void)window.wait(longest_sleep(stage));
            due = frames_after_event;  // when it is seen again
            continue;
        }
        if (due <= 0 && window.input.empty() && !ui.animating()) continue;
        --due;
        if (const app::Language spoken = stage.speaker->language_of(shell.state().settings); titled != spoken) {
            window.set_title(stage.speaker->speech().words("desktop.window_title"));
            titled = spoken;
        }
        FrameInput input = window.input.take();
        input.composing = window.composing();
        if (shell.frame({window.width(), window.height(), window.scale()}, input, clock_s())) due = frames_after_event;
        if (stage.gallery && stage.gallery->settle()) due = frames_after_event;
        window.set_pointer(stage.machine->pointer());
        stage.renderer->draw(window.width(), window.height(), ui.theme->ground);
        window.show();
        if (stage.loader) stage.loader->read_rules();
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
        stage.content, AuthorBackstage::options_for(app::content_folders(ground.share, options.pack, options.library),
                                                    ground.share, stage.data_folder));
    auto live = std::make_unique<LiveBackstage>(
        stage.content,
        LiveBackstage::Options{.records = &*stage.records,
                               .settings_file = stage.settings_file,
                               .data_folder = stage.data_folder,
                               .blueprint_folders = assess::blueprint_folders(ground.share, stage.data_folder),
                               .papers_folder = app::papers_folder(stage.data_folder, app::process_surroundings()),
                               .new_seed = nullptr,
                               .cards = std::move(cards)});
    Result<void> begun = live->begin_as(stage.settings.person);
    stage.arrival.emplace(
        stage.content, *stage.loader, *live, *stage.author, [options, data = stage.data_folder, share = ground.share] {
            Diagnostics ignored;  // the room of authors tells them
            return app::content_folders(share, app::pack_to_load(options.pack, data, ignored), options.library, data);
        });
    stage.backstage = std::move(live);
    return begun;
}

Result<void> make_shell(Stage& stage, const DesktopOptions& options) {
    stage.shell = std::make_unique<Shell>(*stage.machine, *stage.speaker, *stage.backstage, stage.settings);
    if (stage.author) stage.shell->write_with(*stage.author);
    if (stage.loader) stage.shell->expect_content();
    tell_notices(*stage.shell, stage.notices);
    if (options.gallery) {
        stage.gallery = std::make_unique<Gallery>(*stage.shell, dynamic_cast<SampleBackstage&>(*stage.backstage), true);
        return {};
    }
    stage.shell->start(options.scenario);
    // A frame that nobody sees draws the characters and lays out the lines of the one that will be.
    const WindowPlace& place = stage.settings.window;
    (void)stage.shell->frame({place.width, place.height, 1}, {}, clock_s());
    return {};
}

/// All that the window will show. Needs no window, and takes as long as to open one: so both are done at once.
Result<void> furnish(Stage& stage, const Ground& ground, const DesktopOptions& options) {
    if (Result<void> opened = open_records(stage); !opened) return opened;
    stage.speaker = std::make_unique<Speaker>(app::words_folder(ground.share), ground.by_locale);
    if (const Result<bool> spoken = stage.speaker->follow(stage.settings); !spoken)
        return tl::unexpected(spoken.error());
    Result<std::unique_ptr<Machine>> machine =
        Machine::make(stage.speaker->face_for(stage.settings), clipboard_of(stage.window));
    if (!machine) return tl::unexpected(machine.error());
    stage.machine = std::move(*machine);
    if (Result<void> opened = open_backstage(stage, ground, options); !opened) return opened;
    return make_shell(stage, options);
}

Result<void> open_window(Stage& stage, const Ground& ground, const DesktopOptions& options) {
    std::setlocale(LC_CTYPE, "");  // GLFW would do it while fontconfig asks for it
    std::future<Result<void>> furnishing =
        std::async(std::launch::async, [&] { return furnish(stage, ground, options); });
    Result<std::unique_ptr<Window>> window = Window::open(stage.settings.window);
    const Result<void> furnished = furnishing.get();
    if (!window) return tl::unexpected(window.error());
    if (!furnished) return furnished;
    stage.window = std::move(*window);
    Result<std::unique_ptr<Renderer>> renderer = Renderer::make(stage.machine->glyphs());
    if (!renderer) return tl::unexpected(renderer.error());
    stage.renderer = std::move(*renderer);
    stage.window->appear();
    return {};
}

}  // namespace

Result<int> run_desktop(const DesktopOptions& options) {
    Stage stage;
    const Result<Ground> ground = find_ground(
        {app::pack_to_load(options.pack, options.data_dir, stage.notices), options.library, options.data_dir},
        options.language);
    if (!ground) return tl::unexpected(ground.error());
    // The list of scenarios is read while the window opens, the rules when it stands, and nobody waits for them.
    if (!options.gallery) stage.loader.emplace(ground->folders);
    if (const Result<void> found = find_data_folder(stage, options); !found) return tl::unexpected(found.error());
    if (!options.language.empty()) stage.settings.language = ground->by_locale;
    if (const Result<void> opened = open_window(stage, *ground, options); !opened)
        return tl::unexpected(opened.error());
    run_loop(stage, StartMarks(options.measure_start));
    Settings last = stage.shell->state().settings;
    last.window = stage.window->place();
    if (!options.gallery && !(last == stage.settings)) (void)save_settings(stage.settings_file, last);
    if (stage.arrival && stage.arrival->error()) return tl::unexpected(*stage.arrival->error());
    return 0;
}

}  // namespace huashu::desktop
