#include "desktop/views/progress_view.hpp"

#include <algorithm>
#include <set>

namespace huashu::desktop {
namespace {

constexpr std::size_t most_scores = 40, averaged = 5;

bool passed(const app::EndRecord& end, int mark) { return end.score >= mark && !end.has_critical; }

void count(Tally& tally, const HomeState& home, const scenarios::ScenarioCard& card, int mark) {
    ++tally.total;
    const auto last = home.last.find(card.id);
    if (last == home.last.end() || !last->second.end) return;
    ++tally.played;
    if (passed(*last->second.end, mark)) ++tally.passed;
}

std::vector<FamilyRow> make_families(const State& state, const Speech& speech) {
    std::vector<FamilyRow> out;
    for (const auto complaint :
         {scoring::Complaint::service, scoring::Complaint::facility, scoring::Complaint::safety}) {
        FamilyRow family;
        family.label = speech.words.name("name.complaint.", name_of(complaint));
        family.icon = icon_of(complaint);
        for (int i = 1; i <= 4; ++i) {
            KindCell cell;
            cell.id = "§2." + std::to_string(static_cast<int>(complaint) + 1) + "." + std::to_string(i);
            cell.label = speech.words.name("name.kind.", cell.id);
            for (const auto& card : state.home.scenarios)
                if (card.kind == cell.id) count(cell.tally, state.home, card, state.pass_mark);
            family.kinds.push_back(std::move(cell));
        }
        out.push_back(std::move(family));
    }
    return out;
}

std::vector<ChapterRow> make_chapters(const State& state, const Speech& speech) {
    std::vector<ChapterRow> out;
    for (int chapter = 1; chapter <= 13; ++chapter) {
        ChapterRow row;
        row.chapter = chapter;
        std::set<std::string> points;
        for (const auto& card : state.home.scenarios) {
            bool teaches = chapter_of(card.kind) == chapter;
            if (teaches) points.insert(card.kind);
            for (const std::string& point : card.teaches) {
                if (chapter_of(point) != chapter) continue;
                teaches = true;
                points.insert(point);
            }
            if (teaches) count(row.tally, state.home, card, state.pass_mark);
        }
        if (row.tally.total == 0) continue;
        const std::string number = std::to_string(chapter);
        row.label = "§" + number + "　" + speech.words.name("desktop.chapter.", number);
        for (const std::string& point : points) row.points += (row.points.empty() ? "" : "　") + point;
        out.push_back(std::move(row));
    }
    return out;
}

void sum_up(const State& state, const Speech& speech, ProgressView& out) {
    Tally all;
    for (const auto& card : state.home.scenarios) count(all, state.home, card, state.pass_mark);
    for (auto a = state.history.attempts.rbegin(); a != state.history.attempts.rend(); ++a)
        if (a->end) out.scores.push_back(a->end->score);
    int finished = static_cast<int>(out.scores.size());
    if (out.scores.size() > most_scores) out.scores.erase(out.scores.begin(), out.scores.end() - most_scores);
    const std::size_t recent = std::min(averaged, out.scores.size());
    int sum = 0;
    for (std::size_t i = out.scores.size() - recent; i < out.scores.size(); ++i) sum += out.scores[i];
    out.passes_figure = std::to_string(all.passed) + "／" + std::to_string(all.total);
    out.passes_line = speech.words("desktop.progress.passed");
    out.scenarios_figure = std::to_string(finished);
    out.scenarios_line = speech.words("desktop.progress.finished");
    out.average_figure =
        recent == 0 ? "–" : std::to_string((sum + static_cast<int>(recent) / 2) / static_cast<int>(recent));
    out.average_line = speech.words("desktop.progress.average", {{"count", std::to_string(averaged)}});
    out.nothing_yet = finished == 0;
}

}  // namespace

ProgressView make_progress_view(const State& state, const Speech& speech) {
    ProgressView out;
    for (const app::Person& person : state.people.all)
        if (person.id == state.people.current) out.who = person.name;
    sum_up(state, speech, out);
    out.families = make_families(state, speech);
    out.chapters = make_chapters(state, speech);
    out.resume = make_resume(state.home, speech);
    if (!out.resume) out.next = next_step(state.home, speech, state.pass_mark);
    return out;
}

}  // namespace huashu::desktop
