#include "scenarios/library.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

#include "load/json_files.hpp"
#include "load/parse.hpp"
#include "model/in_parallel.hpp"
#include "model/names.hpp"
#include "scoring/json.hpp"

namespace huashu::scenarios {
namespace {

namespace fs = std::filesystem;

/// Personas by id, each read and examined when first asked for. Several threads may ask.
class PersonaShelf {
public:
    PersonaShelf(std::string folder, const scoring::WordLists& lists) : folder_(std::move(folder)), lists_(lists) {}

    /// Null when the persona is missing or unsound; its own problems are added once.
    const JsonDocument* find(const std::string& id, Diagnostics& problems) {
        const std::lock_guard lock(mutex_);
        const auto [found, fresh] = shelf_.try_emplace(id);
        if (fresh) {
            Result<JsonDocument> document = load_json(path_of(id));
            if (!document) {
                append(problems, document.error().diagnostics);
            } else {
                const Diagnostics own = examine_persona(*document, lists_);
                append(problems, own);
                if (!has_errors(own)) found->second = std::move(*document);
            }
        }
        return found->second ? &*found->second : nullptr;
    }

    /// Every persona of the folder, also those that no scenario asks for.
    void examine_all(Diagnostics& problems) {
        const Result<std::vector<std::string>> files = json_files(folder_);
        if (!files) return;  // a scenario that asks for a persona will say so
        for (const std::string& file : *files) (void)find(id_of_file(file), problems);
    }

    /// An id that is no id names no file: it could lead out of the folder.
    [[nodiscard]] bool exists(const std::string& id) const {
        std::error_code failed;
        return is_id(id) && fs::exists(path_of(id), failed);
    }
    [[nodiscard]] const std::string& folder() const { return folder_; }

    static void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

private:
    [[nodiscard]] std::string path_of(const std::string& id) const {
        return (fs::path(folder_) / (id + ".json")).string();
    }

    std::string folder_;
    const scoring::WordLists& lists_;
    std::mutex mutex_;
    std::map<std::string, std::optional<JsonDocument>> shelf_;
};

void report_persona(const JsonDocument& document, const std::string& id, const PersonaShelf& shelf,
                    Diagnostics& problems) {
    const JsonNode* at = document.root.find("persona");
    const bool exists = shelf.exists(id);
    problems.push_back(diagnose(*document.source, at->offset(), exists ? "persona-unsound" : "unknown-persona",
                                exists ? "the persona \"" + id + "\" has errors, so this scenario can't be played"
                                       : "there is no persona \"" + id + "\" in " + shelf.folder(),
                                exists ? "mend the persona's file first" : "check the name, or write that persona"));
}

std::optional<Scenario> load_one(const Result<JsonDocument>& document, const scoring::Engine& engine,
                                 PersonaShelf& shelf, Diagnostics& problems) {
    if (!document) {
        PersonaShelf::append(problems, document.error().diagnostics);
        return std::nullopt;
    }
    const std::string persona_id = persona_of(*document);
    const JsonDocument* persona = nullptr;
    if (!persona_id.empty()) {
        if (shelf.exists(persona_id)) persona = shelf.find(persona_id, problems);
        if (persona == nullptr) report_persona(*document, persona_id, shelf, problems);
    }
    std::optional<ScenarioData> data = read_document(*document, persona, engine.word_lists(), problems);
    if (!data) return std::nullopt;
    return Scenario(std::make_shared<const ScenarioData>(std::move(*data)));
}

Result<Scenario> only_one(const Result<JsonDocument>& document, const scoring::Engine& engine,
                          const std::string& personas) {
    Diagnostics problems;
    PersonaShelf shelf(personas, engine.word_lists());
    std::optional<Scenario> scenario = load_one(document, engine, shelf, problems);
    if (scenario) return std::move(*scenario);
    sort_by_place(problems);
    return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
}

}  // namespace

Result<Loaded<std::vector<Scenario>>> load_library(const std::string& folder, const scoring::Engine& engine,
                                                   const std::string& personas) {
    const Result<std::vector<std::string>> files = json_files(folder);
    if (!files) return tl::unexpected(files.error());
    Loaded<std::vector<Scenario>> library;
    PersonaShelf shelf(personas_beside(folder, personas), engine.word_lists());
    shelf.examine_all(library.problems);
    std::vector<std::optional<Scenario>> scenarios(files->size());
    std::vector<Diagnostics> problems(files->size());
    in_parallel(files->size(),
                [&](std::size_t i) { scenarios[i] = load_one(load_json((*files)[i]), engine, shelf, problems[i]); });
    for (std::size_t i = 0; i < files->size(); ++i) {
        PersonaShelf::append(library.problems, problems[i]);
        if (scenarios[i]) library.value.push_back(std::move(*scenarios[i]));
    }
    if (files->empty())
        library.problems.push_back(
            at_file(folder, "no-scenarios", "the folder holds no scenario", "scenarios are files that end in .json"));
    sort_by_place(library.problems);
    return library;
}

Result<Scenario> load_scenario(const std::string& file, const scoring::Engine& engine, const std::string& personas) {
    std::string folder = fs::path(file).parent_path().string();
    if (folder.empty()) folder = ".";
    return only_one(load_json(file), engine, personas_beside(folder, personas));
}

Result<Scenario> parse_scenario(const std::string& file, std::string text, const scoring::Engine& engine,
                                const std::string& personas) {
    return only_one(parse_json(file, std::move(text)), engine, personas);
}

Diagnostics check_persona(const std::string& file, const scoring::Engine& engine) {
    const Result<JsonDocument> document = load_json(file);
    if (!document) return document.error().diagnostics;
    return examine_persona(*document, engine.word_lists());
}

}  // namespace huashu::scenarios
