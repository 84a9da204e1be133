#include "desktop/views/debrief_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace huashu::desktop {
namespace {

constexpr int least_turning = 12;

// Hundredths of a point as people write them: "20", "12.5", "0.25".
std::string points_text(int centipoints) {
    const int whole = std::abs(centipoints) / 100;
    const int part = std::abs(centipoints) % 100;
    std::string out = std::to_string(whole);
    if (part == 0) return out;
    out += part % 10 == 0 ? "." + std::to_string(part / 10) : (part < 10 ? ".0" : ".") + std::to_string(part);
    return out;
}

int worth(const scoring::DimensionScore& d) { return d.earned_centipoints - d.lost_centipoints; }

DimensionRow make_dimension(const scoring::DimensionScore& d, const std::optional<EarlierCard>& before,
                            const Speech& speech) {
    DimensionRow row;
    row.label = speech.words.name("name.dimension.", name_of(d.dimension));
    row.applies = d.possible_centipoints > 0 || d.lost_centipoints > 0;
    if (d.possible_centipoints > 0) {
        row.per_cent = static_cast<int>(std::lround(100.0 * d.earned_centipoints / d.possible_centipoints));
        row.figures = points_text(d.earned_centipoints) + " / " + points_text(d.possible_centipoints);
    }
    if (d.lost_centipoints > 0) row.lost = "−" + points_text(d.lost_centipoints);
    if (!before) return row;
    for (const scoring::DimensionScore& was : before->dimensions) {
        if (was.dimension != d.dimension || worth(was) == worth(d)) continue;
        row.better = worth(d) > worth(was);
        row.change = (row.better ? "+" : "−") + points_text(worth(d) - worth(was));
    }
    return row;
}

LedgerRow make_ledger_row(const scoring::LedgerLine& line, const Speech& speech) {
    using Kind = scoring::LedgerLine::Kind;
    LedgerRow row;
    row.reason = speech.content(line.reason);
    row.instead = speech.content(line.instead);
    row.source = line.source;
    row.dimension = speech.words.name("name.dimension.", name_of(line.dimension));
    row.turn_index = line.turn;
    if (row.reason.empty())
        row.reason = speech.words(line.kind == Kind::missed ? "desktop.debrief.not_clean" : "desktop.debrief.clean",
                                  {{"dimension", row.dimension}});
    if (line.turn >= 0) row.turn = speech.words("desktop.debrief.turn", {{"number", std::to_string(line.turn + 1)}});
    const std::string sign = line.centipoints < 0 ? "−" : "+";
    switch (line.kind) {
        case Kind::earned:
            row.kind = LedgerRow::Kind::earned;
            break;
        case Kind::missed:
            row.kind = LedgerRow::Kind::missed;
            break;
        case Kind::finding:
            row.kind = LedgerRow::Kind::lost;
            break;
        case Kind::shared:
            row.kind = LedgerRow::Kind::other;
            break;
        case Kind::floor:
            row.kind = LedgerRow::Kind::other;
            row.reason = speech.words("desktop.debrief.floor");
            break;
        case Kind::cap:
            row.kind = LedgerRow::Kind::other;
            row.reason = speech.words("desktop.debrief.cap");
            break;
    }
    row.points = line.kind == Kind::missed ? "0 / " + points_text(line.possible_centipoints)
                                           : sign + points_text(line.centipoints);
    return row;
}

int weight_of(const scenarios::Mood& a, const scenarios::Mood& b) {
    return std::abs(b.anger - a.anger) + std::abs(b.trust - a.trust) + std::abs(b.patience - a.patience);
}

TurningPoint make_turning_point(const PlayView& talk, int index, const Speech& speech) {
    const TurnView& turn = talk.turns[static_cast<std::size_t>(index)];
    TurningPoint out;
    out.turn = index;
    const int anger = turn.after.anger - turn.before.anger;
    out.better = anger + (turn.before.trust - turn.after.trust) < 0;
    out.title = speech.words("desktop.debrief.turn", {{"number", std::to_string(index + 1)}}) + "　" + turn.mood_line;
    if (out.better && !turn.acts.empty()) out.quote = turn.acts.front().quote;
    if (!out.better && !turn.findings.empty()) out.quote = turn.findings.front().quote;
    if (out.quote.empty()) out.quote = turn.reply.text;
    return out;
}

EarlierRow make_earlier(const app::AttemptSummary& a, const Speech& speech, int pass_mark) {
    EarlierRow row;
    row.attempt_id = a.id;
    row.when = time_for_people(speech, a.changed_ms);
    if (a.end) {
        row.rank = speech.words.name("name.rank.", a.end->rank);
        row.score = a.end->score;
        row.passed = a.end->score >= pass_mark && !a.end->has_critical;
    }
    return row;
}

}  // namespace

