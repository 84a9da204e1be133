#include "desktop/shell/shell.hpp"

#include "desktop/editor/author_room.hpp"
#include "desktop/screens/assess_screens.hpp"
#include "desktop/screens/content_screen.hpp"
#include "desktop/screens/progress_screen.hpp"
#include "desktop/screens/settings_screen.hpp"
#include "desktop/shell/rail.hpp"
#include "desktop/views/debrief_paper.hpp"
#include "records/uuid.hpp"
#include "reports/papers.hpp"

namespace huashu::desktop {
namespace {

// Effects bring intents, which may bring effects: a chain longer than this is a fault in update().
constexpr int longest_chain = 8;

// Whoever goes to another page has left the author's room.
bool goes_elsewhere(const Intent& intent) {
    const auto* exam = std::get_if<intent::Exam>(&intent);
    if (exam != nullptr) return std::holds_alternative<exam_wish::Open>(*exam->what);
    return std::holds_alternative<intent::Go>(intent) || std::holds_alternative<intent::LeaveTalk>(intent) ||
           std::holds_alternative<intent::StartTalk>(intent);
}

}  // namespace

Shell::Shell(Machine& machine, Speaker& speaker, Backstage& backstage, Settings settings)
    : machine_(machine), speaker_(speaker), backstage_(backstage), exams_(std::make_unique<ExamScreens>()) {
    state_.settings = settings;
    follow_settings();
}

Shell::~Shell() = default;

void Shell::attend(bool focused) {
    if (std::exchange(focused_, focused) == focused) return;
    wish(exam_intent(exam_wish::Away{!focused}));
}

void Shell::write_with(AuthorBackstage& author) { author_ = std::make_unique<AuthorRoom>(author); }

void Shell::show_author(bool shown) {
    // Whoever sits a sealed talk has no way to its model replies.
    const bool sealed = state_.page == Page::sitting || (state_.page == Page::play && state_.play.sealed);
    if (!author_ || shown == writing_ || (shown && sealed)) return;
    writing_ = shown;
    if (shown)
        author_->enter();
    else
        author_->keep_words();
    machine_.ui().focus.clear();
}

bool Shell::tell_author_messages() {
    const std::vector<AuthorMessage> messages = author_->take_messages();
    for (const AuthorMessage& message : messages) {
        const Diagnostic& d = message.failure;
        if (message.key.empty())
            wish(intent::Failed{{.diagnostics = {d}}});
        else
            wish(intent::Told{{.tone = Toast::Tone::info, .key = message.key, .text = message.text, .remedy = {}}});
    }
    return !messages.empty();
}

void Shell::start(const std::string& scenario_id) {
    for (const Intent& back : backstage_.perform(effect::LoadPeople{})) apply(back, 0);
    for (const Intent& back : backstage_.perform(effect::LoadHome{})) apply(back, 0);
    if (!scenario_id.empty()) wish(intent::StartTalk{scenario_id});
}

void Shell::begin_anew() {
    const Settings kept = state_.settings;
    state_ = {};
    state_.settings = kept;
    views_ = {};
    home_ = {};
    history_ = {};
    analysis_ = {};
    exams_ = std::make_unique<ExamScreens>();
    people_ = {};
    PlayScreen no_talk;
    DebriefScreen no_debrief;
    play_ = std::move(no_talk);
    debrief_ = std::move(no_debrief);
    toast_times_.clear();
    machine_.ui().focus.clear();
}

void Shell::wish(const Intent& intent) { apply(intent, 0); }

void Shell::apply(const Intent& intent, int depth) {
    if (depth > longest_chain) return;
    if (depth == 0 && goes_elsewhere(intent)) show_author(false);
    const Effects effects = update(state_, intent);
    if (std::holds_alternative<intent::ChangeSettings>(intent)) follow_settings();
    if (std::holds_alternative<intent::ContentArrived>(intent) && author_) {
        author_->content_changed();
        if (writing_) author_->enter();
    }
    for (const Effect& effect : effects) {
        if (std::holds_alternative<effect::CopyDebrief>(effect)) copy_debrief();
        if (std::holds_alternative<effect::PrintDebrief>(effect)) print_debrief(depth + 1);
        if (const auto* wish = std::get_if<effect::ExportAnalysis>(&effect)) export_analysis(*wish, depth + 1);
        for (const Intent& back : backstage_.perform(effect)) apply(back, depth + 1);
    }
}

// What was said, with the owner's line before it and where in the talk it stood.
void Shell::take_example(int turn) {
    const std::optional<Talk>& talk = state_.debrief.talk;
    if (!author_ || !talk || turn < 0 || turn >= static_cast<int>(talk->turns.size())) return;
    const scenarios::Turn& said = talk->turns[static_cast<std::size_t>(turn)];
    const std::vector<scenarios::OwnerLine>& before =
        turn == 0 ? talk->opening : talk->turns[static_cast<std::size_t>(turn - 1)].owner;
    app::ReplyExample reply{said.text, {}, {}, {}};
    if (!before.empty()) reply.owner = before.back().text;
    reply.complaint = name_of(talk->card.complaint);
    reply.step = name_of(said.step);
    show_author(true);
    author_->take_example(reply);
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
    if (*changed) {
        views_.language_changed();
        exams_->language_changed();
    }
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
    if (const std::optional<int> turn = std::exchange(debrief_.example, std::nullopt)) take_example(*turn);
    const bool written = writing_ && !lacks_content() && author_->carry_out();
    const bool told = author_ && tell_author_messages();
    return !wishes.empty() || written || told;
}

void Shell::draw(Box all, Intents& out) {
    Ui& ui = machine_.ui();
    if (draw_instead && draw_instead(ui, all)) return take_shortcuts(out);
    const Box whole = all;
    ui.blocked = dialog_open(state_) ? 1 : 0;
    const RailPlace place = !author_ ? RailPlace::no_room : writing_ ? RailPlace::room : RailPlace::page;
    if (rail_ui(ui, all.cut_left(rail_width(ui)), state_, place, speaker_.speech(), out)) show_author(true);
    if (lacks_content())
        content_screen_ui(ui, all, state_, speaker_.speech());
    else if (writing_)
        author_->draw(ui, all, speaker_.speech());
    else
        draw_page(all, out);
    ui.blocked = 0;
    dialog_ui(ui, whole, state_, speaker_.speech(), people_, out);
    toasts_ui(ui, whole, state_, speaker_.speech(), toast_times_, out);
    take_shortcuts(out);
}

// The home screen lists what there is before it can be played; settings need nothing.
bool Shell::lacks_content() const {
    if (state_.content == ContentState::there) return false;
    if (writing_) return true;
    if (state_.page == Page::settings) return false;
    return state_.content == ContentState::unusable || state_.page != Page::home || state_.talk_waits;
}

void Shell::take_shortcuts(Intents& out) {
    Ui& ui = machine_.ui();
    const Mods ctrl{.ctrl = true};
    const auto zoom = [&](int per_cent) {
        Settings changed = state_.settings;
        changed.text_per_cent = per_cent;
        out.push_back(intent::ChangeSettings{changed});
    };
    if (ui.take_key(Key::f1)) out.push_back(intent::ToggleShortcuts{});
    if (ui.take_key(Key::f2) && !state_.shortcuts_shown) out.push_back(intent::ChoosePerson{});
    if (!dialog_open(state_)) {
        if (ui.take_key(Key::digit1, ctrl))
            out.push_back(state_.page == Page::play ? Intent{intent::LeaveTalk{}} : Intent{intent::Go{Page::home}});
        if (ui.take_key(Key::digit2, ctrl)) out.push_back(intent::Go{Page::progress});
        if (ui.take_key(Key::digit3, ctrl)) out.push_back(intent::Go{Page::history});
        if (ui.take_key(Key::digit4, ctrl)) out.push_back(intent::Go{Page::settings});
        if (ui.take_key(Key::digit5, ctrl)) out.push_back(intent::Go{Page::analysis});
        if (ui.take_key(Key::digit6, ctrl)) out.push_back(exam_intent(exam_wish::Open{}));
        if (ui.take_key(Key::digit7, ctrl)) show_author(true);
    }
    if (ui.take_key(Key::equal, ctrl) || ui.take_key(Key::equal, {.shift = true, .ctrl = true}))
        zoom(state_.settings.text_per_cent + text_step);
    if (ui.take_key(Key::minus, ctrl)) zoom(state_.settings.text_per_cent - text_step);
    if (ui.take_key(Key::digit0, ctrl)) zoom(100);
    if (ui.take_key(Key::comma, ctrl)) out.push_back(intent::Go{Page::settings});
    if (ui.take_key(Key::q, ctrl)) out.push_back(intent::Quit{});
}

void Shell::copy_debrief() {
    if (!machine_.ui().clipboard().set) return;
    machine_.ui().clipboard().set(debrief_text(views_.debrief(state_, speaker_.speech()), speaker_.speech()));
    apply(intent::Told{{.tone = Toast::Tone::good, .key = "desktop.toast.copied", .text = {}, .remedy = {}}}, 1);
}

void Shell::print_debrief(int depth) {
    std::string who;
    for (const app::Person& person : state_.people.all)
        if (person.id == state_.people.current) who = person.name;
    const Speech speech = speaker_.speech();
    const std::string when = time_for_people(speech, app::clock_ms());
    const Paper paper = make_debrief_paper(views_.debrief(state_, speech), who, when, speech);
    for (const Intent& back : backstage_.perform(effect::WritePaper{paper})) apply(back, depth);
}

void Shell::export_analysis(const effect::ExportAnalysis& wish, int depth) {
    if (!state_.analysis.facts) return;
    const Speech speech = speaker_.speech();
    const app::Stamp stamp{app::clock_ms(), {}};
    Effect write;
    if (wish.of_person) {
        app::PersonPaper paper;
        for (const app::Person& person : state_.people.all)
            if (person.id == wish.person) paper.name = person.name;
        for (const app::AttemptFacts& a : *state_.analysis.facts)
            if (a.person_id == wish.person) paper.attempts.push_back(a);
        if (const auto plan = state_.analysis.plans.find(wish.person); plan != state_.analysis.plans.end())
            paper.plan = plan->second;
        write = effect::WritePaper{app::make_person_paper(paper, stamp, speech)};
    } else {
        effect::WriteWorkbook book;
        book.name = speech.words("cli.report.workbook") + " " + app::day_of(stamp.made_ms);
        book.tables = app::make_tables({*state_.analysis.facts, state_.analysis.sittings}, speech);
        write = std::move(book);
    }
    for (const Intent& back : backstage_.perform(write)) apply(back, depth);
}

void Shell::draw_page(Box box, Intents& out) {
    Ui& ui = machine_.ui();
    const Speech speech = speaker_.speech();
    switch (state_.page) {
        case Page::home:
            home_screen_ui(ui, box, views_.home(state_, speech), speech, home_, out);
            break;
        case Page::play:
            if (state_.play.talk)
                play_screen_ui(ui, box, state_, views_.play(state_, speech), views_.coach(state_, speech), speech,
                               play_, out);
            break;
        case Page::debrief:
            debrief_.may_write = author_ != nullptr;
            if (state_.debrief.talk)
                debrief_screen_ui(ui, box, state_.debrief, views_.debrief(state_, speech), speech, debrief_, out);
            break;
        case Page::progress:
            progress_screen_ui(ui, box, state_, views_.progress(state_, speech), speech, out);
            break;
        case Page::history:
            history_screen_ui(ui, box, state_.history, views_.history(state_, speech), speech, history_, out);
            break;
        case Page::analysis:
            analysis_screen_ui(ui, box, state_, views_.analysis(state_, speech), speech, analysis_, out);
            break;
        case Page::settings:
            settings_screen_ui(ui, box, state_, speech, out);
            break;
        case Page::exams:
        case Page::exam:
        case Page::sitting:
        case Page::supervise:
        case Page::blueprint:
        case Page::marking:
        case Page::care:
        case Page::kept:
            exams_->draw(ui, box, state_, speech, out);
            break;
    }
}

}  // namespace huashu::desktop
