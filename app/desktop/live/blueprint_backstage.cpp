// The part of the assessments' backstage that writes blueprints.
#include <algorithm>
#include <filesystem>

#include "author/replace_file.hpp"
#include "check/rule_ids.hpp"
#include "desktop/live/exam_backstage.hpp"
#include "paths/paths.hpp"

namespace fs = std::filesystem;

namespace huashu::desktop {
namespace {

Intents draft_failed(const Error& error) { return {intent::Failed{error}}; }

// "swear.idiot, blame.owner": names between commas, blanks or line ends.
std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> out;
    std::string name;
    for (const char c : text + " ") {
        const bool parts = c == ',' || c == ' ' || c == '\n' || c == '\t' || c == ';';
        if (!parts) name += c;
        if (parts && !name.empty()) out.push_back(std::exchange(name, {}));
    }
    return out;
}

std::string joined_names(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

assess::Blueprint blueprint_of(const DraftValue& value) {
    assess::Blueprint out = value.blueprint;
    out.marking.fatal.rules = names_in(value.rules);
    return out;
}

std::set<std::string> files_in(const std::string& folder) {
    std::set<std::string> out;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder, missing))
        if (entry.path().extension() == ".json") out.insert(entry.path().stem().string());
    return out;
}

// Without a pack's folder names of rules can't be looked up, and any will do.
std::set<std::string> known_rules(const std::string& pack_folder) {
    if (pack_folder.empty()) return {};
    const auto ids = app::rule_ids_of(pack_folder);
    return ids ? std::set<std::string>(ids->begin(), ids->end()) : std::set<std::string>();
}

std::string free_id(const std::set<std::string>& taken) {
    for (int i = 1;; ++i) {
        const std::string id = "exam-" + std::to_string(i);
        if (taken.count(id) == 0) return id;
    }
}

}  // namespace

// Shipped blueprints are read only: a department's own of the same id takes their place.
std::string ExamBackstage::own_blueprints() const {
    return world_.data_folder.empty() ? std::string() : (fs::path(world_.data_folder) / "blueprints").string();
}

Intents ExamBackstage::open_draft(const std::string& blueprint_id) {
    const auto locked = is_locked();
    if (!locked) return draft_failed(locked.error());
    if (*locked) return {};
    if (const auto looked = look_at_first_attempts(); !looked) return draft_failed(looked.error());
    BlueprintDraft draft;
    draft.can_save = !world_.data_folder.empty();
    const auto all = assess::load_blueprints(world_.blueprint_folders);
    std::set<std::string> known = files_in(own_blueprints());
    for (const assess::Blueprint& b : all.value) {
        known.insert(b.id);
        if (b.id != blueprint_id) continue;
        draft.value = {b, joined_names(b.marking.fatal.rules)};
        draft.opened_as = b.id;
    }
    if (draft.opened_as.empty()) draft.value = {assess::new_blueprint(free_id(known)), {}};
    std::set<std::string> personas;
    for (const assess::Candidate& c : *pool_) personas.insert(c.persona);
    draft.personas.assign(personas.begin(), personas.end());
    const std::set<std::string> rules = known_rules(world_.content->folders.pack);
    draft.rule_ids.assign(rules.begin(), rules.end());
    return {exam_intent(exam_wish::DraftOpened{std::move(draft)})};
}

Intents ExamBackstage::check_draft(const exam_task::CheckDraft& task) {
    if (const auto looked = look_at_first_attempts(); !looked) return draft_failed(looked.error());
    std::set<std::string> taken = files_in(own_blueprints());
    taken.erase(task.opened_as);
    return {exam_intent(exam_wish::DraftChecked{
        task.revision,
        assess::check_draft(blueprint_of(task.value), *pool_, known_rules(world_.content->folders.pack), taken)})};
}

Intents ExamBackstage::save_draft(const exam_task::SaveDraft& task) {
    const auto locked = is_locked();
    if (!locked) return draft_failed(locked.error());
    if (*locked || world_.data_folder.empty()) return {};
    const assess::Blueprint blueprint = blueprint_of(task.value);
    const std::string folder = own_blueprints();
    std::set<std::string> taken = files_in(folder);
    taken.erase(task.opened_as);
    const assess::DraftCheck check =
        assess::check_draft(blueprint, *pool_, known_rules(world_.content->folders.pack), taken);
    if (!check.problems.empty()) return {};  // the page says which, and has no button then
    const std::string file = (fs::path(folder) / (blueprint.id + ".json")).string();
    const std::string text = assess::to_text(blueprint);
    if (const auto sound = assess::parse_blueprint(file, text); !sound) return draft_failed(sound.error());
    if (auto made = app::make_folder(folder); !made) return draft_failed(made.error());
    if (auto written = app::replace_file(file, text); !written) return draft_failed(written.error());
    return {exam_intent(exam_wish::DraftSaved{blueprint.id})};
}

}  // namespace huashu::desktop
