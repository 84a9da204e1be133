// The part of the backstage that knows who is there.
#include <algorithm>

#include "desktop/live/exam_backstage.hpp"
#include "desktop/live/live_backstage.hpp"
#include "records/uuid.hpp"

namespace huashu::desktop {

Intents LiveBackstage::load_people(const std::string& current) {
    if (options_.data_folder.empty()) return {intent::PeopleLoaded{people_, person_}};
    Intents out;
    Diagnostics problems;
    auto people = app::load_people(options_.data_folder, problems);
    if (!people) return {intent::Failed{people.error()}};
    people_ = std::move(*people);
    for (const Diagnostic& d : problems)
        out.push_back(intent::Told{
            {.tone = Toast::Tone::bad, .key = {}, .text = d.text, .remedy = d.remedy, .code = "people-unreadable"}});
    out.insert(out.begin(), intent::PeopleLoaded{people_, current});
    return out;
}

Result<void> LiveBackstage::begin_as(const std::string& person_id) {
    if (options_.data_folder.empty() || person_id.empty()) return {};
    Diagnostics unimportant;  // told when the list is loaded for the screen
    if (auto people = app::load_people(options_.data_folder, unimportant)) people_ = std::move(*people);
    const auto found =
        std::find_if(people_.begin(), people_.end(), [&](const app::Person& p) { return p.id == person_id; });
    if (found == people_.end()) return {};
    auto records = app::Records::open(
        {.folder = app::folder_of(options_.data_folder, *found), .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    attempt_.reset();
    exams_->person_changed();
    records_.emplace(std::move(*records));
    options_.records = &*records_;
    person_ = person_id;
    return {};
}

Intents LiveBackstage::switch_person(const std::string& id) {
    if (id == person_) return {};
    waiting_.clear();  // wishes of whoever was here before
    if (id.empty()) {
        attempt_.reset();
        exams_->person_changed();
        options_.records = first_records_;
        records_.reset();
        person_.clear();
    } else if (const auto begun = begin_as(id); !begun) {
        return {intent::Failed{begun.error()}};
    }
    return {intent::PeopleLoaded{people_, person_}};
}

// As the list stands on the disk: another window may have added somebody since it was read.
std::vector<app::Person> LiveBackstage::people_now() const {
    Diagnostics told_when_loaded;
    auto people = app::load_people(options_.data_folder, told_when_loaded);
    return people && told_when_loaded.empty() ? std::move(*people) : people_;
}

Intents LiveBackstage::add_person(const std::string& name) {
    const std::string tidy = app::tidy_name(name);
    if (options_.data_folder.empty() || tidy.empty()) return {};
    std::vector<app::Person> more = people_now();
    more.push_back({app::make_uuid(app::clock_ms()), tidy});
    if (const auto saved = app::save_people(options_.data_folder, more); !saved) return {intent::Failed{saved.error()}};
    people_ = std::move(more);
    return switch_person(people_.back().id);
}

Intents LiveBackstage::rename_person(const std::string& name) {
    const std::string tidy = app::tidy_name(name);
    if (options_.data_folder.empty() || tidy.empty()) return {};
    std::vector<app::Person> renamed = people_now();
    for (app::Person& person : renamed)
        if (person.id == person_) person.name = tidy;
    if (const auto saved = app::save_people(options_.data_folder, renamed); !saved)
        return {intent::Failed{saved.error()}};
    people_ = std::move(renamed);
    return {intent::PeopleLoaded{people_, person_}};
}

}  // namespace huashu::desktop
