#include "desktop/tour/guide.hpp"

#include <algorithm>

namespace huashu::desktop {
namespace {

using scenarios::Quality;

constexpr std::string_view favourite = "leak-master-bedroom";
constexpr int longest_talk = 24;
// A reply with a little of everything that the coach shows.
constexpr std::u32string_view half_typed = U"對不起，周女士。您先別激動，外牆的事我也沒辦法。";

const scenarios::ScenarioCard* pick(const std::vector<scenarios::ScenarioCard>& cards) {
    const auto found = std::find_if(cards.begin(), cards.end(), [](const auto& c) { return c.id == favourite; });
    if (found != cards.end()) return &*found;
    return cards.empty() ? nullptr : &cards.front();
}

}  // namespace

Result<void> Guide::walk() {
    shell_.start();
    const scenarios::ScenarioCard* card = pick(shell_.state().home.scenarios);
    if (card == nullptr) {
        shoot("home-empty");
        return result_;
    }
    scenario_ = card->id;
    play_before();
    play();
    look_back();
    sit();
    review();
    look_around();
    return result_;
}

void Guide::shoot(const std::string& name) {
    if (!result_) return;
    result_ = camera_.shoot(shell_, folder_, name);
}

void Guide::choose(Quality quality) {
    const auto& choices = shell_.state().play.talk->choices;
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const auto& c) { return c.quality == quality; });
    if (found != choices.end())
        shell_.wish(intent::Choose{found->id});
    else if (!choices.empty())
        shell_.wish(intent::Choose{choices.front().id});
    else
        shell_.wish(intent::Say{"好的。"});
}

void Guide::focus_editor() {
    camera_.input.push(KeyEvent{Key::e, KeyEvent::Kind::press, {.ctrl = true}});
    camera_.input.push(KeyEvent{Key::e, KeyEvent::Kind::release, {}});
    camera_.settle(shell_);
}

void Guide::type(std::u32string_view text) {
    for (const char32_t c : text) camera_.input.push(TextEvent{c});
    camera_.settle(shell_);
}

// One conversation that was finished and one that was broken off, so that the home screen has something to show.
void Guide::play_before() {
    shell_.wish(intent::StartTalk{scenario_});
    for (int i = 0; i < longest_talk && !shell_.state().play.talk->ending; ++i)
        choose(i % 3 == 0 ? Quality::near : Quality::best);
    const auto& cards = shell_.state().home.scenarios;
    const std::string other = cards.back().id == scenario_ ? cards.front().id : cards.back().id;
    shell_.wish(intent::StartTalk{other});
    choose(Quality::best);
    choose(Quality::best);
    shell_.wish(intent::LeaveTalk{});
    if (shell_.state().play.leaving) shell_.wish(intent::PauseTalk{});
    while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    shell_.wish(intent::SelectScenario{scenario_});
    shoot("home");
    Filters nothing;
    nothing.search = "沒有這樣的情境";
    shell_.wish(intent::SetFilters{nothing});
    shoot("home-nothing-found");
    shell_.wish(intent::SetFilters{});
}

void Guide::play() {
    shell_.wish(intent::StartTalk{scenario_});
    shoot("play-opening");
    choose(Quality::bad);
    shoot("play-angry");
    if (shell_.state().play.talk->ending) shell_.wish(intent::StartTalk{scenario_});  // that was too much for him
    focus_editor();
    type(half_typed);
    shoot("play-coach");
    choose(Quality::best);
    shell_.wish(intent::Hint{});
    shell_.wish(intent::Hint{});
    shell_.wish(intent::Hint{});
    shoot("play-hints");
    choose(Quality::best);
    shoot("play-calmer");
    shell_.wish(intent::LeaveTalk{});
    shoot("play-leaving");
    shell_.wish(intent::StayInTalk{});
    for (int i = 0; i < longest_talk && !shell_.state().play.talk->ending; ++i) choose(Quality::best);
    shoot("play-ending");
}

void Guide::look_back() {
    shell_.wish(intent::ShowDebrief{});
    shoot("debrief-overview");
    shell_.wish(intent::SelectTurn{0});
    shoot("debrief-replies");
    shell_.wish(intent::SelectTurn{1});
    shoot("debrief-second-reply");
    what_if();
    shell_.wish(intent::SelectTab{DebriefTab::ledger});
    shoot("debrief-ledger");
    record();
}

// The first reply was the best: what would have come of a poor one?
void Guide::what_if() {
    const auto& offered = shell_.state().debrief.outlook.offered;
    if (offered.empty()) return;
    for (const scenarios::Choice& c : offered.front())
        if (c.quality == Quality::near) {
            shell_.wish(intent::SelectTurn{0});
            shell_.wish(intent::AskWhatIf{0, scenarios::Input::choose(c.id)});
            return shoot("debrief-what-if");
        }
}

void Guide::record() {
    if (!shell_.state().debrief.record.wanted) return;
    shell_.wish(intent::SelectTab{DebriefTab::record});
    shoot("debrief-record");
    scenarios::RecordForm form;
    form.kind = shell_.state().debrief.talk->card.kind;
    form.facts = "主臥飄窗頂上滴水，上週五起，一晚上兩盆；燈罩進水。業主脾氣很大。";
    form.urgency = scenarios::Urgency::urgent;
    form.department = scenarios::Department::engineering;
    form.promises = {{"韓師傅帶電工上門", "今天中午十二點前"}, {"回電話", ""}};
    shell_.wish(intent::FillInRecord{form});
    while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    shoot("debrief-record-scored");
}

void Guide::look_around() {
    shell_.wish(intent::Go{Page::progress});
    shoot("progress");
    shell_.wish(intent::Go{Page::history});
    shoot("history");
    shell_.wish(intent::Go{Page::analysis});
    shoot("analysis");
    shell_.wish(intent::ChoosePerson{});
    shoot("people");
    shell_.wish(intent::ChoosePerson{});
    shell_.wish(intent::Go{Page::settings});
    shoot("settings");
    shell_.wish(intent::ToggleShortcuts{});
    shoot("keys");
    shell_.wish(intent::ToggleShortcuts{});
    Error full;
    full.cause = Error::Cause::system;
    Diagnostic d;
    d.code = "disk-full";
    full.diagnostics = {d};
    shell_.wish(intent::Go{Page::home});
    shell_.wish(intent::Failed{full});
    shell_.wish(intent::Told{{.tone = Toast::Tone::good, .key = "desktop.toast.copied", .text = {}, .remedy = {}}});
    shoot("messages");
    while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    Settings settings = shell_.state().settings;
    settings.theme = settings.theme == ThemeId::dark ? ThemeId::light : ThemeId::dark;
    shell_.wish(intent::ChangeSettings{settings});
    shoot("home-other-theme");
}

}  // namespace huashu::desktop
