#include "desktop/views/sitting_view.hpp"

#include <algorithm>
#include <cstdlib>

namespace huashu::desktop {
namespace {

using Kind = scoring::LedgerLine::Kind;

SittingLedgerRow::Kind kind_of(Kind kind) {
    switch (kind) {
        case Kind::earned:
            return SittingLedgerRow::Kind::earned;
        case Kind::missed:
            return SittingLedgerRow::Kind::missed;
        case Kind::finding:
            return SittingLedgerRow::Kind::lost;
        case Kind::shared:
        case Kind::floor:
        case Kind::cap:
            return SittingLedgerRow::Kind::other;
    }
    return SittingLedgerRow::Kind::other;
}

std::string reason_of(const scoring::LedgerLine& line, const Speech& speech) {
    if (line.kind == Kind::floor) return speech.words("desktop.debrief.floor");
    if (line.kind == Kind::cap) return speech.words("desktop.debrief.cap");
    if (!line.reason.empty()) return speech.content(line.reason);
    return speech.words(line.kind == Kind::missed ? "desktop.debrief.not_clean" : "desktop.debrief.clean",
                        {{"dimension", speech.words.name("name.dimension.", name_of(line.dimension))}});
}

// What people said about a line, in the order in which they said it.
std::string note_of(const assess::Review& review, assess::LineRef at, const Speech& speech) {
    const app::Words& words = speech.words;
    std::string out;
    const auto add = [&](std::string part) { out += (out.empty() ? "" : "\n") + part; };
    for (const assess::Appeal& a : review.appeals) {
        if (a.at != at) continue;
        add(words("desktop.exam.note.contested", {{"by", a.by}, {"reason", a.reason}}));
        if (a.decided)
            add(words(a.decided->upheld ? "desktop.exam.note.upheld" : "desktop.exam.note.rejected",
                      {{"by", a.decided->by}, {"reason", a.decided->reason}}));
    }
    for (const assess::LineChange& c : review.changes)
        if (c.at == at && c.appeal < 0)
            add(words("desktop.exam.note.changed", {{"by", c.by},
                                                    {"reason", c.reason},
                                                    {"from", centi_words(c.from_centi, true)},
                                                    {"to", centi_words(c.to_centi, true)}}));
    return out;
}

SittingLedgerRow make_ledger_line(const OpenSitting& open, int item, int index, const Speech& speech) {
    const assess::Filed& filed = open.filed;
    const assess::ItemResult& result = filed.sitting.result->items[static_cast<std::size_t>(item)];
    const scoring::LedgerLine& line = result.ledger[static_cast<std::size_t>(index)];
    const assess::LineRef at{item, index};
    SittingLedgerRow out;
    out.line = index;
    out.kind = kind_of(line.kind);
    out.now_centi = filed.review.worth_of(at).value_or(line.centipoints);
    out.points = line.kind == Kind::missed || line.kind == Kind::earned
                     ? centi_words(out.now_centi, false) + "／" + centi_words(line.possible_centipoints, false)
                     : centi_words(out.now_centi, true);
    if (out.now_centi != line.centipoints) out.machine = centi_words(line.centipoints, true);
    out.reason = reason_of(line, speech);
    out.instead = speech.content(line.instead);
    out.source = line.source;
    out.dimension = speech.words.name("name.dimension.", name_of(line.dimension));
    if (line.turn >= 0) {
        out.turn = speech.words("desktop.debrief.turn", {{"number", std::to_string(line.turn + 1)}});
        const auto& said = open.replies;
        const auto i = static_cast<std::size_t>(item), t = static_cast<std::size_t>(line.turn);
        if (i < said.size() && t < said[i].size() && line.kind != Kind::earned) out.quote = said[i][t];
    }
    if (const auto range = assess::range_of(*filed.sitting.result, at)) {
        out.can_act = true;
        out.least_centi = range->least;
        out.most_centi = range->most;
    }
    for (std::size_t a = 0; a < filed.review.appeals.size(); ++a)
        if (filed.review.appeals[a].at == at && !filed.review.appeals[a].decided) {
            out.contested = true;
            out.appeal = static_cast<int>(a);
        }
    out.fatal = std::any_of(result.fatal.begin(), result.fatal.end(), [&](const auto& f) { return f.line == index; });
    out.note = note_of(filed.review, at, speech);
    return out;
}

std::string fatal_reason_words(const assess::FatalReason& reason, const std::string& title, const Speech& speech) {
    const app::Words& words = speech.words;
    std::string what = reason.what;
    if (reason.why == assess::FatalReason::Why::severity) what = words.name("name.severity.", reason.what);
    if (reason.why == assess::FatalReason::Why::family) what = words.name("name.family.", reason.what);
    if (reason.why == assess::FatalReason::Why::ending)
        what = words("desktop.exam.fatal.ending", {{"rank", words.name("name.rank.", reason.what)}});
    const std::string where =
        reason.turn >= 0 ? words("desktop.debrief.turn", {{"number", std::to_string(reason.turn + 1)}}) : std::string();
    return title + "　" + (where.empty() ? "" : where + "　") + what;
}

void add_watched(const assess::Sitting& s, const Speech& speech, SittingView& out) {
    const app::Words& words = speech.words;
    const auto add = [&](const char* key, int count) {
        if (count > 0) out.watched.push_back(words(key, {{"count", std::to_string(count)}}));
    };
    if (s.focus_losses > 0)
        out.watched.push_back(words("desktop.exam.watched.focus",
                                    {{"count", std::to_string(s.focus_losses)}, {"time", clock_words(s.away_ms)}}));
    add("desktop.exam.watched.pasted", s.pasted_replies());
    add("desktop.exam.watched.resumed", s.resumes);
    add("desktop.exam.watched.clock", s.clock_set_back);
    if (out.watched.empty()) out.watched.push_back(words("desktop.exam.watched.nothing"));
}

std::string verdict_of(const SittingView& view, const assess::ReviewedResult& result, const Speech& speech) {
    if (result.fatal) return speech.words("desktop.exam.verdict.fatal");
    return speech.words(view.passed ? "desktop.exam.verdict.passed" : "desktop.exam.verdict.failed");
}

void add_items(const OpenSitting& open, const assess::ReviewedResult& result, const Speech& speech, SittingView& out) {
    const assess::SittingResult& sealed = *open.filed.sitting.result;
    for (std::size_t i = 0; i < sealed.items.size(); ++i) {
        const assess::ItemResult& item = sealed.items[i];
        SittingItemRow row;
        row.title = i < open.titles.size() ? speech.content(open.titles[i]) : item.scenario_id;
        const std::string end =
            item.finished ? speech.words.name("name.rank.", item.rank) : speech.words("desktop.exam.unfinished");
        row.line = speech.words("desktop.exam.item_line",
                                {{"weight", std::to_string(item.weight)}, {"turns", std::to_string(item.turns)}}) +
                   "　" + end;
        row.machine = item.score;
        row.now = result.items[i].now;
        row.fatal = !result.items[i].fatal.empty();
        row.low = row.now < open.filed.sitting.begun.marking.least_per_scenario;
        row.selected = static_cast<int>(i) == open.item;
        for (const assess::FatalReason& f : result.items[i].fatal)
            out.fatal.push_back(fatal_reason_words(f, row.title, speech));
        out.items.push_back(std::move(row));
    }
}

void add_pasted(const OpenSitting& open, SittingView& out) {
    const auto item = static_cast<std::size_t>(open.item);
    if (item >= open.pasted.size()) return;
    for (std::size_t t = 0; t < open.pasted[item].size(); ++t) {
        if (open.pasted[item][t].empty()) continue;
        MarkedText text;
        text.text = open.replies[item][t];
        int number = 0;
        for (const scoring::ByteSpan& span : open.pasted[item][t])
            text.marks.push_back({MarkKind::advice, number++, span});
        out.pasted.push_back(std::move(text));
    }
}

}  // namespace

std::string centi_words(int centi, bool with_sign) {
    const int whole = std::abs(centi) / 100, part = std::abs(centi) % 100;
    std::string out = centi < 0 ? "−" : with_sign && centi > 0 ? "+" : "";
    out += std::to_string(whole);
    if (part == 0) return out;
    out += "." + std::to_string(part / 10);
    return part % 10 == 0 ? out : out + std::to_string(part % 10);
}

SittingView make_sitting_view(const OpenSitting& open, const Speech& speech) {
    const assess::Sitting& s = open.filed.sitting;
    const MySitting line = make_my_sitting(open.filed, speech);
    SittingView out;
    out.title = line.title;
    out.who = s.begun.person;
    out.when = line.line;
    out.state = line.state;
    out.as_supervisor = open.as_supervisor;
    out.is_set_aside = s.phase == assess::Sitting::Phase::set_aside;
    add_watched(s, speech, out);
    if (s.set_aside)
        out.confirmed =
            speech.words("desktop.exam.note.set_aside", {{"by", s.set_aside->by}, {"reason", s.set_aside->reason}});
    const auto result = open.filed.result();
    if (!result) return out;
    out.sealed = true;
    out.machine = result->machine;
    out.now = result->now;
    out.passed = result->passed;
    out.provisional = result->provisional;
    out.open_appeals = open.filed.review.open_appeals();
    add_items(open, *result, speech, out);
    out.verdict = verdict_of(out, *result, speech);
    if (const auto& c = open.filed.review.confirmed)
        out.confirmed = speech.words(
            "desktop.exam.note.confirmed",
            {{"by", c->by}, {"when", time_for_people(speech, open.filed.review.confirmed_ms)}, {"note", c->note}});
    const auto& ledger = s.result->items[static_cast<std::size_t>(open.item)].ledger;
    for (int i = 0; i < static_cast<int>(ledger.size()); ++i)
        out.ledger.push_back(make_ledger_line(open, open.item, i, speech));
    out.total = std::to_string(out.items[static_cast<std::size_t>(open.item)].now);
    add_pasted(open, out);
    return out;
}

}  // namespace huashu::desktop
