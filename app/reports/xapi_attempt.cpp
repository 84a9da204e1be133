#include "reports/xapi_attempt.hpp"

#include <algorithm>
#include <cmath>

#include "reports/xapi_ids.hpp"
#include "reports/xapi_parts.hpp"

namespace huashu::app::xapi {
namespace {

using scenarios::Input;

// One JSON object a statement, its parts in the order of the specification.
class StatementWriter {
public:
    StatementWriter(const AttemptFacts& attempt, const std::string& site, const desktop::Speech& speech)
        : attempt_(attempt),
          site_(site),
          speech_(speech),
          scenario_(site + "/scenario/" + escaped_for_iri(attempt.scenario_id)) {}

    std::string all() {
        std::string out;
        for (std::size_t i = 0; i < attempt_.turns.size(); ++i) out += reply(i) + "\n";
        const auto& all = attempt_.dimensions;
        if (std::any_of(all.begin(), all.end(), applies)) out += dimensions() + "\n";
        return out + result() + "\n";
    }

private:
    void words(JsonWriter& json, std::string_view key, const std::string& text) const {
        write_words(json, key, text, speech_);
    }
    void begin(JsonWriter& json, const std::string& place, const Verb& verb) const {
        begin_statement(json, site_ + "/attempt/" + attempt_.id + "/" + place, site_, attempt_.person,
                        attempt_.person_id, verb);
    }

    void context_and_end(JsonWriter& json, bool within_scenario, std::int64_t at_ms) const {
        json.key("context");
        json.begin_object();
        json.member("registration", attempt_.sitting ? attempt_.sitting->sitting : attempt_.id);
        json.member("platform", "huashu");
        json.member("language", name_of(speech_.words.language()));
        if (within_scenario) {
            json.key("contextActivities");
            json.begin_object();
            json.key("parent");
            json.begin_array();
            json.begin_object();
            json.member("objectType", "Activity");
            json.member("id", scenario_);
            json.end_object();
            json.end_array();
            json.end_object();
        }
        json.end_object();
        json.member("timestamp", iso_time(at_ms));
        json.end_object();
    }

    void begin_interaction(JsonWriter& json, const std::string& id, const std::string& name, const std::string& text,
                           std::string_view type) const {
        json.key("object");
        json.begin_object();
        json.member("objectType", "Activity");
        json.member("id", id);
        json.key("definition");
        json.begin_object();
        words(json, "name", name);
        if (!text.empty()) words(json, "description", text);
        json.member("type", std::string(adl) + "activities/cmi.interaction");
        json.member("interactionType", type);
    }

    // What is chosen from; the best are the correct ones.
    void choices(JsonWriter& json, const TurnFacts& turn) const {
        json.key("correctResponsesPattern");
        json.begin_array();
        for (const scenarios::Choice& c : turn.offered)
            if (c.quality == scenarios::Quality::best) json.value(c.id);
        json.end_array();
        json.key("choices");
        json.begin_array();
        for (const scenarios::Choice& c : turn.offered) {
            json.begin_object();
            json.member("id", c.id);
            words(json, "description", speech_.content(c.text));
            json.end_object();
        }
        json.end_array();
    }

    void extensions(JsonWriter& json, const TurnFacts& turn) const {
        json.key("extensions");
        json.begin_object();
        json.key(site_ + "/extension/findings");
        json.begin_array();
        for (const scoring::Finding& f : turn.findings) json.value(f.rule);
        json.end_array();
        json.key(site_ + "/extension/acts");
        json.begin_array();
        for (const scoring::EarnedAct& act : turn.acts) json.value(name_of(act.act));
        json.end_array();
        json.key(site_ + "/extension/mood");
        json.begin_object();
        json.member("anger", turn.after.anger);
        json.member("trust", turn.after.trust);
        json.member("patience", turn.after.patience);
        json.end_object();
        json.end_object();
    }

    std::string reply(std::size_t index) const {
        const TurnFacts& turn = attempt_.turns[index];
        const std::string number = std::to_string(index + 1);
        // A choice whose wording is not known any more can't be shown among the others.
        const bool chosen = turn.kind == Input::Kind::choice && !turn.offered.empty();
        std::string out;
        JsonWriter json(out);
        begin(json, "turn/" + number, verb_answered);
        begin_interaction(json, scenario_ + "/stage/" + escaped_for_iri(turn.stage) + "/turn/" + number,
                          speech_.content(turn.stage_title), speech_.content(turn.owner),
                          chosen ? "choice" : "long-fill-in");
        if (chosen) choices(json, turn);
        json.end_object();
        json.end_object();
        json.key("result");
        json.begin_object();
        write_score(json, turn.score);
        if (chosen) json.member("success", is_best(turn));
        json.member("response", turn.kind == Input::Kind::choice ? turn.choice : turn.reply);
        extensions(json, turn);
        json.end_object();
        context_and_end(json, true, attempt_.ended_ms);
        return out;
    }

