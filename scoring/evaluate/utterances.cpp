#include <fstream>
#include <set>
#include <sstream>

#include "scoring/evaluate.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::scoring {
namespace {

Utterance read_utterance(const JsonDocument& document, Diagnostics& problems) {
    Utterance utterance;
    ObjectReader in(*document.source, document.root, problems);
    utterance.text = in.required_string("text");
    utterance.owner = in.optional_string("owner");
    utterance.origin = in.required_string("origin");
    for (const Act act : in.name_list<Act>("acts", &parse_act, "speech act"))
        utterance.acts.set(static_cast<std::size_t>(act));
    for (const Family family : in.name_list<Family>("families", &parse_family, "forbidden family"))
        utterance.families.set(static_cast<std::size_t>(family));
    in.done();
    return utterance;
}

// A line was parsed as a document of its own: its places count from that line.
void move_to_line(Diagnostics& problems, int line) {
    for (Diagnostic& problem : problems) problem.place.line = line;
}

Diagnostic said_twice(const std::string& path, int line, const std::string& text) {
    return {.level = Level::error,
            .code = "utterance-twice",
            .text = "this text stands in the file already: " + text,
            .remedy = "keep one of them",
            .place = {path, line, 1},
            .excerpt = {}};
}

}  // namespace

bool in_test_split(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char byte : text) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 1099511628211ull;
    }
    return hash % 5 == 0;
}

Result<Loaded<std::vector<Utterance>>> load_utterances(const std::string& path) {
    Result<std::string> file = read_text_file(path);
    if (!file) return tl::unexpected(std::move(file.error()));
    return parse_utterances(path, *file);
}

Loaded<std::vector<Utterance>> parse_utterances(const std::string& path, const std::string& text) {
    Loaded<std::vector<Utterance>> loaded;
    std::set<std::string> seen;
    std::istringstream lines(text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        Diagnostics problems;
        Result<JsonDocument> document = parse_json(path, line);
        Utterance utterance;
        if (document)
            utterance = read_utterance(*document, problems);
        else
            problems = document.error().diagnostics;
        utterance.line = number;
        move_to_line(problems, number);
        if (problems.empty() && !seen.insert(utterance.text).second)
            problems.push_back(said_twice(path, number, utterance.text));
        if (problems.empty()) loaded.value.push_back(std::move(utterance));
        loaded.problems.insert(loaded.problems.end(), problems.begin(), problems.end());
    }
    return loaded;
}

}  // namespace huashu::scoring
