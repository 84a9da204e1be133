// What can be wished for on the sheet of publishing, what comes back, and what is asked of the world for it.
#pragma once

#include <variant>

#include "desktop/editor/publish_state.hpp"
#include "desktop/state/one_of.hpp"

namespace huashu::desktop {

namespace publish_wish {
struct Open {
    PublishItem item;
};
struct Close {};
struct Submit {
    std::string note;
};
struct SendBack {
    std::string note;
};
struct Publish {
    std::string note;
};
struct Restore {
    int number = 0;
};
struct Use {
    int number = 0;
};  ///< of a pack: talks are scored with this version; 0: with the shipped rules
struct Compare {
    int number = 0;
};                  ///< that version with the one before it; 0: the draft with the newest
struct Measure {};  ///< what publishing would change
struct StopMeasuring {};
struct Poll {};
// What comes back.
struct Shown {
    PublishProgress progress;
};
struct Stepped {
    std::string message, text;
};  ///< something was done: a key of the words and what stands for {text} in it
struct Restored {};
struct Measuring {
    std::size_t done = 0, all = 0;
};
struct Measured {
    std::shared_ptr<const app::ImpactOutcome> outcome;
    ScenarioTitles titles;
};
struct Compared {
    PublishComparison comparison;
};
struct Reckoned {
    app::Consequences consequences;
};                           ///< what the comparison comes to
struct ComparingEnded {};    ///< nothing more will come
struct MeasuringStopped {};  ///< there is nothing to wait for any more: the rules have become others
struct Failed {
    Error error;
};
}  // namespace publish_wish

using PublishWishKinds =
    std::variant<publish_wish::Open, publish_wish::Close, publish_wish::Submit, publish_wish::SendBack,
                 publish_wish::Publish, publish_wish::Restore, publish_wish::Use, publish_wish::Compare,
                 publish_wish::Measure, publish_wish::StopMeasuring, publish_wish::Poll, publish_wish::Shown,
                 publish_wish::Stepped, publish_wish::Restored, publish_wish::Measuring, publish_wish::Measured,
                 publish_wish::MeasuringStopped, publish_wish::Compared, publish_wish::Reckoned,
                 publish_wish::ComparingEnded, publish_wish::Failed>;
extern template struct OneOf<PublishWishKinds>;
struct PublishWish : OneOf<PublishWishKinds> {
    using OneOf::OneOf;
};
using PublishWishes = std::vector<PublishWish>;

namespace publish_task {
struct Show {
    PublishItem item;
};
struct Submit {
    PublishItem item;
    std::string note;
};
struct SendBack {
    PublishItem item;
    std::string note;
};
struct Publish {
    PublishItem item;
    std::string note;
};
struct Restore {
    PublishItem item;
    int number = 0;
};
struct Use {
    PublishItem item;
    int number = 0;
};
struct Compare {
    PublishItem item;
    int from = 0, to = 0;  ///< as in PublishComparison
};
struct Measure {
    PublishItem item;
};
struct Stop {};
struct Poll {};
}  // namespace publish_task

using PublishTaskKinds =
    std::variant<publish_task::Show, publish_task::Submit, publish_task::SendBack, publish_task::Publish,
                 publish_task::Restore, publish_task::Use, publish_task::Compare, publish_task::Measure,
                 publish_task::Stop, publish_task::Poll>;
extern template struct OneOf<PublishTaskKinds>;
struct PublishTask : OneOf<PublishTaskKinds> {
    using OneOf::OneOf;
};

struct PublishOutcome {
    std::vector<PublishTask> tasks;
    std::string message{};  ///< a key of the words
    Diagnostics failures{};
    std::string text{};     ///< what stands for {text} in the message
    bool restored = false;  ///< the draft on the disk is another
    bool published = false;
};

[[nodiscard]] PublishOutcome update_publish(PublishState& state, const PublishWish& wish);

}  // namespace huashu::desktop