std::vector<int> turning_points(const std::vector<scenarios::Mood>& course, std::size_t most) {
    std::vector<int> turns;
    for (std::size_t i = 1; i < course.size(); ++i)
        if (weight_of(course[i - 1], course[i]) >= least_turning) turns.push_back(static_cast<int>(i) - 1);
    const auto weight = [&](int turn) {
        const auto i = static_cast<std::size_t>(turn);
        return weight_of(course[i], course[i + 1]);
    };
    std::stable_sort(turns.begin(), turns.end(), [&](int a, int b) { return weight(a) > weight(b); });
    if (turns.size() > most) turns.resize(most);
    std::sort(turns.begin(), turns.end());
    return turns;
}

namespace {

// Hints stand in the ledger as lines of their own, so that it adds up to the score that is shown.
void charge_hints(const Talk& talk, const Speech& speech, DebriefView& out) {
    if (talk.hints.empty()) return;
    for (const app::HintTaken& hint : talk.hints) {
        LedgerRow row;
        row.kind = LedgerRow::Kind::lost;
        row.points = "−" + std::to_string(app::hint_cost(hint.rung));
        row.reason = speech.words("desktop.hint.charged",
                                  {{"rung", speech.words.name("desktop.hint.rung.", std::to_string(hint.rung))}});
        row.turn_index = hint.turn < static_cast<int>(talk.turns.size()) ? hint.turn : -1;
        row.turn = speech.words("desktop.debrief.turn", {{"number", std::to_string(hint.turn + 1)}});
        out.ledger.push_back(std::move(row));
    }
    const int points = app::hint_points(talk.hints);
    if (points > talk.scorecard.score) {
        LedgerRow row;
        row.kind = LedgerRow::Kind::other;
        row.points = "+" + std::to_string(points - talk.scorecard.score);
        row.reason = speech.words("desktop.debrief.floor");
        out.ledger.push_back(std::move(row));
    }
    out.hints_line = speech.words("desktop.hint.used",
                                  {{"count", std::to_string(talk.hints.size())}, {"points", std::to_string(points)}});
}

void compare(const DebriefState& debrief, const Speech& speech, DebriefView& out) {
    const Talk& talk = *debrief.talk;
    for (auto a = debrief.earlier.rbegin(); a != debrief.earlier.rend(); ++a)  // the last one comes first in the list
        if (a->end) out.trend.push_back(a->id == talk.attempt_id ? score_of(talk) : a->end->score);
    if (!debrief.before) return;
    const int change = score_of(talk) - debrief.before->score;
    out.better_than_before = change > 0;
    out.against_before = speech.words("desktop.debrief.against_before", {{"change", signed_number(change)}});
}

std::vector<Alternative> alternatives_for(const scenarios::Turn& turn, const std::vector<scenarios::Choice>& offered,
                                          const Speech& speech) {
    std::vector<Alternative> out;
    for (const scenarios::Choice& c : offered) {
        if (c.text == turn.text) continue;
        out.push_back({speech.content(c.text), scenarios::Input::choose(c.id),
                       speech.words.name("name.quality.", name_of(c.quality))});
    }
    if (!turn.model_reply.empty() && turn.model_reply != turn.text)
        out.push_back({speech.content(turn.model_reply), scenarios::Input::say(turn.model_reply),
                       speech.words("desktop.debrief.model")});
    return out;
}

void look_ahead(const DebriefState& debrief, const Speech& speech, DebriefView& out) {
    const Talk& talk = *debrief.talk;
    out.reachable = debrief.outlook.reachable;
    out.no_return = debrief.outlook.no_return;
    if (out.no_return)
        out.no_return_line =
            speech.words("desktop.debrief.no_return", {{"number", std::to_string(*out.no_return + 1)}});
    for (std::size_t i = 0; i < talk.turns.size(); ++i) {
        const bool known = i < debrief.outlook.offered.size();
        out.alternatives.push_back(alternatives_for(
            talk.turns[i], known ? debrief.outlook.offered[i] : std::vector<scenarios::Choice>{}, speech));
    }
}

WhatIfView make_what_if(const DebriefState& debrief, const Speech& speech) {
    const scenarios::WhatIf& w = *debrief.what_if;
    const Talk& talk = *debrief.talk;
    WhatIfView out;
    out.turn = static_cast<int>(w.turn);
    out.said = speech.content(w.said);
    out.title = speech.words("desktop.whatif.title", {{"number", std::to_string(w.turn + 1)}});
    for (const scenarios::OwnerLine& line : w.answer) out.answer.push_back(make_owner_bubble(line, speech));
    out.was.push_back(talk.initial);
    for (const scenarios::Turn& turn : talk.turns) out.was.push_back(turn.after);
    out.course = w.after.course;
    const int change = w.after.score - talk.scorecard.score;  // both before hints
    out.score = std::to_string(w.after.score);
    out.change = signed_number(change);
    out.better = change > 0;
    const std::optional<scenarios::Ending>& ending = w.after.ending;
    out.ending = ending ? speech.words("desktop.whatif.ending",
                                       {{"rank", speech.words.name("name.rank.", name_of(ending->rank))},
                                        {"title", speech.content(ending->title)}})
                        : speech.words("desktop.whatif.open");
    out.note = speech.words("desktop.whatif.kept",
                            {{"kept", std::to_string(w.kept)}, {"replaced", std::to_string(w.replaced)}});
    return out;
}

}  // namespace

