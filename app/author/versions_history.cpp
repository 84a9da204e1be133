#include "author/versions_history.hpp"

#include <sodium/crypto_generichash.h>

#include <array>
#include <filesystem>

#include "json/json_writer.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::app {
namespace {

constexpr const char* history_format = "huashu-history";
constexpr std::int64_t history_version = 1;
constexpr std::array<std::string_view, 4> event_names{"submitted", "returned", "published", "restored"};

std::optional<VersionEvent> parse_version_event(std::string_view name) {
    for (std::size_t i = 0; i < event_names.size(); ++i)
        if (event_names[i] == name) return static_cast<VersionEvent>(i);
    return std::nullopt;
}

VersionEntry read_entry(ObjectReader in) {
    VersionEntry entry;
    entry.event = in.required_name("event", parse_version_event, "an event (submitted, returned, published, restored)",
                                   VersionEvent::submitted);
    entry.number = static_cast<int>(in.optional_integer("number", 0, 1'000'000).value_or(0));
    entry.hash = in.optional_string("hash");
    entry.content_hash = in.optional_string("content_hash");
    entry.at = in.optional_string("at");
    entry.by = in.optional_string("by");
    entry.note = in.optional_string("note");
    in.done();
    return entry;
}

std::string hex_of(const unsigned char* digest, std::size_t size) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < size; ++i) {
        out += digits[digest[i] >> 4];
        out += digits[digest[i] & 0xFu];
    }
    return out;
}

}  // namespace

std::string_view name_of(VersionEvent value) { return event_names[static_cast<std::size_t>(value)]; }

Result<std::vector<VersionEntry>> load_version_history(const std::string& file) {
    std::vector<VersionEntry> entries;
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return entries;
    const auto document = load_json(file);
    if (!document) return tl::unexpected(document.error());
    Diagnostics problems;
    ObjectReader in(*document->source, document->root, problems);
    if (in.required_string("format") != history_format)
        in.report("format", "unknown-format", "this is no history of versions", "it begins with \"huashu-history\"");
    (void)in.required_integer("version", 1, history_version);  // a newer one is an error with its place
    (void)in.optional_string("id");
    for (const JsonNode& item : in.list("entries"))
        entries.push_back(read_entry(ObjectReader(*document->source, item, problems)));
    in.done();
    if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return entries;
}

std::string version_history_text(const std::string& id, const std::vector<VersionEntry>& entries) {
    std::string out = "{\"format\": \"huashu-history\", \"version\": 1, \"id\": \"" + id + "\", \"entries\": [";
    const char* between = "\n  ";
    for (const VersionEntry& entry : entries) {
        out += between;
        between = ",\n  ";
        JsonWriter json(out);
        json.begin_object();
        json.member("event", name_of(entry.event));
        if (entry.number > 0) json.member("number", entry.number);
        for (const auto& [key, value] :
             {std::pair("hash", &entry.hash), std::pair("content_hash", &entry.content_hash),
              std::pair("at", &entry.at), std::pair("by", &entry.by), std::pair("note", &entry.note)})
            if (!value->empty()) json.member(key, *value);
        json.end_object();
    }
    return out + (entries.empty() ? "]}\n" : "\n]}\n");
}

std::string blake2b_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return hex_of(digest.data(), digest.size());
}

std::string version_hash(std::string_view scenario, std::string_view persona) {
    std::string both = std::to_string(scenario.size()) + ":";
    both += scenario;
    both += std::to_string(persona.size()) + ":";
    both += persona;
    return blake2b_hex(both);
}

}  // namespace huashu::app
