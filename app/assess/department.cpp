#include "assess/department.hpp"

#include <algorithm>
#include <filesystem>

namespace huashu::assess {

Result<Department> Department::open(const std::string& data_folder,
                                    const std::vector<std::pair<std::string, app::Records*>>& lent) {
    Department alone;
    if (data_folder.empty()) {
        for (const auto& [folder, records] : lent) alone.desks_.push_back({{}, folder, records});
        return alone;
    }
    Diagnostics told_elsewhere;  // a broken list of people is told when it is shown
    const auto people = app::load_people(data_folder, told_elsewhere);
    if (!people) return tl::unexpected(people.error());
    Department out;
    for (const app::Person& person : *people) {
        Desk desk{person, app::folder_of(data_folder, person), nullptr};
        const auto open = std::find_if(lent.begin(), lent.end(), [&](const auto& l) { return l.first == desk.folder; });
        if (open != lent.end()) {
            desk.records = open->second;
        } else if (std::error_code unknown; std::filesystem::exists(desk.folder + "/records.db", unknown)) {
            auto records = app::Records::open({.folder = desk.folder, .now_ms = nullptr, .new_id = nullptr});
            if (!records) return tl::unexpected(records.error());
            desk.records = &out.opened_.emplace_back(std::move(*records));
        }
        out.desks_.push_back(std::move(desk));
    }
    return out;
}

app::Records* Department::records_in(const std::string& folder) const {
    const auto found = std::find_if(desks_.begin(), desks_.end(), [&](const Desk& d) { return d.folder == folder; });
    return found == desks_.end() ? nullptr : found->records;
}

std::vector<app::Records*> Department::all() const {
    std::vector<app::Records*> out;
    for (const Desk& desk : desks_)
        if (desk.records != nullptr) out.push_back(desk.records);
    return out;
}

}  // namespace huashu::assess
