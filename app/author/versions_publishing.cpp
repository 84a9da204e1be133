#include "author/versions_publishing.hpp"

#include <filesystem>

#include "author/diff_consequences.hpp"
#include "scoring/json.hpp"

namespace huashu::app {

Result<VersionFiles> version_files_of(const VersionStore& store, const std::string& file, const std::string& text,
                                      const std::vector<std::string>& personas) {
    const auto side = make_scenario_side(file, text, store.personas_folder());
    if (!side) return tl::unexpected(side.error());
    const std::string& persona_id = side->persona;
    if (!is_content_id(persona_id)) return VersionFiles{text, {}, {}};
    std::vector<std::string> folders{store.personas_folder()};
    folders.insert(folders.end(), personas.begin(), personas.end());
    for (const std::string& folder : folders) {
        const std::string persona_file = folder + "/" + persona_id + ".json";
        std::error_code failed;
        if (folder.empty() || !std::filesystem::is_regular_file(persona_file, failed)) continue;
        const auto persona = read_text_file(persona_file);
        if (!persona) return tl::unexpected(persona.error());
        if (auto done = store.bring_persona(persona_id, *persona); !done) return tl::unexpected(done.error());
        return VersionFiles{text, *persona, persona_id};
    }
    return VersionFiles{text, {}, persona_id};  // the loader says that there is none
}

Result<scenarios::Scenario> VersionPublishing::load(const std::string& id, const std::string& text,
                                                    bool checked) const {
    auto scenario = scenarios::parse_scenario(store_.draft_file(id), text, engine_, store_.personas_folder());
    if (!scenario || !checked) return scenario;
    Diagnostics problems = scenarios::check_scenario(*scenario, engine_);
    if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return scenario;
}

Result<void> VersionPublishing::submit(const std::string& id, const std::string& by, const std::string& note) const {
    if (const auto draft = read_text_file(store_.draft_file(id))) {
        if (const auto files = version_files_of(store_, store_.draft_file(id), *draft, personas_); !files)
            return tl::unexpected(files.error());
        if (const auto scenario = load(id, *draft, false); !scenario) return tl::unexpected(scenario.error());
    }
    return store_.submit(id, by, note);
}

Result<int> VersionPublishing::publish(const std::string& id, const std::string& by, const std::string& note) const {
    const auto text = read_text_file(store_.review_file(id));
    if (!text)
        return fail(Error::Cause::usage, {.code = "not-in-review",
                                          .text = id + " is not in review",
                                          .remedy = "huashu version submit " + id + " puts it there",
                                          .place = {.file = store_.review_file(id)},
                                          .excerpt = {}});
    const auto files = version_files_of(store_, store_.review_file(id), *text, personas_);
    if (!files) return tl::unexpected(files.error());
    const auto scenario = load(id, *text, true);
    if (!scenario) return tl::unexpected(scenario.error());
    return store_.publish(id, *files, scenario->content_hash(), by, note);
}

}  // namespace huashu::app
