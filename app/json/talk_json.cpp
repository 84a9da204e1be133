#include "json/talk_json.hpp"

#include "json/json_writer.hpp"
#include "scoring/judgement_json.hpp"

namespace huashu::app {
namespace {

using scenarios::Input;
using scenarios::Mood;
using scenarios::OwnerLine;
using scenarios::Session;
using scenarios::Turn;

std::string_view name_of(OwnerLine::Why why) {
    switch (why) {
        case OwnerLine::Why::enter:
            return "enter";
        case OwnerLine::Why::answer:
            return "answer";
        case OwnerLine::Why::reaction:
            return "reaction";
        case OwnerLine::Why::fact:
            return "fact";
        case OwnerLine::Why::event:
            return "event";
        case OwnerLine::Why::stuck:
            return "stuck";
        case OwnerLine::Why::ending:
            return "ending";
    }
    return "";
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<OwnerLine>& lines) {
    json.key(key);
    json.begin_array();
    for (const OwnerLine& line : lines) {
        json.begin_object();
        json.member("why", name_of(line.why));
        json.member("from", line.from);
        json.member("text", line.text);
        json.end_object();
    }
    json.end_array();
}

void write_mood(JsonWriter& json, std::string_view key, const Mood& mood) {
    json.key(key);
    json.begin_object();
    json.member("anger", mood.anger);
    json.member("trust", mood.trust);
    json.member("patience", mood.patience);
    json.end_object();
}

void write_changes(JsonWriter& json, const std::vector<scenarios::MoodChange>& changes) {
    json.key("changes");
    json.begin_array();
    for (const scenarios::MoodChange& change : changes) {
        json.begin_object();
        json.member("cause", change.cause);
        json.member("anger", change.anger);
        json.member("trust", change.trust);
        json.member("patience", change.patience);
        json.end_object();
    }
    json.end_array();
}

void write_input(JsonWriter& json, const Turn& turn) {
    switch (turn.input.kind) {
        case Input::Kind::choice:
            json.member("choice", turn.input.value);
            break;
        case Input::Kind::typed:
            json.member("typed", true);
            break;
        case Input::Kind::silence:
            json.member("silence", true);
            break;
    }
    if (turn.quality) json.member("quality", scenarios::name_of(*turn.quality));
}

void write_turn(JsonWriter& json, const Turn& turn, int number) {
    json.begin_object();
    json.member("turn", number);
    json.member("stage", turn.stage);
    json.member("step", scoring::name_of(turn.step));
    write_input(json, turn);
    json.member("text", turn.text);
    std::string judgement;
    scoring::append_json(judgement, turn.judgement, "", {.advice = true, .ledger = true});
    json.key("judgement");
    json.raw(judgement);
    write_mood(json, "before", turn.before);
    write_mood(json, "after", turn.after);
    write_changes(json, turn.changes);
    json.key("told");
    json.begin_array();
    for (const std::string& fact : turn.told) json.value(fact);
    json.end_array();
    write_lines(json, "owner", turn.owner);
    json.end_object();
}

void write_ledger_line(JsonWriter& json, const scoring::LedgerLine& line) {
    json.begin_object();
    json.member("kind", scoring::name_of(line.kind));
    json.member("rule", line.rule);
    json.member("dimension", scoring::name_of(line.dimension));
    json.member("centipoints", line.centipoints);
    json.member("possible_centipoints", line.possible_centipoints);
    if (line.turn >= 0) json.member("turn", line.turn + 1);
    json.member("source", line.source);
    json.end_object();
}

void write_scorecard(JsonWriter& json, const scoring::Scorecard& card) {
    json.member("score", card.score);
    json.member("has_critical", card.has_critical);
    json.key("dimensions");
    json.begin_array();
    for (const scoring::DimensionScore& each : card.dimensions) {
        json.begin_object();
        json.member("dimension", scoring::name_of(each.dimension));
        json.member("earned_centipoints", each.earned_centipoints);
        json.member("possible_centipoints", each.possible_centipoints);
        json.member("lost_centipoints", each.lost_centipoints);
        json.end_object();
    }
    json.end_array();
    json.key("ledger");
    json.begin_array();
    for (const scoring::LedgerLine& line : card.ledger) write_ledger_line(json, line);
    json.end_array();
}

void write_ending(JsonWriter& json, const std::optional<scenarios::Ending>& ending) {
    json.member("ended", ending.has_value());
    if (!ending) return;
    json.key("ending");
    json.begin_object();
    json.member("id", ending->id);
    json.member("title", ending->title);
    json.member("rank", scenarios::name_of(ending->rank));
    json.member("note", ending->note);
    json.end_object();
}

void write_memories(JsonWriter& json, const std::vector<scenarios::Memory>& memories) {
    if (memories.empty()) return;
    json.key("memories");
    json.begin_array();
    for (const scenarios::Memory& memory : memories) {
        json.begin_object();
        json.member("id", memory.id);
        json.member("sort", scenarios::name_of(memory.sort));
        json.member("note", memory.note);
        json.end_object();
    }
    json.end_array();
}

void write_record_line(JsonWriter& json, const scenarios::RecordLine& line) {
    json.begin_object();
    json.member("part", scenarios::name_of(line.part));
    json.member("verdict", scenarios::name_of(line.verdict));
    json.member("item", line.item);
    json.member("quote", line.quote);
    json.member("source", line.source);
    json.member("centipoints", line.centipoints);
    json.member("possible_centipoints", line.possible_centipoints);
    if (line.turn >= 0) json.member("turn", line.turn + 1);
    json.end_object();
}

void write_record(JsonWriter& json, const scenarios::RecordForm& form, const scenarios::RecordScore& score) {
    json.key("record");
    json.begin_object();
    json.member("score", score.score);
    json.key("form");
    json.raw(scenarios::to_json(form));
    json.key("lines");
    json.begin_array();
    for (const scenarios::RecordLine& line : score.lines) write_record_line(json, line);
    json.end_array();
    json.end_object();
}

}  // namespace

std::string talk_json(const Session& session, const std::optional<scenarios::RecordForm>& form,
                      const scenarios::RecordScore& score) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("scenario", session.scenario().card().id);
    json.member("seed", session.save().seed);
    write_lines(json, "opening", session.opening());
    json.key("turns");
    json.begin_array();
    int number = 0;
    for (const Turn& turn : session.turns()) write_turn(json, turn, ++number);
    json.end_array();
    write_ending(json, session.ending());
    write_scorecard(json, session.scorecard());
    write_memories(json, session.memories());
    if (form) write_record(json, *form, score);
    json.end_object();
    return out + "\n";
}

}  // namespace huashu::app
