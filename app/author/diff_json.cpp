#include "author/diff_text.hpp"

namespace huashu::app {
namespace {

void write_figure(JsonWriter& json, std::string_view key, const std::optional<int>& value) {
    if (value) json.member(key, *value);
}

void write_ending(JsonWriter& json, std::string_view key, const std::optional<EndingFigures>& figures) {
    if (!figures) return;
    json.key(key);
    json.begin_object();
    json.member("shortest", figures->shortest);
    json.member("worst", figures->worst);
    json.member("best", figures->best);
    json.end_object();
}

void write_played(JsonWriter& json, std::string_view key, const std::optional<PlayedThrough>& played) {
    if (!played) return;
    json.key(key);
    json.begin_object();
    json.member("score", played->score);
    json.member("ending", played->ending);
    json.end_object();
}

void write_worth(JsonWriter& json, std::string_view key, const std::optional<ScenarioWorth>& worth) {
    if (!worth) return;
    json.key(key);
    json.begin_object();
    json.member("exact", worth->exact);
    json.member("best", worth->best);
    json.member("worst", worth->worst);
    if (worth->no_return) json.member("no_return", *worth->no_return);
    if (worth->gentle_no_return) json.member("gentle_no_return", *worth->gentle_no_return);
    json.end_object();
}

void write_codes(JsonWriter& json, std::string_view key, const Diagnostics& diagnostics) {
    json.key(key);
    json.begin_array();
    for (const Diagnostic& diagnostic : diagnostics) {
        json.begin_object();
        json.member("code", diagnostic.code);
        json.member("text", diagnostic.text);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_changes(JsonWriter& json, const std::vector<ContentChange>& changes) {
    json.begin_array();
    for (const ContentChange& change : changes) {
        json.begin_object();
        json.member("kind", name_of(change.kind));
        json.key("path");
        json.begin_array();
        for (const std::string& step : change.path) json.value(step);
        json.end_array();
        for (const auto& [key, value] : {std::pair("before", &change.before), std::pair("after", &change.after)}) {
            if (value->empty()) continue;
            json.key(key);
            json.raw(*value);
        }
        json.end_object();
    }
    json.end_array();
}

void write_consequences(JsonWriter& json, const Consequences& consequences) {
    json.begin_object();
    json.member("loads_before", consequences.loads_before);
    json.member("loads_after", consequences.loads_after);
    write_worth(json, "before", consequences.before);
    write_worth(json, "after", consequences.after);
    json.key("replies");
    json.begin_array();
    for (const ReplyShift& shift : consequences.replies) {
        json.begin_object();
        json.member("stage", shift.stage);
        if (!shift.choice.empty()) json.member("choice", shift.choice);
        write_figure(json, "before", shift.before);
        write_figure(json, "after", shift.after);
        json.end_object();
    }
    json.end_array();
    json.key("endings");
    json.begin_array();
    for (const EndingShift& shift : consequences.endings) {
        json.begin_object();
        json.member("ending", shift.ending);
        write_ending(json, "before", shift.before);
        write_ending(json, "after", shift.after);
        json.end_object();
    }
    json.end_array();
    json.key("plays");
    json.begin_array();
    for (const PlayShift& shift : consequences.plays) {
        json.begin_object();
        json.member("play", shift.play);
        write_played(json, "before", shift.before);
        write_played(json, "after", shift.after);
        if (!shift.why.empty()) json.member("why", shift.why);
        json.end_object();
    }
    json.end_array();
    write_codes(json, "appeared", consequences.appeared);
    write_codes(json, "gone", consequences.gone);
    json.end_object();
}

}  // namespace huashu::app
