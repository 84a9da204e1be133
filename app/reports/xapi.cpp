#include "reports/xapi.hpp"

#include "reports/xapi_attempt.hpp"
#include "reports/xapi_ids.hpp"
#include "reports/xapi_parts.hpp"

namespace huashu::app {
namespace xapi {
namespace {

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
}  // namespace xapi

bool is_site(std::string_view iri) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (iri.starts_with(scheme)) {
            const std::string_view rest = iri.substr(scheme.size());
            return !rest.empty() && rest.front() != '/' && !rest.ends_with('/') &&
                   rest.find_first_of(" \t\r\n\"<>\\^`{|}#?") == std::string_view::npos;
        }
    return false;
}

std::string to_xapi(const std::vector<AttemptFacts>& attempts, const std::vector<SittingFacts>& sittings,
                    const std::string& site, const desktop::Speech& speech) {
    std::string out;
    for (const AttemptFacts& attempt : attempts) out += xapi::attempt_statements(attempt, site, speech);
    for (const SittingFacts& sitting : sittings)
        if (sitting.sealed()) out += xapi::sitting_statement(sitting, site, speech);
    return out;
}

}  // namespace huashu::app
