#include "reports/xapi_parts.hpp"

#include <cstdio>

#include "reports/xapi_ids.hpp"

namespace huashu::app::xapi {

// Ids are made of letters, digits and hyphens.
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

}  // namespace huashu::app::xapi
