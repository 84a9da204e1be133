// How results stand in JSON: the fields of every part, for the codec. Private to assess.
#pragma once

#include <array>

#include "assess/codec.hpp"
#include "assess/result.hpp"
#include "scenarios/record_form.hpp"

namespace huashu::scoring {

inline std::span<const std::string_view> names_of(LedgerLine::Kind) {
    static constexpr std::array<std::string_view, 6> names{"earned", "missed", "finding", "shared", "floor", "cap"};
    return names;
}
inline std::span<const std::string_view> names_of(Dimension) {
    static constexpr std::array<std::string_view, dimension_count> names{
        "listening", "empathy", "ownership", "timing", "wording", "deescalation", "compliance", "forbidden"};
    return names;
}
inline std::span<const std::string_view> names_of(Family) {
    static constexpr std::array<std::string_view, family_count> names{
        "deflect", "blame",       "refuse",  "impatient", "mock",    "threaten", "abuse",
        "vague",   "overpromise", "privacy", "cold",      "command", "argue"};
    return names;
}

template <class Io>
void fields(Io& io, ByteSpan& span) {
    io("begin", span.begin);
    io("end", span.end);
}
template <class Io>
void fields(Io& io, LedgerLine& line) {
    io("kind", line.kind);
    io("rule", line.rule);
    io("dimension", line.dimension);
    io("points", line.centipoints);
    io("possible", line.possible_centipoints);
    io("span", line.span);
    io("reason", line.reason);
    io("instead", line.instead);
    io("source", line.source);
    io("turn", line.turn);
}
template <class Io>
void fields(Io& io, DimensionScore& score) {
    io("dimension", score.dimension);
    io("earned", score.earned_centipoints);
    io("possible", score.possible_centipoints);
    io("lost", score.lost_centipoints);
}

}  // namespace huashu::scoring

namespace huashu::scenarios {

inline std::span<const std::string_view> names_of(Rank) {
    static constexpr std::array<std::string_view, 5> names{"best", "good", "mixed", "bad", "worst"};
    return names;
}
inline std::span<const std::string_view> names_of(Input::Kind) {
    static constexpr std::array<std::string_view, 3> names{"choice", "typed", "silence"};
    return names;
}
inline std::span<const std::string_view> names_of(Urgency) {
    static constexpr std::array<std::string_view, urgency_count> names{"normal", "urgent", "emergency"};
    return names;
}
inline std::span<const std::string_view> names_of(Department) {
    static constexpr std::array<std::string_view, department_count> names{"service",     "engineering", "order",
                                                                          "environment", "finance",     "management"};
    return names;
}
template <class Io>
void fields(Io& io, RecordedPromise& promise) {
    io("what", promise.what);
    io("by", promise.by);
}
template <class Io>
void fields(Io& io, RecordForm& form) {
    io("kind", form.kind);
    io("facts", form.facts);
    io("urgency", form.urgency);
    io("department", form.department);
    io("promises", form.promises);
}
template <class Io>
void fields(Io& io, Input& input) {
    io("kind", input.kind);
    io("value", input.value);
}

}  // namespace huashu::scenarios

namespace huashu::assess {

inline std::span<const std::string_view> names_of(FatalReason::Why) {
    static constexpr std::array<std::string_view, 4> names{"severity", "family", "rule", "ending"};
    return names;
}
inline std::span<const std::string_view> names_of(Replies) {
    static constexpr std::array<std::string_view, 3> names{"either", "choice", "typed"};
    return names;
}

template <class Io>
void fields(Io& io, FatalReason& reason) {
    io("why", reason.why);
    io("what", reason.what);
    io("rule", reason.rule);
    io("turn", reason.turn);
    io("line", reason.line);
}
template <class Io>
void fields(Io& io, ItemResult& item) {
    io("scenario", item.scenario_id);
    io("weight", item.weight);
    io("score", item.score);
    io("finished", item.finished);
    io("turns", item.turns);
    io("ending", item.ending);
    io("rank", item.rank);
    io("ledger", item.ledger);
    io("dimensions", item.dimensions);
    io("fatal", item.fatal);
    io.optional("record", item.record_percent);
}
template <class Io>
void fields(Io& io, SittingResult& result) {
    io("items", result.items);
    io("score", result.score);
    io("fatal", result.fatal);
    io("too_low", result.too_low);
    io("passed", result.passed);
    io("hash", result.hash);
}
template <class Io>
void fields(Io& io, FatalRules& rules) {
    io("families", rules.families);
    io("rules", rules.rules);
    io("endings", rules.endings);
}
template <class Io>
void fields(Io& io, Marking& marking) {
    io("pass_mark", marking.pass_mark);
    io("least_per_scenario", marking.least_per_scenario);
    io.optional("record", marking.record_percent);
    io("fatal", marking.fatal);
}

}  // namespace huashu::assess
