// The parts that every xAPI statement has: who did what, a score, words in the reader's language.
#pragma once

#include <string>
#include <string_view>

#include "desktop/views/speech.hpp"
#include "json/json_writer.hpp"

namespace huashu::app::xapi {

inline constexpr std::string_view adl = "http://adlnet.gov/expapi/";

struct Verb {
    std::string_view id, name;
};
inline constexpr Verb verb_answered{"verbs/answered", "answered"}, verb_passed{"verbs/passed", "passed"},
    verb_failed{"verbs/failed", "failed"}, verb_completed{"verbs/completed", "completed"};

/// What an IRI may not hold as it is becomes "%..".
[[nodiscard]] std::string escaped_for_iri(std::string_view id);
/// The beginning of a statement: whose id (a UUID of `id_name`), who did what. The object is left open.
void begin_statement(JsonWriter& json, const std::string& id_name, const std::string& site, const std::string& person,
                     const std::string& person_id, const Verb& verb);
/// 0 to 100, and scaled.
void write_score(JsonWriter& json, int value);
void write_words(JsonWriter& json, std::string_view key, const std::string& text, const desktop::Speech& speech);

}  // namespace huashu::app::xapi
