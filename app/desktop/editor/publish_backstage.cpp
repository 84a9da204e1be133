#include "desktop/editor/publish_backstage.hpp"

#include <cstdlib>

#include "author/pack_soundness.hpp"
#include "author/pack_versions.hpp"
#include "author/versions_publishing.hpp"

namespace huashu::desktop {
namespace {

PublishWishes publish_failed(const Error& error) { return {publish_wish::Failed{error}}; }

std::string who_publishes() {
    const char* user = std::getenv("USER");
    return user == nullptr ? "" : user;
}

ScenarioTitles titles_of(const app::Content& content) {
    ScenarioTitles titles;
    for (const scenarios::Scenario& scenario : content.scenarios) titles[scenario.card().id] = scenario.card().title;
    return titles;
}

}  // namespace

struct PerformingPublish {
    PublishBackstage& b;

    PublishWishes operator()(const publish_task::Show& t) const {
        if (b.options_.store.empty()) return {};
        return t.item.is_pack ? show_pack(t.item) : show_scenario(t.item);
    }
    PublishWishes operator()(const publish_task::Submit& t) const {
        const std::string& id = t.item.id;
        const app::VersionStore store = versions();
        const Result<void> done = t.item.is_pack ? packs().submit(id, who_publishes(), t.note)
                                                 : through(store).submit(id, who_publishes(), t.note);
        return stepped(done, "desktop.publish.toast.submitted");
    }
    PublishWishes operator()(const publish_task::SendBack& t) const {
        const Result<void> done = t.item.is_pack ? packs().send_back(t.item.id, who_publishes(), t.note)
                                                 : versions().send_back(t.item.id, who_publishes(), t.note);
        return stepped(done, "desktop.publish.toast.returned");
    }
    PublishWishes operator()(const publish_task::Publish& t) const {
        const std::string& id = t.item.id;
        Result<int> number = 0;
        if (t.item.is_pack) {
            const Result<std::string> hash = app::sound_pack_hash(packs().review_folder(id));
            if (!hash) return publish_failed(hash.error());
            number = packs().publish(id, *hash, who_publishes(), t.note);
            if (!number) return publish_failed(number.error());
            // What was published is what talks are scored with; going back is one click.
            const Result<void> used = app::use_pack(b.options_.store, id, *number, who_publishes());
            if (!used) return publish_failed(used.error());
        } else {
            const app::VersionStore store = versions();
            number = through(store).publish(id, who_publishes(), t.note);
        }
        if (!number) return publish_failed(number.error());
        b.use_changed_ = true;
        return {publish_wish::Stepped{"desktop.publish.toast.published", std::to_string(*number)}};
    }
    PublishWishes operator()(const publish_task::Restore& t) const {
        const Result<std::string> kept = t.item.is_pack ? packs().restore(t.item.id, t.number, who_publishes())
                                                        : versions().restore(t.item.id, t.number, who_publishes());
        return kept ? PublishWishes{publish_wish::Restored{}} : publish_failed(kept.error());
    }
    PublishWishes operator()(const publish_task::Use& t) const {
        const Result<void> used = t.number == 0 ? app::use_shipped_pack(b.options_.store)
                                                : app::use_pack(b.options_.store, t.item.id, t.number, who_publishes());
        b.use_changed_ = b.use_changed_ || used;
        return stepped(used, t.number == 0 ? "desktop.publish.toast.shipped_used" : "desktop.publish.toast.pack_used");
    }
    PublishWishes operator()(const publish_task::Compare& t) const {
        b.compare_.begin(t.item.is_pack ? pack_sides(t) : scenario_sides(t));
        return {};
    }
    PublishWishes operator()(const publish_task::Measure& t) const {
        b.impact_ = std::make_unique<app::ImpactTask>(b.content_, b.options_.shipped_pack, b.options_.data_folder);
        app::ImpactDraft draft;
        if (t.item.is_pack)
            draft.pack = t.item.path;
        else
            draft.scenarios = {t.item.path};
        b.impact_->begin(std::move(draft));
        return {};
    }
    PublishWishes operator()(const publish_task::Stop&) const {
        if (b.impact_) b.impact_->cancel();
        return {};
    }
    PublishWishes operator()(const publish_task::Poll&) const {
        PublishWishes out = b.compare_.take();
        out.push_back(look_at_impact());
        return out;
    }

private:
    [[nodiscard]] app::PackStore packs() const { return app::PackStore(b.options_.store); }
    [[nodiscard]] app::VersionStore versions() const { return app::VersionStore(b.options_.store); }
    [[nodiscard]] app::VersionPublishing through(const app::VersionStore& store) const {
        return app::VersionPublishing(store, {b.options_.personas_folder}, *b.content_.engine);
    }
    [[nodiscard]] static PublishWishes stepped(const Result<void>& done, const char* message) {
        return done ? PublishWishes{publish_wish::Stepped{message, {}}} : publish_failed(done.error());
    }

    [[nodiscard]] PublishWishes show_pack(const PublishItem& item) const {
        const app::PackStore store = packs();
        const app::VersionedPack found = store.item(item.id);
        auto history = store.history(item.id);
        if (!history) return publish_failed(history.error());
        PublishProgress progress{found.has_draft, found.in_review, found.draft_differs, found.published,
                                 std::move(*history)};
        PublishWishes out;
        auto in_use = app::pack_in_use(b.options_.store);
        if (in_use)
            progress.in_use = std::move(*in_use);
        else
            out = publish_failed(in_use.error());
        out.insert(out.begin(), publish_wish::Shown{std::move(progress)});
        return out;
    }

    [[nodiscard]] PublishWishes show_scenario(const PublishItem& item) const {
        const app::VersionStore store = versions();
        auto history = store.history(item.id);
        if (!history) return publish_failed(history.error());
        PublishProgress progress{.history = std::move(*history)};
        const auto items = store.list();
        if (!items) return publish_failed(items.error());
        for (const app::VersionedItem& found : *items)
            if (found.id == item.id) {
                progress.has_draft = found.has_draft;
                progress.in_review = found.in_review;
                progress.published = found.published;
                progress.differs = found.draft_differs;
            }
        return {publish_wish::Shown{std::move(progress)}};
    }

    [[nodiscard]] ComparedSides pack_sides(const publish_task::Compare& t) const {
        const auto folder = [&](int number) { return packs().version_folder_of(t.item.id, number); };
        return {true, t.from > 0 ? folder(t.from) : b.options_.shipped_pack, t.to > 0 ? folder(t.to) : t.item.path,
                t.from, t.to};
    }
    [[nodiscard]] ComparedSides scenario_sides(const publish_task::Compare& t) const {
        const auto file = [&](int number) { return versions().version_file(t.item.id, number); };
        return {false, file(t.from), t.to > 0 ? file(t.to) : t.item.path, t.from, t.to};
    }

    [[nodiscard]] PublishWish look_at_impact() const {
        if (!b.impact_ || !b.impact_->running()) return publish_wish::MeasuringStopped{};
        std::optional<Result<app::ImpactOutcome>> outcome = b.impact_->take();
        if (!outcome) return publish_wish::Measuring{b.impact_->done(), b.impact_->all()};
        if (!*outcome) return publish_wish::Failed{outcome->error()};
        return publish_wish::Measured{std::make_shared<const app::ImpactOutcome>(std::move(**outcome)),
                                      titles_of(b.content_)};
    }
};

PublishWishes PublishBackstage::perform(const PublishTask& task) { return std::visit(PerformingPublish{*this}, task); }

void PublishBackstage::wait_idle() {
    if (impact_) impact_->wait();
    compare_.wait();
}

}  // namespace huashu::desktop
