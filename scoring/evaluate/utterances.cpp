#include <algorithm>
#include <filesystem>
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

bool is_utterance_file(const std::string& name) { return name.starts_with("utterances") && name.ends_with(".jsonl"); }

// A line was parsed as a document of its own: its places count from that line.
void move_to_line(Diagnostics& problems, int line) {
    for (Diagnostic& problem : problems) problem.place.line = line;
}

Diagnostic said_twice(const std::string& path, int line, const std::string& text) {
    return {.level = Level::warning,  // the first of them counts: nothing is lost
            .code = "utterance-twice",
            .text = "this text stands there already: " + text,
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

Result<std::vector<UtteranceFile>> read_utterance_files(const std::string& folder) {
    std::error_code error;
    std::vector<UtteranceFile> files;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::string name = it->path().filename().string();
        if (!is_utterance_file(name)) continue;
        Result<std::string> text = read_text_file(it->path().string());
        if (!text) return tl::unexpected(std::move(text.error()));
        files.push_back({std::move(name), std::move(*text)});
    }
    if (error)
        return fail(Error::Cause::system, {Level::error,
                                           "unreadable",
                                           "the folder can't be read: " + error.message(),
                                           "name the folder that holds pack.json",
                                           {folder, 0, 0},
                                           {}});
    std::ranges::sort(files, {}, &UtteranceFile::name);
    return files;
}

namespace {

class UtteranceReader {
public:
    void read(const UtteranceFile& file) {
        std::istringstream lines(file.text);
        int number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (line.find_first_not_of(" \t\r") != std::string::npos) read_line(file.name, line, number);
        }
    }

    Loaded<std::vector<Utterance>> take() { return std::move(loaded_); }

private:
    void read_line(const std::string& file, const std::string& line, int number) {
        Diagnostics problems;
        Result<JsonDocument> document = parse_json(file, line);
        Utterance utterance;
        if (document)
            utterance = read_utterance(*document, problems);
        else
            problems = document.error().diagnostics;
        utterance.file = file;
        utterance.line = number;
        move_to_line(problems, number);
        if (problems.empty() && !seen_.insert(utterance.text).second)
            problems.push_back(said_twice(file, number, utterance.text));
        if (problems.empty()) loaded_.value.push_back(std::move(utterance));
        loaded_.problems.insert(loaded_.problems.end(), problems.begin(), problems.end());
    }

    Loaded<std::vector<Utterance>> loaded_;
    std::set<std::string> seen_;
};

}  // namespace

Loaded<std::vector<Utterance>> parse_utterances(const std::string& file, const std::string& text) {
    return parse_utterances({{file, text}});
}

Loaded<std::vector<Utterance>> parse_utterances(const std::vector<UtteranceFile>& files) {
    UtteranceReader reader;
    for (const UtteranceFile& file : files) reader.read(file);
    return reader.take();
}

}  // namespace huashu::scoring
