#include "desktop/shell/shell.hpp"

#include "desktop/shell/rail.hpp"

namespace huashu::desktop {
namespace {

// Effects bring intents, which may bring effects: a chain longer than this is a fault in update().
constexpr int longest_chain = 8;

}  // namespace

Shell::Shell(Machine& machine, Speaker& speaker, Backstage& backstage, Settings settings)
    : machine_(machine), speaker_(speaker), backstage_(backstage) {
    state_.settings = settings;
    follow_settings();
}

void Shell::start(const std::string& scenario_id) {
    for (const Intent& back : backstage_.perform(effect::LoadHome{})) apply(back, 0);
    if (!scenario_id.empty()) wish(intent::StartTalk{scenario_id});
}

void Shell::wish(const Intent& intent) { apply(intent, 0); }

void Shell::apply(const Intent& intent, int depth) {
    if (depth > longest_chain) return;
    const Effects effects = update(state_, intent);
    if (std::holds_alternative<intent::ChangeSettings>(intent)) follow_settings();
    for (const Effect& effect : effects)
        for (const Intent& back : backstage_.perform(effect)) apply(back, depth + 1);
}

void Shell::follow_settings() {
    Ui& ui = machine_.ui();
    ui.theme = &theme(state_.settings.theme);
    ui.scale.text = static_cast<float>(state_.settings.text_per_cent) / 100.0f;
    ui.motion = state_.settings.motion;
    const HanScript wanted = speaker_.face_for(state_.settings);
    const Result<bool> changed = speaker_.follow(state_.settings);
    if (!changed) {
        apply(intent::Failed{changed.error()}, 1);
        return;
    }
    if (*changed) views_.language_changed();
    if (wanted != machine_.glyphs().script()) {
        if (const Result<void> faces = machine_.glyphs().use_script(wanted); !faces)
            apply(intent::Failed{faces.error()}, 1);
    }
}

bool Shell::frame(const FrameSize& size, const FrameInput& input, double now_s) {
    machine_.begin(size, input, now_s);
    Intents wishes;
    draw(Box{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}, wishes);
    machine_.end();
    for (const Intent& wish : wishes) apply(wish, 0);
    return !wishes.empty();
}

void Shell::draw(Box all, Intents& out) {
    Ui& ui = machine_.ui();
    rail_ui(ui, all.cut_left(rail_width(ui)), state_, speaker_.speech(), out);
    draw_page(all, out);
}

void Shell::draw_page(Box box, Intents& out) {
    Ui& ui = machine_.ui();
    const Speech speech = speaker_.speech();
    switch (state_.page) {
        case Page::home:
            home_screen_ui(ui, box, views_.home(state_, speech), state_.home.filters, speech, out);
            break;
        case Page::play:
            if (state_.play.talk)
                play_screen_ui(ui, box, state_, views_.play(state_, speech), views_.coach(state_, speech), speech, play_,
                               out);
            break;
        default: break;
    }
}

}  // namespace huashu::desktop
