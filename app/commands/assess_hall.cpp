#include "commands/assess_hall.hpp"

#include "commands/secret_input.hpp"
#include "paths/paths.hpp"

namespace huashu::app {

Result<AssessHall> open_hall(const GlobalOptions& globals, Io& io) {
    auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    auto department = assess::Department::open(*data);
    if (!department) return tl::unexpected(department.error());
    return AssessHall{std::move(*setting), std::move(*content), std::move(*data), std::move(*department)};
}

Result<assess::Blueprint> find_blueprint(const AssessHall& hall, const std::string& name) {
    if (name.find('/') != std::string::npos || name.ends_with(".json")) return assess::load_blueprint(name);
    auto all = assess::load_blueprints(assess::blueprint_folders(hall.setting.share, hall.data));
    std::string known;
    for (assess::Blueprint& b : all.value) {
        if (b.id == name) return std::move(b);
        known += (known.empty() ? "" : ", ") + b.id;
    }
    if (has_errors(all.problems)) return tl::unexpected(Error{Error::Cause::content, std::move(all.problems)});
    return wrong_usage("unknown-blueprint", "there is no blueprint '" + name + "'",
                       known.empty() ? "put one into the folder blueprints of the data folder" : "there are: " + known);
}

Result<std::vector<assess::Candidate>> candidates_in(const AssessHall& hall) {
    std::vector<std::string> ids;
    for (const scenarios::Scenario& s : hall.content.scenarios) ids.push_back(s.card().id);
    auto first = assess::first_attempts(hall.department.all(), ids);
    if (!first) return tl::unexpected(first.error());
    return assess::candidates_of(hall.content, *first);
}

Result<FoundSitting> find_sitting(const AssessHall& hall, const std::string& id) {
    std::vector<FoundSitting> found;
    for (Records* records : hall.department.all()) {
        assess::RecordsStore store(*records);
        const auto begun = store.of_kind("sitting.begun");
        if (!begun) return tl::unexpected(begun.error());
        for (const assess::Kept& kept : *begun) {
            if (kept.is_erased || !kept.subject.starts_with(id)) continue;
            auto filed = assess::read_file(store, kept.subject);
            if (!filed) return tl::unexpected(filed.error());
            found.push_back({std::move(*filed), records});
        }
    }
    if (found.size() == 1) return std::move(found.front());
    return wrong_usage(found.empty() ? "no-such-sitting" : "ambiguous-sitting",
                       found.empty() ? "there is no sitting " + id : "several sittings begin with " + id,
                       found.empty() ? "huashu assess list shows them" : "give more of its id");
}

std::vector<std::string> heads(const Page& page, const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const std::string& name : names) out.push_back(page.words.name("cli.assess.col.", name));
    return out;
}

std::string state_of(const assess::Filed& filed) {
    if (filed.sitting.phase == assess::Sitting::Phase::set_aside) return "set_aside";
    if (!filed.sitting.result) return "running";
    if (filed.review.open_appeals() > 0) return "contested";
    return filed.review.confirmed ? "confirmed" : "provisional";
}

Result<void> ask_for_supervisor(const AssessHall& hall, Io& io) {
    return ask_supervisor(io, hall.setting.page, hall.data);
}

std::string form_name(int form) { return std::string(1, static_cast<char>('A' + form % 26)); }

}  // namespace huashu::app
