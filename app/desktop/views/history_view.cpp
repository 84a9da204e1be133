#include "desktop/views/history_view.hpp"

#include <algorithm>

#include "desktop/views/text_search.hpp"
#include "desktop/views/turn_view.hpp"

namespace huashu::desktop {
namespace {

using RowKind = HistoryRow::Kind;

const scenarios::ScenarioCard* card_of(const HomeState& home, const std::string& id) {
    for (const scenarios::ScenarioCard& card : home.scenarios)
        if (card.id == id) return &card;
    return nullptr;
}

bool wanted(HistoryFilter::Kind filter, RowKind kind) {
    switch (filter) {
        case HistoryFilter::Kind::all:
            return true;
        case HistoryFilter::Kind::passed:
            return kind == RowKind::passed;
        case HistoryFilter::Kind::failed:
            return kind == RowKind::failed;
        case HistoryFilter::Kind::running:
            return kind == RowKind::running;
    }
    return true;
}

// Scenarios whose words hold the search; found once, because there may be thousands of attempts at a few of them.
class ScenarioSearch {
public:
    ScenarioSearch(const HomeState& home, const std::string& search, const Speech& speech)
        : home_(home), wanted_(search), speech_(speech) {}

    bool finds(const std::string& scenario_id) {
        if (wanted_.empty()) return true;
        const auto [at, fresh] = known_.try_emplace(scenario_id, false);
        if (fresh) at->second = look(scenario_id);
        return at->second;
    }

private:
    bool look(const std::string& id) const {
        const scenarios::ScenarioCard* card = card_of(home_, id);
        if (card == nullptr) return wanted_.finds(id);
        return wanted_.finds(card->title) || wanted_.finds(card->owner.name) || wanted_.finds(card->persona_name) ||
               wanted_.finds(card->kind) || wanted_.finds(speech_.words.name("name.kind.", card->kind));
    }
    const HomeState& home_;
    TextSearch wanted_;
    const Speech& speech_;
    std::map<std::string, bool> known_;
};

HistoryRow make_row(const app::AttemptSummary& a, const State& state, const std::string& title, const Speech& speech) {
    HistoryRow row;
    row.attempt_id = a.id;
    row.title = title;
    row.when = time_for_people(speech, a.changed_ms);
    const std::string turns = speech.words("desktop.history.turns", {{"count", std::to_string(a.turns)}});
    if (a.end) {
        const bool passed = a.end->score >= state.pass_mark && !a.end->has_critical;
        row.kind = passed ? RowKind::passed : RowKind::failed;
        row.score = a.end->score;
        row.line = speech.words(passed ? "desktop.result.passed" : "desktop.result.failed") + "　" +
                   speech.words.name("name.rank.", a.end->rank) + "　" + turns;
    } else {
        const bool running = a.status == app::AttemptStatus::running;
        row.kind = running ? RowKind::running : RowKind::dropped;
        row.line = speech.words(running ? "desktop.history.running" : "desktop.history.dropped") + "　" + turns;
    }
    return row;
}

std::vector<HistoryOption> make_options(const HistoryFilter& now, const Speech& speech) {
    using Filter = HistoryFilter::Kind;
    const std::pair<Filter, const char*> all[] = {{Filter::all, "desktop.history.filter_all"},
                                                  {Filter::passed, "desktop.result.passed"},
                                                  {Filter::failed, "desktop.result.failed"},
                                                  {Filter::running, "desktop.history.filter_running"}};
    std::vector<HistoryOption> out;
    for (const auto& [kind, key] : all)
        out.push_back({"history.filter." + std::to_string(static_cast<int>(kind)),
                       speech.words(key),
                       {kind, now.search},
                       now.kind == kind});
    return out;
}

}  // namespace

HistoryView make_history_view(const State& state, const Speech& speech) {
    HistoryView out;
    const HistoryFilter& filter = state.history.filter;
    out.options = make_options(filter, speech);
    out.total = state.history.attempts.size();
    ScenarioSearch search(state.home, filter.search, speech);
    std::map<std::string, std::string> titles;
    std::map<std::string, int> before;  // by scenario; the list is walked from the first attempt on
    for (auto a = state.history.attempts.rbegin(); a != state.history.attempts.rend(); ++a) {
        const auto [title, fresh] = titles.try_emplace(a->scenario_id);
        if (fresh) {
            const scenarios::ScenarioCard* card = card_of(state.home, a->scenario_id);
            title->second = card != nullptr ? speech.content(card->title) : a->scenario_id;
        }
        const auto last = before.find(a->scenario_id);
        const bool compared = a->end && last != before.end() && last->second != a->end->score;
        const int change = compared ? a->end->score - last->second : 0;
        if (a->end) before[a->scenario_id] = a->end->score;
        if (!search.finds(a->scenario_id)) continue;
        HistoryRow row = make_row(*a, state, title->second, speech);
        if (!wanted(filter.kind, row.kind)) continue;
        if (compared) row.change = signed_number(change), row.better = change > 0;
        out.rows.push_back(std::move(row));
    }
    std::reverse(out.rows.begin(), out.rows.end());
    return out;
}

}  // namespace huashu::desktop
