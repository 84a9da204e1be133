#include "desktop/editor/publish_backstage.hpp"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "author/pack_soundness.hpp"
#include "author/pack_versions.hpp"
#include "author/rule_edits.hpp"
#include "author/rule_pack.hpp"
#include "author/versions_publishing.hpp"
#include "scoring/json.hpp"

namespace huashu::desktop {
namespace {

PublishWishes publish_failed(const Error& error) { return {publish_wish::Failed{error}}; }

std::string who_publishes() {
    const char* user = std::getenv("USER");
    return user == nullptr ? "" : user;
}

// Rules that are not as they were: changed, new or gone.
std::size_t changed_rules(const std::string& before_folder, const std::string& now_folder) {
    const auto before = app::read_rule_pack(before_folder);
    const auto now = app::read_rule_pack(now_folder);
    if (!before || !now) return 0;
    std::map<std::string, app::Tree> was;
    for (const std::string& pointer : app::rule_pointers(*before))
        was.emplace(app::at(*before, pointer)["id"].text(), app::at(*before, pointer));
    std::size_t count = 0;
    for (const std::string& pointer : app::rule_pointers(*now)) {
        const auto found = was.find(app::at(*now, pointer)["id"].text());
        if (found == was.end() || !app::says_the_same(found->second, app::at(*now, pointer))) ++count;
        if (found != was.end()) was.erase(found);
    }
    return count + was.size();
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
        return {publish_wish::Stepped{"desktop.publish.toast.published", std::to_string(*number)}};
    }
    PublishWishes operator()(const publish_task::Restore& t) const {
        const Result<std::string> kept = t.item.is_pack ? packs().restore(t.item.id, t.number, who_publishes())
                                                        : versions().restore(t.item.id, t.number, who_publishes());
        return kept ? PublishWishes{publish_wish::Restored{}} : publish_failed(kept.error());
    }
    PublishWishes operator()(const publish_task::Use& t) const {
        if (t.number == 0)
            return stepped(app::use_shipped_pack(b.options_.store), "desktop.publish.toast.shipped_used");
        return stepped(app::use_pack(b.options_.store, t.item.id, t.number, who_publishes()),
                       "desktop.publish.toast.pack_used");
    }
    PublishWishes operator()(const publish_task::Measure& t) const {
        if (!b.impact_)
            b.impact_ = std::make_unique<app::ImpactTask>(b.content_, b.options_.folders, b.options_.data_folder);
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
        if (!b.impact_) return {};
        if (std::optional<Result<app::ImpactOutcome>> outcome = b.impact_->take()) {
            if (!*outcome) return publish_failed(outcome->error());
            return {publish_wish::Measured{std::make_shared<const app::ImpactOutcome>(std::move(**outcome))}};
        }
        return {publish_wish::Measuring{b.impact_->done(), b.impact_->all()}};
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
        const std::string before =
            found.published > 0 ? store.version_folder_of(item.id, found.published) : b.options_.folders.pack;
        progress.changed_rules = changed_rules(before, item.path);
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
        if (progress.published > 0 && progress.differs) compare(store, item, progress);
        return {publish_wish::Shown{std::move(progress)}};
    }

    // What the draft changes in the newest version, and what that comes to; without the long search.
    void compare(const app::VersionStore& store, const PublishItem& item, PublishProgress& progress) const {
        const auto version = store.version(item.id, progress.published);
        const auto text = read_text_file(item.path);
        if (!version || !text) return;
        const auto before = app::make_scenario_side(store.version_file(item.id, progress.published), version->scenario,
                                                    b.options_.personas_folder);
        const auto after = app::make_scenario_side(item.path, *text, b.options_.personas_folder);
        if (!before || !after) return;
        progress.changes = app::diff_content(*before->document, *after->document);
        progress.consequences = app::consequences_of(*before, *after, *b.content_.engine, false);
    }
};

PublishWishes PublishBackstage::perform(const PublishTask& task) { return std::visit(PerformingPublish{*this}, task); }

void PublishBackstage::wait_idle() {
    if (impact_) impact_->wait();
}

}  // namespace huashu::desktop
