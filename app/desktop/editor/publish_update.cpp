#include <utility>

#include "desktop/editor/publish_intent.hpp"

namespace huashu::desktop {
namespace {

struct PublishUpdate {
    PublishState& s;

    PublishOutcome operator()(const publish_wish::Open& w) const {
        s = {.item = w.item, .revision = s.revision + 1};
        return {{publish_task::Show{w.item}}};
    }
    PublishOutcome operator()(const publish_wish::Close&) const {
        const bool busy = s.measuring || s.comparing;
        s = {.revision = s.revision + 1};
        return busy ? PublishOutcome{{publish_task::Stop{}}} : PublishOutcome{};
    }
    PublishOutcome operator()(const publish_wish::Submit& w) const {
        if (!s.item || !s.item->is_saved) return {{}, "desktop.publish.toast.unsaved"};
        return {{publish_task::Submit{*s.item, w.note}}};
    }
    PublishOutcome operator()(const publish_wish::SendBack& w) const {
        if (!s.item) return {};
        return {{publish_task::SendBack{*s.item, w.note}}};
    }
    PublishOutcome operator()(const publish_wish::Publish& w) const {
        if (!s.item) return {};
        return {{publish_task::Publish{*s.item, w.note}}};
    }
    PublishOutcome operator()(const publish_wish::Restore& w) const {
        if (!s.item) return {};
        return {{publish_task::Restore{*s.item, w.number}}};
    }
    PublishOutcome operator()(const publish_wish::Use& w) const {
        if (!s.item || !s.item->is_pack) return {};
        return {{publish_task::Use{*s.item, w.number}}};
    }
    PublishOutcome operator()(const publish_wish::Compare& w) const {
        if (!s.item || w.number < 0) return {};
        return compare(w.number == 0 ? s.progress.published : w.number - 1, w.number);
    }
    PublishOutcome operator()(const publish_wish::Measure&) const {
        if (!s.item || s.measuring) return {};
        s.measuring = true;
        s.done = s.all = 0;
        s.impact.reset();
        ++s.revision;
        return {{publish_task::Measure{*s.item}}};
    }
    PublishOutcome operator()(const publish_wish::StopMeasuring&) const {
        if (!s.measuring) return {};
        return {{publish_task::Stop{}}};
    }
    PublishOutcome operator()(const publish_wish::Poll&) const {
        if (!s.measuring && !s.comparing) return {};
        return {{publish_task::Poll{}}};
    }
    PublishOutcome operator()(const publish_wish::Shown& w) const {
        s.progress = w.progress;
        s.comparison.reset();
        s.comparing = false;
        ++s.revision;
        const bool has_other = s.progress.published > 0 || (s.item && s.item->is_pack);
        return s.item && s.progress.differs && has_other ? compare(s.progress.published, 0) : PublishOutcome{};
    }
    PublishOutcome operator()(const publish_wish::Stepped& w) const {
        if (!s.item) return {};
        PublishOutcome out{{publish_task::Show{*s.item}}, w.message, {}, w.text};
        out.published = !w.text.empty();
        return out;
    }
    PublishOutcome operator()(const publish_wish::Restored&) const {
        PublishOutcome out{{}, "desktop.publish.toast.restored"};
        out.restored = true;
        s = {.revision = s.revision + 1};
        return out;
    }
    PublishOutcome operator()(const publish_wish::Measuring& w) const {
        s.done = w.done;
        s.all = w.all;
        ++s.revision;
        return {};
    }
    PublishOutcome operator()(const publish_wish::Measured& w) const {
        s.measuring = false;
        s.impact = w.outcome;
        s.titles = w.titles;
        ++s.revision;
        return {};
    }
    PublishOutcome operator()(const publish_wish::MeasuringStopped&) const {
        if (!std::exchange(s.measuring, false)) return {};
        ++s.revision;
        return {};
    }
    PublishOutcome operator()(const publish_wish::Compared& w) const {
        s.comparison = w.comparison;
        ++s.revision;
        return {};
    }
    PublishOutcome operator()(const publish_wish::Reckoned& w) const {
        if (!s.comparison) return {};
        s.comparison->consequences = w.consequences;
        ++s.revision;
        return {};
    }
    PublishOutcome operator()(const publish_wish::ComparingEnded&) const {
        if (!std::exchange(s.comparing, false)) return {};
        ++s.revision;
        return {};
    }
    PublishOutcome operator()(const publish_wish::Failed& w) const {
        s.measuring = false;
        ++s.revision;
        return {{}, {}, w.error.diagnostics};
    }

private:
    [[nodiscard]] PublishOutcome compare(int from, int to) const {
        s.comparison.reset();
        s.comparing = true;
        ++s.revision;
        return {{publish_task::Compare{*s.item, from, to}}};
    }
};

}  // namespace

PublishOutcome update_publish(PublishState& state, const PublishWish& wish) {
    return std::visit(PublishUpdate{state}, wish);
}

}  // namespace huashu::desktop
