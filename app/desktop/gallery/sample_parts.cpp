#include "desktop/gallery/sample_parts.hpp"

namespace huashu::desktop::sample {
namespace {

scoring::ByteSpan span_of(const std::string& text, const std::string& part) {
    const std::size_t at = text.find(part);
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

}  // namespace

scoring::Finding finding(const std::string& text, const std::string& part, std::string rule, scoring::Family family,
                         scoring::Severity severity, std::string reason, std::string instead, std::string source,
                         int points) {
    scoring::Finding f;
    f.rule = std::move(rule);
    f.family = family;
    f.severity = severity;
    f.span = span_of(text, part);
    f.quote = part;
    f.reason = std::move(reason);
    f.instead = std::move(instead);
    f.source = std::move(source);
    f.points = points;
    return f;
}

scoring::EarnedAct act(const std::string& text, const std::string& part, scoring::Act what, std::string source) {
    scoring::EarnedAct a;
    a.act = what;
    a.span = span_of(text, part);
    a.source = std::move(source);
    a.reason = "說到了這一步該說的話。";
    return a;
}

scoring::LedgerLine line(scoring::LedgerLine::Kind kind, scoring::Dimension dimension, int centipoints, int possible,
                         std::string reason, std::string source, int turn) {
    scoring::LedgerLine l;
    l.kind = kind;
    l.dimension = dimension;
    l.centipoints = centipoints;
    l.possible_centipoints = possible;
    l.reason = std::move(reason);
    l.source = std::move(source);
    l.turn = turn;
    return l;
}

scenarios::OwnerLine says(std::string text, scenarios::OwnerLine::Why why) {
    scenarios::OwnerLine l;
    l.text = std::move(text);
    l.why = why;
    return l;
}

scoring::Scorecard scorecard() {
    using scoring::Dimension;
    using Kind = scoring::LedgerLine::Kind;
    scoring::Scorecard card;
    card.score = 71;
    card.dimensions = {{Dimension::listening, 2000, 2500, 0}, {Dimension::empathy, 2000, 2000, 0},
                       {Dimension::ownership, 2800, 3500, 0}, {Dimension::timing, 1000, 2000, 200},
                       {Dimension::wording, 0, 0, 0},         {Dimension::deescalation, 0, 0, 0},
                       {Dimension::compliance, 0, 0, 500},    {Dimension::forbidden, 0, 0, 1800}};
    card.ledger = {line(Kind::earned, Dimension::empathy, 2000, 2000, "為帶來的不便致歉，並說出理解", "§4.2.1", 1),
                   line(Kind::earned, Dimension::listening, 2000, 2000, "問清損壞的時間、位置、範圍", "§4.2.2", 1),
                   line(Kind::missed, Dimension::listening, 0, 500, "把業主說的複述一遍，請他確認", "§1.1.3", -1),
                   line(Kind::earned, Dimension::ownership, 2800, 2800, "安排專業人員、說明做什麼", "§4.2.3", 2),
                   line(Kind::missed, Dimension::ownership, 0, 700, "說明加強巡查，防止再發生", "§4.2.3", -1),
                   line(Kind::earned, Dimension::timing, 2000, 2000, "給出到場時限", "§1.2.3", 2),
                   line(Kind::finding, Dimension::forbidden, -1200, 0, "推諉：不歸我們管", "§1.2.1", 0),
                   line(Kind::finding, Dimension::forbidden, -600, 0, "生硬拒絕：我們也沒辦法", "§1.2.2", 0),
                   line(Kind::finding, Dimension::compliance, -500, 0, "過度承諾：以後絕對不會再漏", "§4.2.3", 2),
                   line(Kind::finding, Dimension::timing, -200, 0, "含糊：盡快", "§1.2.3", 2)};
    card.ledger[5].centipoints = 2800;  // so that the sum is the score
    card.ledger[5].possible_centipoints = 2800;
    card.dimensions[3].earned_centipoints = 2800;
    card.dimensions[3].possible_centipoints = 2800;
    return card;
}

app::AttemptSummary running(std::string id, std::string scenario, int turns) {
    app::AttemptSummary s;
    s.id = std::move(id);
    s.scenario_id = std::move(scenario);
    s.turns = turns;
    s.started_ms = some_day_ms;
    s.changed_ms = some_day_ms + 600'000;
    return s;
}

app::AttemptSummary finished(std::string id, std::string scenario, int score, std::string rank) {
    app::AttemptSummary s = running(std::move(id), std::move(scenario), 6);
    s.status = app::AttemptStatus::ended;
    app::EndRecord end;
    end.ending = "settled";
    end.rank = std::move(rank);
    end.score = score;
    s.end = std::move(end);
    return s;
}

}  // namespace huashu::desktop::sample