DebriefView make_debrief_view(const DebriefState& debrief, const Speech& speech) {
    DebriefView out;
    const Talk& talk = *debrief.talk;
    out.talk = make_play_view(talk, speech);
    out.ending = make_ending_view(talk, speech);
    out.verdict = speech.words(out.ending.has_critical ? "desktop.result.critical"
                               : out.ending.passed     ? "desktop.result.passed"
                                                       : "desktop.result.failed");
    out.pass_line = speech.words("desktop.debrief.pass_mark", {{"mark", std::to_string(talk.pass_mark)}});
    for (const scoring::DimensionScore& d : talk.scorecard.dimensions)
        out.dimensions.push_back(make_dimension(d, debrief.before, speech));
    for (const scoring::LedgerLine& line : talk.scorecard.ledger) out.ledger.push_back(make_ledger_row(line, speech));
    charge_hints(talk, speech, out);
    out.total = std::to_string(score_of(talk));
    for (const int turn : turning_points(out.talk.course))
        out.turning_points.push_back(make_turning_point(out.talk, turn, speech));
    for (const app::AttemptSummary& a : debrief.earlier)
        if (a.end && a.id != talk.attempt_id) out.earlier.push_back(make_earlier(a, speech, talk.pass_mark));
    compare(debrief, speech, out);
    look_ahead(debrief, speech, out);
    out.record = make_record_view(debrief.record, speech);
    if (debrief.what_if) out.what_if = make_what_if(debrief, speech);
    return out;
}

std::string debrief_text(const DebriefView& view, const Speech& speech) {
    std::string out = view.talk.title + "\n" + view.ending.title + " (" + view.ending.rank + ")\n" + view.verdict +
                      " " + view.total + "\n\n";
    const auto owner_says = [&](const std::vector<OwnerBubble>& bubbles) {
        for (const OwnerBubble& b : bubbles) {
            out += view.talk.owner + "：";
            if (!b.direction.empty()) out += "（" + b.direction + "）";
            out += b.text + "\n";
        }
    };
    owner_says(view.talk.opening);
    for (const TurnView& turn : view.talk.turns) {
        out += "\n" + std::to_string(turn.index + 1) + ". " + turn.reply.text + "\n";
        for (const FindingView& f : turn.findings)
            out += "  ✗ " + f.label + "「" + f.quote + "」" + f.points + " " + f.reason + " → " + f.instead + " " +
                   f.source + "\n";
        for (const ActView& a : turn.acts) out += "  ✓ " + a.label + "「" + a.quote + "」 " + a.source + "\n";
        out += "  " + turn.mood_line + "\n";
        owner_says(turn.owner);
    }
    out += "\n" + speech.words("desktop.debrief.ledger") + "\n";
    for (const LedgerRow& row : view.ledger)
        out += row.points + "\t" + row.reason + (row.source.empty() ? "" : "\t" + row.source) + "\n";
    return out + "= " + view.total + "\n";
}

}  // namespace huashu::desktop
