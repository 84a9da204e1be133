// The part of the assessments' backstage that comes after the seal: results, reviews, the supervisor's lists.
#include <algorithm>
#include <filesystem>

#include "assess/offer.hpp"
#include "desktop/live/exam_backstage.hpp"
#include "integrity/lock.hpp"

namespace huashu::desktop {
namespace {

Intents review_failed(const Error& error) { return {intent::Failed{error}}; }

Intent review_told(std::string key, std::string second_line = {}) {
    Toast toast;
    toast.tone = Toast::Tone::good;
    toast.key = std::move(key);
    toast.remedy = std::move(second_line);
    return intent::Told{toast};
}

const char* thanks_for(const decltype(assess::ReviewEvent::what)& what) {
    if (std::holds_alternative<assess::reviewing::Contested>(what)) return "desktop.exam.told.contested";
    if (std::holds_alternative<assess::reviewing::Confirmed>(what)) return "desktop.exam.told.confirmed";
    return "desktop.exam.told.changed";
}

}  // namespace

// The lock is a record of the place, and those stand in the first person's file.
Result<bool> ExamBackstage::is_locked(const std::string& passphrase) {
    if (unlocked_) return false;
    const std::string folder = app::folder_of(world_.data_folder, {});
    if (own_folder() == folder)
        return world_.records() == nullptr ? Result<bool>(false) : is_locked_in(*world_.records(), passphrase);
    std::error_code unknown;
    if (!std::filesystem::exists(std::filesystem::path(folder) / "records.db", unknown)) return false;
    auto site = app::Records::open({.folder = folder, .now_ms = nullptr, .new_id = nullptr});
    if (!site) return tl::unexpected(site.error());
    return is_locked_in(*site, passphrase);
}

Result<bool> ExamBackstage::is_locked_in(app::Records& site, const std::string& passphrase) {
    app::SupervisorLock lock(site);
    const auto is_set = lock.is_set();
    if (!is_set) return tl::unexpected(is_set.error());
    if (!*is_set) return false;
    if (passphrase.empty()) return true;
    const auto opened = lock.open(passphrase);
    if (!opened && opened.error().cause == Error::Cause::system) return tl::unexpected(opened.error());
    unlocked_ = opened.has_value();
    return !unlocked_;
}

OpenSitting ExamBackstage::opened(assess::Filed filed, const std::string& folder, bool as_supervisor) const {
    OpenSitting out;
    out.person_folder = folder;
    out.as_supervisor = as_supervisor;
    for (const assess::SetItem& item : filed.sitting.begun.items) out.titles.push_back(item.title);
    const auto talks = assess::replay(filed.sitting, *world_.content);
    for (std::size_t i = 0; i < filed.sitting.items.size(); ++i) {
        std::vector<std::string> said;
        std::vector<std::vector<scoring::ByteSpan>> pasted;
        for (const assess::event::Answered& a : filed.sitting.items[i].said) {
            const std::size_t turn = said.size();
            const bool played = talks && i < talks->size() && turn < (*talks)[i].turns().size();
            said.push_back(played                                          ? (*talks)[i].turns()[turn].text
                           : a.input.kind == scenarios::Input::Kind::typed ? a.input.value
                                                                           : std::string());
            pasted.push_back(a.pasted);
        }
        out.replies.push_back(std::move(said));
        out.pasted.push_back(std::move(pasted));
    }
    out.filed = std::move(filed);
    return out;
}

Intents ExamBackstage::open_sitting(const exam_task::OpenSitting& task) {
    const std::string folder = task.folder.empty() ? own_folder() : task.folder;
    auto all = department();
    if (!all) return review_failed(all.error());
    app::Records* records = all->records_in(folder);
    if (records == nullptr) return {};
    if (task.as_supervisor)
        if (const auto locked = is_locked(); !locked || *locked) return {};
    assess::RecordsStore store(*records);
    auto filed = assess::read_file(store, task.sitting_id);
    if (!filed) return review_failed(filed.error());
    return {exam_intent(exam_wish::SittingShown{opened(std::move(*filed), folder, task.as_supervisor)})};
}

Intents ExamBackstage::add(const exam_task::Add& task) {
    auto all = department();
    if (!all) return review_failed(all.error());
    if (!std::holds_alternative<assess::reviewing::Contested>(task.what))
        if (const auto locked = is_locked(); !locked || *locked) return {};
    app::Records* records = all->records_in(task.folder);
    if (records == nullptr) return {};
    assess::RecordsStore store(*records);
    auto filed = assess::read_file(store, task.sitting_id);
    if (!filed) return review_failed(filed.error());
    if (auto added = assess::add_to_review(store, *filed, {records->now_ms(), task.what}); !added)
        return review_failed(added.error());
    Intents out{review_told(thanks_for(task.what))};
    const auto* decided = std::get_if<assess::reviewing::Decided>(&task.what);
    if (decided != nullptr && decided->upheld && !world_.data_folder.empty()) {
        const auto offer = assess::offer_of(*filed, decided->appeal, *world_.content);
        if (offer) {  // a line about no reply gives no example
            const auto file =
                assess::write_offer((std::filesystem::path(world_.data_folder) / "offered-examples").string(), *offer);
            out.push_back(file ? review_told("desktop.exam.told.offered", *file)
                               : Intent{intent::Failed{file.error()}});
        }
    }
    out.push_back(exam_intent(exam_wish::SittingShown{opened(std::move(*filed), task.folder, task.as_supervisor)}));
    return out;
}

Intents ExamBackstage::put_aside(const exam_task::SetAside& task) {
    auto all = department();
    if (!all) return review_failed(all.error());
    if (const auto locked = is_locked(); !locked || *locked) return {};
    app::Records* records = all->records_in(task.folder);
    if (records == nullptr) return {};
    assess::RecordsStore store(*records);
    auto filed = assess::read_file(store, task.sitting_id);
    if (!filed) return review_failed(filed.error());
    if (auto ok = assess::set_aside(store, *filed, task.why, records->now_ms()); !ok) return review_failed(ok.error());
    return {review_told("desktop.exam.told.set_aside"),
            exam_intent(exam_wish::SittingShown{opened(std::move(*filed), task.folder, true)})};
}

Intents ExamBackstage::supervise(const exam_task::Supervise& task) {
    auto all = department();
    if (!all) return review_failed(all.error());
    const auto locked = is_locked(task.passphrase);
    if (!locked) return review_failed(locked.error());
    SuperviseState out;
    out.locked = *locked;
    out.refused = *locked && !task.passphrase.empty();
    if (*locked) return {exam_intent(exam_wish::SupervisionShown{std::move(out)})};
    for (const assess::Desk& desk : all->desks()) {
        if (desk.records == nullptr) continue;
        assess::RecordsStore store(*desk.records);
        auto some = assess::read_files(store);
        if (!some) return review_failed(some.error());
        for (assess::Filed& filed : *some) out.sittings.push_back({std::move(filed), desk.folder});
    }
    std::stable_sort(out.sittings.begin(), out.sittings.end(), [](const SittingLine& a, const SittingLine& b) {
        return a.filed.sitting.begun_ms > b.filed.sitting.begun_ms;
    });
    if (task.with_calibration)
        if (const auto reckoned = calibrate(*all, out); !reckoned) return review_failed(reckoned.error());
    return {exam_intent(exam_wish::SupervisionShown{std::move(out)})};
}

Result<void> ExamBackstage::calibrate(const assess::Department& all, SuperviseState& out) const {
    std::vector<assess::Filed> files;
    for (const SittingLine& line : out.sittings) files.push_back(line.filed);
    const assess::Specimens specimens = assess::specimens_of(files, *world_.content);
    out.specimens = static_cast<int>(specimens.all.size());
    std::vector<assess::Marks> marks;
    for (const assess::Desk& desk : all.desks()) {
        if (desk.records == nullptr) continue;
        const auto kept = desk.records->documents({.kind = "calibration.marked", .subject = {}});
        if (!kept) return tl::unexpected(kept.error());
        for (const app::Document& d : *kept) {
            if (d.is_erased) continue;
            const auto sheet = assess::marks_from_json(d.body);
            if (!sheet) return tl::unexpected(sheet.error());
            ++out.markings;
            marks.insert(marks.end(), sheet->marks.begin(), sheet->marks.end());
        }
    }
    out.calibration = assess::calibrate(specimens.all, marks);
    out.has_calibration = true;
    return {};
}

}  // namespace huashu::desktop
