#include "reports/xapi.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "json/json_writer.hpp"

namespace huashu::app {
namespace {

using scenarios::Input;

constexpr std::string_view adl = "http://adlnet.gov/expapi/";

struct Verb {
    std::string_view id, name;
};
constexpr Verb verb_answered{"verbs/answered", "answered"}, verb_passed{"verbs/passed", "passed"},
    verb_failed{"verbs/failed", "failed"}, verb_completed{"verbs/completed", "completed"};

// What an IRI may hold as it is; ids are made of letters, digits and hyphens.
std::string escaped_for_iri(std::string_view id) {
    std::string out;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        char code[4];
        std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(byte));
        out += plain ? std::string(1, c) : code;
    }
    return out;
}

// The beginning of every statement: whose id, who did what.
void begin_statement(JsonWriter& json, const std::string& id_name, const std::string& site, const std::string& person,
                     const std::string& person_id, const Verb& verb) {
    json.begin_object();
    json.member("id", uuid_of_name(id_name));
    json.key("actor");
    json.begin_object();
    json.member("objectType", "Agent");
    if (!person.empty()) json.member("name", person);
    json.key("account");
    json.begin_object();
    json.member("homePage", site);
    json.member("name", person_id.empty() ? std::string("first-person") : person_id);
    json.end_object();
    json.end_object();
    json.key("verb");
    json.begin_object();
    json.member("id", std::string(adl) + std::string(verb.id));
    json.key("display");
    json.begin_object();
    json.member("en", verb.name);
    json.end_object();
    json.end_object();
}

void write_score(JsonWriter& json, int value) {
    json.key("score");
    json.begin_object();
    json.member("scaled", value / 100.0);
    json.member("raw", value);
    json.member("min", 0);
    json.member("max", 100);
    json.end_object();
}

void write_words(JsonWriter& json, std::string_view key, const std::string& text, const desktop::Speech& speech) {
    json.key(key);
    json.begin_object();
    json.member(name_of(speech.words.language()), text);
    json.end_object();
}

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

std::string sitting_statement(const SittingFacts& s, const std::string& site, const desktop::Speech& speech) {
    const bool confirmed = s.state == SittingFacts::State::confirmed;
    const std::string place = confirmed ? "/confirmed/" + std::to_string(s.confirmed_ms) : "/sealed";
    std::string out;
    JsonWriter json(out);
    begin_statement(json, site + "/sitting/" + s.id + place, site, s.person, s.person_id,
                    !confirmed ? verb_completed
                    : s.passed ? verb_passed
                               : verb_failed);
    json.key("object");
    json.begin_object();
    json.member("objectType", "Activity");
    json.member("id", site + "/assessment/" + escaped_for_iri(s.blueprint_id));
    json.key("definition");
    json.begin_object();
    write_words(json, "name", speech.content(s.blueprint), speech);
    json.member("type", std::string(adl) + "activities/assessment");
    json.end_object();
    json.end_object();
    json.key("result");
    json.begin_object();
    write_score(json, confirmed ? s.score : s.machine);
    if (confirmed) json.member("success", s.passed);
    json.member("completion", true);
    json.member("duration", iso_duration(s.spent_ms));
    json.key("extensions");
    json.begin_object();
    json.member(site + "/extension/pass-mark", s.pass_mark);
    json.member(site + "/extension/program-score", s.machine);
    json.member(site + "/extension/form", s.form + 1);
    json.member(site + "/extension/attempt", s.attempt);
    json.member(site + "/extension/result-hash", s.result_hash);
    json.member(site + "/extension/blueprint-hash", s.blueprint_hash);
    json.end_object();
    json.end_object();
    json.key("context");
    json.begin_object();
    json.member("registration", s.id);
    json.member("platform", "huashu");
    json.member("language", name_of(speech.words.language()));
    json.end_object();
    json.member("timestamp", iso_time(confirmed ? s.confirmed_ms : s.ended_ms));
    json.end_object();
    return out + "\n";
}

}  // namespace

bool is_site(std::string_view iri) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (iri.starts_with(scheme)) {
            const std::string_view rest = iri.substr(scheme.size());
            return !rest.empty() && rest.front() != '/' && !rest.ends_with('/') &&
                   rest.find_first_of(" \t\r\n\"<>\\^`{|}#?") == std::string_view::npos;
        }
    return false;
}

std::string uuid_of_name(std::string_view name) {
    // 6ba7b811-9dad-11d1-80b4-00c04fd430c8: RFC 9562's namespace of URLs.
    constexpr std::array<unsigned char, 16> urls{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    std::array<guint8, 20> bytes{};
    gsize size = bytes.size();
    GChecksum* sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, urls.data(), static_cast<gssize>(urls.size()));
    g_checksum_update(sum, reinterpret_cast<const guchar*>(name.data()), static_cast<gssize>(name.size()));
    g_checksum_get_digest(sum, bytes.data(), &size);
    g_checksum_free(sum);
    bytes[6] = static_cast<guint8>((bytes[6] & 0x0Fu) | 0x50u);
    bytes[8] = static_cast<guint8>((bytes[8] & 0x3Fu) | 0x80u);
    std::string out;
    for (std::size_t i = 0; i < 16; ++i) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(bytes[i]));
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += hex;
    }
    return out;
}

std::string iso_time(std::int64_t ms_since_1970) {
    const auto seconds = static_cast<std::time_t>(ms_since_1970 / 1000);
    std::tm utc{};
    char text[40] = "1970-01-01T00:00:00";
    if (gmtime_r(&seconds, &utc) != nullptr) std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>(ms_since_1970 % 1000));
    return std::string(text) + fraction;
}

std::string iso_duration(std::int64_t ms) {
    const std::int64_t hundredths = std::max<std::int64_t>(0, ms) / 10;
    const std::int64_t minutes = hundredths / 6000, rest = hundredths % 6000;
    char text[64];
    std::snprintf(text, sizeof text, "PT%lldM%lld.%02lldS", static_cast<long long>(minutes),
                  static_cast<long long>(rest / 100), static_cast<long long>(rest % 100));
    return text;
}

std::string to_xapi(const std::vector<AttemptFacts>& attempts, const std::vector<SittingFacts>& sittings,
                    const std::string& site, const desktop::Speech& speech) {
    std::string out;
    for (const AttemptFacts& attempt : attempts) out += StatementWriter(attempt, site, speech).all();
    for (const SittingFacts& sitting : sittings)
        if (sitting.sealed()) out += sitting_statement(sitting, site, speech);
    return out;
}

}  // namespace huashu::app
