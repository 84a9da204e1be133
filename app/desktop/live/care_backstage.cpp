#include "desktop/live/care_backstage.hpp"

#include <ctime>
#include <filesystem>

#include "paths/paths.hpp"
#include "paths/write_new.hpp"
#include "records/uuid.hpp"

namespace fs = std::filesystem;

namespace huashu::desktop {
namespace {

constexpr std::int64_t ms_a_second = 1000;

bool is_of_oneself(CareJob job) { return job == CareJob::look_at_mine || job == CareJob::export_mine; }

std::string stamp_for_names(std::int64_t now_ms) {
    const std::time_t seconds = now_ms / ms_a_second;
    std::tm local{};
    localtime_r(&seconds, &local);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &local)};
}

// A path that is typed must be whole: nobody sees from where a program was started.
Result<void> check_path(const std::string& where) {
    if (fs::path(where).is_absolute()) return {};
    return fail(Error::Cause::usage, {.code = "path-not-whole",
                                      .text = "this is no whole path: '" + where + "'",
                                      .remedy = "write it from the root: /media/stick/backup",
                                      .place = {},
                                      .excerpt = {}});
}

Result<void> write_export(const CareOrder& order, const std::string& data_folder, const app::Person& person) {
    if (auto whole = check_path(order.where); !whole) return whole;
    const auto text = app::export_person(data_folder, person, {.masked = order.masked, .pseudonym = order.masked});
    if (!text) return tl::unexpected(text.error());
    if (auto made = app::make_folder(fs::path(order.where).parent_path().string()); !made) return made;
    return app::write_new(order.where, *text);
}

Result<app::Person> person_by_id(const std::string& data_folder, const std::string& id) {
    return app::find_person(data_folder, id.empty() ? "first" : id);
}

Result<app::Holding> holding_of_person(const std::string& data_folder, const app::Person& person) {
    const std::string folder = app::folder_of(data_folder, person);
    return app::holding_of({(fs::path(folder) / "records.db").string(), folder, person.id, person.name});
}

Result<app::Backup> back_up_and_note(const CareOrder& order, const std::string& data_folder, app::Watch& watch) {
    if (auto whole = check_path(order.where); !whole) return tl::unexpected(whole.error());
    auto backup = app::back_up(data_folder, order.where, &watch);
    if (!backup) return backup;
    if (auto noted = app::note_backup(data_folder, *backup); !noted) return tl::unexpected(noted.error());
    return backup;
}

Result<void> set_days(const std::string& data_folder, int days) {
    auto site = app::Records::open({.folder = data_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!site) return tl::unexpected(site.error());
    return app::set_retention(*site, days > 0 ? std::optional(days) : std::nullopt);
}

template <class T, class To>
Result<void> put(Result<T> from, To& to) {
    if (!from) return tl::unexpected(from.error());
    to = std::move(*from);
    return {};
}

Result<void> carry_out_for(const CareOrder& order, const std::string& data, const app::Person& present,
                           const app::Content& content, app::Watch& watch, CareDone& out) {
    switch (order.job) {
        case CareJob::look:
            return put(app::holdings_of(data), out.holdings);
        case CareJob::look_at_mine:
            return put(holding_of_person(data, present), out.mine);
        case CareJob::verify:
            return put(app::verify_all(data, &watch), out.verified);
        case CareJob::rescore:
            return put(app::rescore_all(data, content, &watch), out.rescored);
        case CareJob::back_up:
            return put(back_up_and_note(order, data, watch), out.backup);
        case CareJob::export_mine:
            out.file = order.where;
            return write_export(order, data, present);
        case CareJob::export_one: {
            const auto person = person_by_id(data, order.person);
            if (!person) return tl::unexpected(person.error());
            out.file = order.where;
            return write_export(order, data, *person);
        }
        case CareJob::erase_one: {
            const auto person = person_by_id(data, order.person);
            if (!person) return tl::unexpected(person.error());
            return put(app::erase_person(data, *person), out.erased);
        }
        case CareJob::set_days:
            return set_days(data, order.days);
        case CareJob::count_older:
        case CareJob::erase_older:
            return put(app::expire(data, order.days, app::clock_ms(), order.job == CareJob::erase_older, &watch),
                       out.expired);
        case CareJob::preview_site:
            if (auto whole = check_path(order.where); !whole) return whole;
            return put(app::preview_bringing_in(data, order.where, &watch), out.brought);
        case CareJob::bring_in_site:
            return put(app::bring_in(data, order.where, &watch), out.brought);
    }
    return {};
}

}  // namespace

Result<CareDone> carry_out(const CareOrder& order, const std::string& data_folder, const app::Person& present,
                           const app::Content& content, app::Watch& watch) {
    CareDone out;
    out.order = order;
    if (auto done = carry_out_for(order, data_folder, present, content, watch, out); !done)
        return tl::unexpected(done.error());
    return out;
}

struct CarePerforming {
    CareBackstage& b;

    Intents operator()(const care_task::Begin& t) const { return b.begin(t); }
    Intents operator()(const care_task::Poll&) const { return b.hand_over({}); }
    Intents operator()(const care_task::Stop&) const {
        if (b.work_) b.work_->stop();
        return {};
    }
};

Intents CareBackstage::perform(const CareEffect& effect) { return std::visit(CarePerforming{*this}, effect); }

Intents CareBackstage::begin(const care_task::Begin& task) {
    if (!is_of_oneself(task.order.job)) {
        const auto locked = world_.is_locked(task.passphrase);
        if (!locked) return {care_intent(care_wish::Ended{}), intent::Failed{locked.error()}};
        if (*locked) return {care_intent(care_wish::Locked{!task.passphrase.empty()})};
    }
    work_ = std::make_unique<Background<CareDone>>([order = task.order, data = world_.data_folder(),
                                                    papers = world_.papers_folder, present = world_.person(),
                                                    content = world_.content](app::Watch& watch) {
        auto done = carry_out(order, data, present, *content, watch);
        if (!done) return done;
        const std::string stamp = stamp_for_names(app::clock_ms());
        done->backup_folder = data + "-backup-" + stamp;
        done->export_folder = papers.empty() ? fs::path(data).parent_path().string() : papers;
        return done;
    });
    return hand_over(short_wait);
}

Intents CareBackstage::hand_over(std::chrono::milliseconds patience) {
    if (!work_) return {care_intent(care_wish::Ended{})};
    auto done = work_->take(patience);
    if (!done) return {care_intent(care_wish::Progress{work_->done(), work_->total()})};
    work_.reset();
    if (*done) return {care_intent(care_wish::Done{std::make_shared<const CareDone>(std::move(**done))})};
    if (done->error().diagnostics.front().code == app::stopped_code) return {care_intent(care_wish::Ended{})};
    return {care_intent(care_wish::Ended{}), intent::Failed{done->error()}};
}

}  // namespace huashu::desktop
