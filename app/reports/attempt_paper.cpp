#include <cmath>

#include "play/page.hpp"
#include "reports/paper_writer.hpp"
#include "reports/papers.hpp"
#include "reports/talk_on_paper.hpp"

namespace huashu::app {
namespace {

std::string ending_words(const AttemptFacts& a, const desktop::Speech& speech) {
    if (a.rank.empty()) return speech.words("desktop.exam.unfinished");
    return speech.words("desktop.play.ending", {{"rank", speech.words.name("name.rank.", a.rank)}}) + "　" +
           speech.content(a.ending_title);
}

std::string part_words(const AttemptFacts& a, const desktop::Speech& speech) {
    if (!a.sitting) return {};
    return speech.words("desktop.paper.part", {{"title", speech.content(a.sitting->blueprint)},
                                               {"number", std::to_string(a.sitting->item + 1)},
                                               {"count", std::to_string(a.sitting->count)}});
}

void add_head(PaperWriter& to, const AttemptFacts& a, const Stamp& stamp) {
    const desktop::Speech& speech = to.speech();
    const Words& words = speech.words;
    to.add(PaperKind::title, speech.content(a.title));
    to.add(PaperKind::quiet, words("desktop.paper.attempt") + (stamp.site.empty() ? "" : "　" + stamp.site));
    desktop::PaperBlock& verdict = to.add(PaperKind::verdict, verdict_words(a, speech));
    verdict.figure = std::to_string(a.score);
    verdict.aside =
        words("desktop.debrief.pass_mark", {{"mark", std::to_string(a.pass_mark)}}) + "　" + ending_words(a, speech);
    verdict.good = a.passed();
    to.pairs({{words("desktop.paper.person"), a.person},
              {words("desktop.paper.kind"), a.kind.empty() ? "" : a.kind + " " + words.name("name.kind.", a.kind)},
              {words("desktop.paper.part_name"), part_words(a, speech)},
              {words("desktop.paper.began"), local_time_text(a.started_ms)},
              {words("desktop.paper.ended"), local_time_text(a.ended_ms)},
              {words("desktop.paper.difficulty"), a.difficulty == 0 ? "" : std::to_string(a.difficulty)},
              {words("desktop.paper.turns"), std::to_string(a.turns.size())},
              {words("desktop.paper.hints"), a.hint_points == 0 ? "" : "−" + std::to_string(a.hint_points)},
              {words("desktop.paper.record"), a.record_score ? std::to_string(*a.record_score) : ""},
              {words("desktop.paper.scenario_hash"), a.scenario_hash.substr(0, 16)},
              {words("desktop.paper.packs_hash"), a.packs_hash.substr(0, 16)},
              {words("desktop.paper.attempt_id"), a.id}});
    if (a.sitting && a.sitting->machine != a.score)
        to.add(PaperKind::text, words("desktop.exam.both_scores", {{"machine", std::to_string(a.sitting->machine)},
                                                                   {"now", std::to_string(a.score)}}));
    if (a.sitting && a.sitting->provisional) to.add(PaperKind::text, words("desktop.paper.provisional"));
    if (a.rewound) to.add(PaperKind::text, words("desktop.paper.rewound"));
    if (a.basis == AttemptFacts::Basis::changed)
        to.add(PaperKind::text, words("desktop.paper.changed", {{"now", std::to_string(a.score_now)}}));
    if (a.basis == AttemptFacts::Basis::not_played && !a.sitting)
        to.add(PaperKind::text, words("desktop.paper.not_played"));
}

void add_course(PaperWriter& to, const AttemptFacts& a) {
    if (a.turns.empty() || a.basis == AttemptFacts::Basis::not_played) return;
    to.heading("desktop.debrief.course");
    desktop::PaperBlock& curve = to.add(PaperKind::curve);
    curve.course.push_back(a.initial);
    for (const TurnFacts& turn : a.turns) curve.course.push_back(turn.after);
    for (const char* mood : {"anger", "trust", "patience"})
        curve.names.push_back(to.speech().words.name("name.mood.", mood));
}

void add_dimensions(PaperWriter& to, const AttemptFacts& a) {
    if (a.dimensions.empty()) return;
    to.heading("desktop.debrief.dimensions");
    for (const scoring::DimensionScore& d : a.dimensions) {
        const std::string name = to.speech().words.name("name.dimension.", name_of(d.dimension));
        const std::string lost = d.lost_centipoints > 0 ? "−" + short_points(d.lost_centipoints) : "";
        if (d.possible_centipoints == 0) {
            to.bar(name, std::nullopt, lost.empty() ? "–" : lost, true);
            continue;
        }
        const auto share = static_cast<int>(std::lround(100.0 * d.earned_centipoints / d.possible_centipoints));
        to.bar(name, share,
               short_points(d.earned_centipoints) + "／" + short_points(d.possible_centipoints) +
                   (lost.empty() ? "" : "　" + lost),
               share >= a.pass_mark);
    }
}

void add_reply(PaperWriter& to, const TurnFacts& turn, std::size_t index) {
    const desktop::Speech& speech = to.speech();
    const Words& words = speech.words;
    if (!turn.owner.empty()) to.add(PaperKind::owner, speech.content(turn.owner));
    to.add(PaperKind::quiet, words("desktop.debrief.turn", {{"number", std::to_string(index + 1)}}) + "　" +
                                 words("desktop.debrief.reply_score", {{"score", std::to_string(turn.score)}}) + "　" +
                                 speech.content(turn.stage_title));
    const bool typed = turn.kind == scenarios::Input::Kind::typed;
    const bool silent = turn.kind == scenarios::Input::Kind::silence;
    desktop::PaperBlock& said =
        to.add(PaperKind::reply, silent                ? words("desktop.turn.silent")
                                 : !turn.reply.empty() ? (typed ? turn.reply : speech.content(turn.reply))
                                                       : "=" + turn.choice);
    // Spans are bytes of the words as typed; a choice may be shown in another script.
    if (typed || speech.content(turn.reply) == turn.reply)
        for (const scoring::Finding& f : turn.findings)
            if (f.span.end <= said.text.size() && f.span.begin < f.span.end)
                said.marks.push_back({desktop::PaperMark::Kind::finding, f.span.begin, f.span.end});
    for (const scoring::Finding& f : turn.findings) {
        const std::string label = f.family ? words.name("name.family.", name_of(*f.family)) : f.rule;
        to.row(f.points > 0 ? "−" + std::to_string(f.points) : "",
               label + (f.quote.empty() ? "" : "「" + f.quote + "」") + "　" + speech.content(f.reason), f.source);
        if (!f.instead.empty())
            to.add(PaperKind::better, words("desktop.debrief.instead") + "　" + speech.content(f.instead));
    }
}

std::string ledger_reason(const scoring::LedgerLine& line, const desktop::Speech& speech) {
    using Sort = scoring::LedgerLine::Kind;
    if (line.kind == Sort::floor) return speech.words("desktop.debrief.floor");
    if (line.kind == Sort::cap) return speech.words("desktop.debrief.cap");
    if (!line.reason.empty()) return speech.content(line.reason);
    return speech.words(line.kind == Sort::missed ? "desktop.debrief.not_clean" : "desktop.debrief.clean",
                        {{"dimension", speech.words.name("name.dimension.", name_of(line.dimension))}});
}

// What a person changed stands below the line: what the program reckoned, who, why.
void add_change(PaperWriter& to, const AttemptFacts& a, std::size_t line) {
    if (!a.sitting) return;
    for (const ChangedLine& c : a.sitting->changes)
        if (c.line == line)
            to.add(PaperKind::quiet, to.speech().words("desktop.exam.note.changed",
                                                       {{"by", c.by},
                                                        {"from", short_points(c.from_centi, true)},
                                                        {"to", short_points(a.ledger[line].centipoints, true)},
                                                        {"reason", c.reason}}));
}

void add_ledger(PaperWriter& to, const AttemptFacts& a) {
    if (a.ledger.empty()) return;
    const desktop::Speech& speech = to.speech();
    const Words& words = speech.words;
    to.heading("desktop.debrief.ledger");
    int sum = 0;
    for (std::size_t i = 0; i < a.ledger.size(); ++i) {
        const scoring::LedgerLine& line = a.ledger[i];
        sum += line.centipoints;
        const std::string turn =
            line.turn < 0 ? "" : "　" + words("desktop.debrief.turn", {{"number", std::to_string(line.turn + 1)}});
        to.row(line.kind == scoring::LedgerLine::Kind::missed && line.centipoints == 0
                   ? "0/" + short_points(line.possible_centipoints)
                   : short_points(line.centipoints, true),
               ledger_reason(line, speech), line.source + turn);
        add_change(to, a, i);
    }
    if (a.hint_points > 0) to.row("−" + std::to_string(a.hint_points), words("desktop.paper.hints_taken"));
    const int total = a.basis == AttemptFacts::Basis::changed ? a.score_now : a.score;
    to.row(std::to_string(total), words("desktop.debrief.sum"), short_points(sum - 100 * a.hint_points));
}

}  // namespace

void add_talk(PaperWriter& to, const AttemptFacts& attempt) {
    add_dimensions(to, attempt);
    add_course(to, attempt);
    to.heading("desktop.debrief.replies");
    for (std::size_t i = 0; i < attempt.turns.size(); ++i) add_reply(to, attempt.turns[i], i);
    add_ledger(to, attempt);
}

desktop::Paper make_attempt_paper(const AttemptFacts& attempt, const Stamp& stamp, const desktop::Speech& speech) {
    PaperWriter to(speech, stamp,
                   speech.content(attempt.title) + (attempt.person.empty() ? "" : " " + attempt.person) + " " +
                       local_day_text(attempt.ended_ms));
    add_head(to, attempt, stamp);
    add_talk(to, attempt);
    to.signatures();
    return to.take();
}

}  // namespace huashu::app
