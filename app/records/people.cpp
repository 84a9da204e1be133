#include "records/people.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"
#include "words/utf8.hpp"

namespace huashu::app {
namespace {

constexpr const char* format_name = "huashu-people";

std::string file_of(const std::string& folder) { return (std::filesystem::path(folder) / "people.json").string(); }

// An id becomes the name of a folder: nothing but what make_uuid() writes is let in.
bool is_safe_id(const std::string& id) {
    return id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
           });
}

void read_person(ObjectReader in, std::vector<Person>& people) {
    Person person{in.optional_string("id"), tidy_name(in.optional_string("name"))};
    in.done();
    if (!is_safe_id(person.id))
        return in.report("id", "person-id", "this is no id of a person", "remove the entry, or add the person again");
    if (person.id.empty())
        people.front() = std::move(person);
    else
        people.push_back(std::move(person));
}

tl::unexpected<Error> not_written(const std::string& file) {
    return fail(Error::Cause::system, {.code = "people-not-saved",
                                       .text = "the list of people can't be written",
                                       .remedy = "check that the folder may be written and that the disk has room",
                                       .place = {.file = file},
                                       .excerpt = {}});
}

}  // namespace

std::string tidy_name(const std::string& name) {
    const std::string repaired = repair_utf8(name);
    std::string out;
    std::size_t characters = 0;
    for (const char c : repaired) {
        const auto byte = static_cast<unsigned char>(c);
        const bool begins = (byte & 0xC0u) != 0x80u;
        if (begins && ++characters > longest_name) break;
        out += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    const std::size_t begin = out.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

Result<std::vector<Person>> load_people(const std::string& data_folder, Diagnostics& problems) {
    std::vector<Person> people{Person{}};
    const std::string file = file_of(data_folder);
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown)) return people;
    const Result<std::string> text = read_text_file(file, 1u << 20);
    if (!text) return tl::unexpected(text.error());
    const Result<JsonDocument> document = parse_json(file, *text);
    if (!document) {
        problems.insert(problems.end(), document.error().diagnostics.begin(), document.error().diagnostics.end());
        return people;
    }
    ObjectReader in(*document->source, document->root, problems);
    (void)in.optional_string("format");
    (void)in.optional_integer("version", 1, 1);
    for (const JsonNode& node : in.list("people")) read_person({*document->source, node, problems}, people);
    in.done();
    return people;
}

Result<void> save_people(const std::string& data_folder, const std::vector<Person>& people) {
    nlohmann::ordered_json json{{"format", format_name}, {"version", 1}, {"people", nlohmann::ordered_json::array()}};
    for (const Person& person : people) json["people"].push_back({{"id", person.id}, {"name", person.name}});
    const std::string file = file_of(data_folder);
    const std::string fresh = file + ".new";
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
        out.flush();
        if (!out) {
            std::remove(fresh.c_str());
            return not_written(file);
        }
    }
    std::error_code problem;
    std::filesystem::rename(fresh, file, problem);
    if (problem) return not_written(file);
    return {};
}

std::string folder_of(const std::string& data_folder, const Person& person) {
    if (person.id.empty()) return data_folder;
    return (std::filesystem::path(data_folder) / "people" / person.id).string();
}

}  // namespace huashu::app