    static bool is_best(const TurnFacts& turn) {
        return std::any_of(turn.offered.begin(), turn.offered.end(), [&](const scenarios::Choice& c) {
            return c.id == turn.choice && c.quality == scenarios::Quality::best;
        });
    }

    static bool applies(const scoring::DimensionScore& d) { return d.possible_centipoints > 0; }
    // Share of what could be earned, less what findings cost; never below nothing.
    static int per_cent(const scoring::DimensionScore& d) {
        const int kept = std::max(0, d.earned_centipoints - d.lost_centipoints);
        return static_cast<int>(std::lround(100.0 * kept / d.possible_centipoints));
    }

    std::string dimensions() const {
        std::string out, response, wanted;
        for (const scoring::DimensionScore& d : attempt_.dimensions) {
            if (!applies(d)) continue;
            const std::string id(name_of(d.dimension));
            response += (response.empty() ? "" : "[,]") + id + "[.]" + std::to_string(per_cent(d));
            wanted += (wanted.empty() ? "" : "[,]") + id + "[.]" + std::to_string(attempt_.pass_mark) + "[:]100";
        }
        JsonWriter json(out);
        begin(json, "dimensions", verb_answered);
        begin_interaction(json, scenario_ + "/dimensions", speech_.words("desktop.debrief.dimensions"), {},
                          "performance");
        json.key("correctResponsesPattern");
        json.begin_array();
        json.value(wanted);
        json.end_array();
        json.key("steps");
        json.begin_array();
        for (const scoring::DimensionScore& d : attempt_.dimensions) {
            if (!applies(d)) continue;
            json.begin_object();
            json.member("id", name_of(d.dimension));
            words(json, "description", speech_.words.name("name.dimension.", name_of(d.dimension)));
            json.end_object();
        }
        json.end_array();
        json.end_object();
        json.end_object();
        json.key("result");
        json.begin_object();
        json.member("response", response);
        json.end_object();
        context_and_end(json, true, attempt_.ended_ms);
        return out;
    }

    // The result of a sitting is another statement once a person has confirmed it.
    [[nodiscard]] bool is_provisional() const { return attempt_.sitting && attempt_.sitting->provisional; }
    [[nodiscard]] bool is_confirmed() const { return attempt_.sitting && !attempt_.sitting->provisional; }
    [[nodiscard]] std::string confirmation() const {
        return is_confirmed() ? "/confirmed/" + std::to_string(attempt_.sitting->confirmed_ms) : std::string();
    }

    std::string result() const {
        std::string out;
        JsonWriter json(out);
        begin(json, "result" + confirmation(),
              is_provisional()    ? verb_completed
              : attempt_.passed() ? verb_passed
                                  : verb_failed);
        json.key("object");
        json.begin_object();
        json.member("objectType", "Activity");
        json.member("id", scenario_);
        json.key("definition");
        json.begin_object();
        words(json, "name", speech_.content(attempt_.title));
        json.member("type", std::string(adl) + "activities/simulation");
        json.end_object();
        json.end_object();
        json.key("result");
        json.begin_object();
        write_score(json, is_provisional() ? attempt_.sitting->machine : attempt_.score);
        if (!is_provisional()) json.member("success", attempt_.passed());
        json.member("completion", true);
        json.member("duration", iso_duration(attempt_.ended_ms - attempt_.started_ms));
        json.key("extensions");
        json.begin_object();
        json.member(site_ + "/extension/pass-mark", attempt_.pass_mark);
        json.member(site_ + "/extension/ending", attempt_.ending);
        json.member(site_ + "/extension/critical", attempt_.has_critical);
        json.member(site_ + "/extension/scenario-hash", attempt_.scenario_hash);
        json.member(site_ + "/extension/packs-hash", attempt_.packs_hash);
        if (is_confirmed()) json.member(site_ + "/extension/program-score", attempt_.sitting->machine);
        json.end_object();
        json.end_object();
        context_and_end(json, false, is_confirmed() ? attempt_.sitting->confirmed_ms : attempt_.ended_ms);
        return out;
    }

    const AttemptFacts& attempt_;
    const std::string& site_;
    const desktop::Speech& speech_;
    std::string scenario_;
};

}  // namespace

std::string attempt_statements(const AttemptFacts& attempt, const std::string& site, const desktop::Speech& speech) {
    return StatementWriter(attempt, site, speech).all();
}

}  // namespace huashu::app::xapi
