#include "desktop/views/history_view.hpp"

namespace huashu::desktop {
namespace {

std::string title_of(const HomeState& home, const std::string& id, const Speech& speech) {
    for (const scenarios::ScenarioCard& card : home.scenarios)
        if (card.id == id) return speech.content(card.title);
    return id;
}

}  // namespace

HistoryView make_history_view(const State& state, const Speech& speech) {
    HistoryView out;
    for (const app::AttemptSummary& a : state.history.attempts) {
        HistoryRow row;
        row.attempt_id = a.id;
        row.title = title_of(state.home, a.scenario_id, speech);
        row.when = time_for_people(speech, a.changed_ms);
        const std::string turns = speech.words("desktop.history.turns", {{"count", std::to_string(a.turns)}});
        if (a.end) {
            const bool passed = a.end->score >= state.pass_mark && !a.end->has_critical;
            row.kind = passed ? HistoryRow::Kind::passed : HistoryRow::Kind::failed;
            row.score = a.end->score;
            row.line = speech.words(passed ? "desktop.result.passed" : "desktop.result.failed") + "　" +
                       speech.words.name("name.rank.", a.end->rank) + "　" + turns;
        } else {
            const bool running = a.status == app::AttemptStatus::running;
            row.kind = running ? HistoryRow::Kind::running : HistoryRow::Kind::dropped;
            row.line = speech.words(running ? "desktop.history.running" : "desktop.history.dropped") + "　" + turns;
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace huashu::desktop
