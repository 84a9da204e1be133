#include "desktop/live/marking_backstage.hpp"

#include "records/uuid.hpp"

namespace huashu::desktop {
namespace {

Intents marking_failed(const Error& error) { return {intent::Failed{error}}; }

Result<assess::Specimens> gather_specimens(const std::string& data_folder, const app::Content& content,
                                           const app::Watch& watch) {
    const auto all = assess::Department::open(data_folder);
    if (!all) return tl::unexpected(all.error());
    std::vector<assess::Filed> files;
    for (app::Records* records : all->all()) {
        if (watch.stop) return app::stopped();
        assess::RecordsStore store(*records);
        auto some = assess::read_files(store);
        if (!some) return tl::unexpected(some.error());
        for (assess::Filed& f : *some) files.push_back(std::move(f));
    }
    return assess::specimens_of(files, content);
}

}  // namespace

struct MarkingPerforming {
    MarkingBackstage& b;

    Intents operator()(const marking_task::Open& t) const { return b.open(t.passphrase); }
    Intents operator()(const marking_task::Poll&) const { return b.hand_over({}); }
    Intents operator()(const marking_task::Draw& t) const { return b.draw(t); }
    Intents operator()(const marking_task::Keep& t) const { return b.keep(t); }
    Intents operator()(const marking_task::Finish& t) const { return b.finish(t); }
    Intents operator()(const marking_task::Drop& t) const { return b.drop(t); }
};

Intents MarkingBackstage::perform(const MarkingEffect& effect) { return std::visit(MarkingPerforming{*this}, effect); }

// The place's documents stand in the first person's records.
Result<app::Records*> MarkingBackstage::place() {
    const auto locked = world_.is_locked({});
    if (!locked) return tl::unexpected(locked.error());
    if (*locked) return nullptr;
    if (!place_) {
        auto records = app::Records::open(
            {.folder = app::folder_of(world_.data_folder(), {}), .now_ms = nullptr, .new_id = nullptr});
        if (!records) return tl::unexpected(records.error());
        place_.emplace(std::move(*records));
    }
    return &*place_;
}

Intents MarkingBackstage::open(const std::string& passphrase) {
    const auto locked = world_.is_locked(passphrase);
    if (!locked) return {marking_intent(marking_wish::NotRead{}), intent::Failed{locked.error()}};
    if (*locked) return {marking_intent(marking_wish::Locked{!passphrase.empty()})};
    place_.reset();
    reading_ = std::make_unique<Background<assess::Specimens>>(
        [folder = world_.data_folder(), content = world_.content](app::Watch& watch) {
            return gather_specimens(folder, *content, watch);
        });
    return hand_over(short_wait);
}

Intents MarkingBackstage::hand_over(std::chrono::milliseconds patience) {
    if (!reading_) return {};
    auto read = reading_->take(patience);
    if (!read) return {};
    reading_.reset();
    if (!*read) return {marking_intent(marking_wish::NotRead{}), intent::Failed{read->error()}};
    specimens_ = std::make_shared<const assess::Specimens>(std::move(**read));
    marking_wish::Opened out{static_cast<int>(specimens_->all.size()), specimens_->passed_over, {}, false};
    auto site = place();
    if (!site) return {marking_intent(marking_wish::NotRead{}), intent::Failed{site.error()}};
    if (!*site) return {marking_intent(marking_wish::Locked{})};
    assess::RecordsStore store(**site);
    auto sheet = assess::unfinished_sheet(store, *specimens_);
    if (!sheet) return {marking_intent(std::move(out)), intent::Failed{sheet.error()}};
    out.sheet = std::move(*sheet);
    return {marking_intent(std::move(out))};
}

Intents MarkingBackstage::draw(const marking_task::Draw& task) {
    if (!specimens_) return {};
    auto site = place();
    if (!site) return marking_failed(site.error());
    if (!*site) return {marking_intent(marking_wish::Locked{})};
    assess::RecordsStore store(**site);
    auto sheet =
        assess::draw_sheet(store, *specimens_, {app::make_uuid(app::clock_ms()), task.rater, task.count, task.seed});
    if (!sheet) return marking_failed(sheet.error());
    return {marking_intent(marking_wish::Opened{static_cast<int>(specimens_->all.size()), specimens_->passed_over,
                                                std::move(*sheet), true})};
}

Intents MarkingBackstage::keep(const marking_task::Keep& task) {
    auto site = place();
    if (!site) return {marking_intent(marking_wish::NotKept{}), intent::Failed{site.error()}};
    if (!*site) return {marking_intent(marking_wish::Locked{})};
    assess::RecordsStore store(**site);
    assess::MarkingSheet sheet = task.sheet;
    if (auto kept = assess::keep_marks(store, sheet, static_cast<std::size_t>(task.at)); !kept)
        return {marking_intent(marking_wish::NotKept{}), intent::Failed{kept.error()}};
    return {marking_intent(marking_wish::Kept{sheet.documents})};
}

Intents MarkingBackstage::finish(const marking_task::Finish& task) {
    if (!specimens_) return {};
    auto site = place();
    if (!site) return marking_failed(site.error());
    if (!*site) return {marking_intent(marking_wish::Locked{})};
    assess::RecordsStore store(**site);
    assess::MarkingSheet sheet = task.sheet;
    if (auto finished = assess::finish_sheet(store, sheet); !finished) return marking_failed(finished.error());
    return {marking_intent(marking_wish::Finished{assess::result_of(sheet, *specimens_)})};
}

Intents MarkingBackstage::drop(const marking_task::Drop& task) {
    if (!specimens_) return {};
    auto site = place();
    if (!site) return marking_failed(site.error());
    if (!*site) return {marking_intent(marking_wish::Locked{})};
    assess::RecordsStore store(**site);
    assess::MarkingSheet sheet = task.sheet;
    if (auto dropped = assess::drop_sheet(store, sheet); !dropped) return marking_failed(dropped.error());
    return {marking_intent(
        marking_wish::Opened{static_cast<int>(specimens_->all.size()), specimens_->passed_over, {}, false})};
}

}  // namespace huashu::desktop
