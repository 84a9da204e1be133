// What can be wished for while scenarios are written, what comes back, and what is asked of the world for it: the same
// round of intent, update and effect as of the rest of the desktop, in a room of its own (author_room.hpp).
#pragma once

#include <variant>

#include "desktop/editor/author_state.hpp"
#include "desktop/editor/publish_state.hpp"
#include "desktop/state/one_of.hpp"

namespace huashu::desktop {

namespace wish {
// What the author wants.
struct OpenShelf {};
struct NameDraft {
    std::string copy_of;
};  ///< opens the sheet for a new draft
struct StopNaming {};
struct NewDraft {
    std::string kind, id, title;
};  ///< from the template of the kind's family, or as a copy of what the sheet was opened for
struct OpenDraft {
    std::string file;
};
struct CloseDraft {};  ///< asks first when something is unsaved
struct StayAtDesk {};
struct LeaveUnsaved {};  ///< what was typed stays in the recovery file
struct Edit {
    app::Tree root;
    std::string place;
    bool typing = false;
};
struct Undo {};
struct Redo {};
struct Select {
    std::string pointer;
};  ///< a stage or an ending, or anything within
struct Reveal {
    std::string pointer;
};  ///< shows it in its sheet
struct ShowSheet {
    AuthorSheet sheet = AuthorSheet::stage;
};
struct ShowSide {
    AuthorSide side = AuthorSide::problems;
};
struct Save {};
struct Recover {};  ///< the recovery file is due
struct Check {};    ///< a pause in typing: look at what was written
struct Poll {};     ///< is anything back?
struct Watch {};    ///< has somebody else changed the file?
struct TakeTheirs {};
struct KeepMine {};
struct MergeTheirs {};  ///< both changes together; where they clash it is asked
struct AnswerClash {
    std::size_t number = 0;
    app::MergeSide side = app::MergeSide::mine;
};
struct SettleClashes {};
struct DropMerge {};
struct ShowWay {
    std::string pointer;
};  ///< a play that comes to this stage, ending, choice, fact, event or line, as a trial
struct ShowPlay {
    std::vector<scenarios::Input> inputs;
};  ///< that play, as a trial
struct MoveNode {
    std::string key;
    app::Spot spot;
};
struct ForgetPlaces {};  ///< all of the map is laid out anew
struct BeginTrial {
    app::TrialStart start;
};
struct SayInTrial {
    scenarios::Input input;
};
struct TakeBack {};
struct KeepPlay {};
struct SendRobots {};
struct OpenRules {
    std::string folder, title;
};  ///< a pack; no folder: a new one of that title. Taken by the room
struct Publish {
    PublishItem item;
};  ///< opens the sheet for it. Taken by the room
struct UseShippedRules {};
struct Exchange {
    bool take_in = false;
};  ///< opens the sheet of handing over. Taken by the room
// What comes back.
struct ShelfLoaded {
    std::vector<app::DraftFile> drafts;
    std::vector<scenarios::ScenarioCard> shipped;
    std::vector<app::PackDraft> packs;
    std::optional<app::PackInUse> pack_in_use{};
};
struct DraftOpened {
    AuthorDesk desk;
    bool recovered = false;
};
struct Saved {
    app::Tree root;
};
struct Reported {
    app::LiveReport report;
};
struct PlanMade {
    app::MapPlan plan;
    app::Outline outline;
};
struct TrialShown {
    AuthorTrial trial;
};
struct TrialRefused {};
struct RobotsBack {
    app::RobotReport report;
    unsigned revision = 0;
};
struct ChangedOutside {};
struct Merged {
    app::Tree root, theirs;
    std::vector<app::MergeConflict> conflicts;
    bool settled = true;  ///< they have been answered
};
struct NoWay {};  ///< no play was found that comes there
struct Published {};
struct ContentChanged {};  ///< other rules and scenarios are in force
struct Failed {
    Error error;
};
}  // namespace wish

using AuthorWishKinds =
    std::variant<wish::OpenShelf, wish::NameDraft, wish::StopNaming, wish::NewDraft, wish::OpenDraft, wish::CloseDraft,
                 wish::StayAtDesk, wish::LeaveUnsaved, wish::Edit, wish::Undo, wish::Redo, wish::Select, wish::Reveal,
                 wish::ShowSheet, wish::ShowSide, wish::Save, wish::Recover, wish::Check, wish::Poll, wish::Watch,
                 wish::TakeTheirs, wish::KeepMine, wish::MergeTheirs, wish::AnswerClash, wish::SettleClashes,
                 wish::DropMerge, wish::ShowWay, wish::ShowPlay, wish::MoveNode, wish::ForgetPlaces, wish::BeginTrial,
                 wish::SayInTrial, wish::TakeBack, wish::KeepPlay, wish::SendRobots, wish::OpenRules, wish::Publish,
                 wish::Exchange, wish::UseShippedRules, wish::ShelfLoaded, wish::DraftOpened, wish::Saved,
                 wish::Reported, wish::PlanMade, wish::TrialShown, wish::TrialRefused, wish::RobotsBack,
                 wish::ChangedOutside, wish::Merged, wish::NoWay, wish::Published, wish::ContentChanged, wish::Failed>;
extern template struct OneOf<AuthorWishKinds>;
struct AuthorWish : OneOf<AuthorWishKinds> {
    using OneOf::OneOf;
};
using AuthorWishes = std::vector<AuthorWish>;

namespace task {
struct LoadShelf {};
struct Make {
    std::string kind, id, title, copy_of;
};
struct Open {
    std::string file;
};
struct Save {
    std::string file;
    app::Tree root;
    bool even_if_changed = false;  ///< somebody else's change of the file is written over
};
struct Recover {
    std::string file;
    app::Tree root;
};
struct Check {
    std::string file;
    app::Tree root;
    unsigned revision = 0;
};
struct LayOut {
    app::Outline outline;
    app::HandPlaces by_hand;
};
struct KeepPlaces {
    std::string file;
    app::HandPlaces by_hand;
};
struct Poll {};
struct Watch {
    std::string file;
};
struct ReadTheirs {
    std::string file;
};
struct MergeTheirs {
    std::string file;
    app::Tree base, mine;
    MergeQuestion answered{};  ///< what was asked and said before; empty: nothing yet
};
struct FindWay {
    std::string file;
    app::Tree root;
    std::string pointer;
};
struct PlayTrial {
    std::string file;
    app::Tree root;
    std::vector<scenarios::Input> inputs;
};
struct BeginTrial {
    std::string file;
    app::Tree root;
    app::TrialStart start;
};
struct SayInTrial {
    scenarios::Input input;
};
struct TakeBack {};
struct KeepPlay {
    app::Tree root;
};
struct SendRobots {
    std::string file;
    app::Tree root;
    unsigned revision = 0;
};
struct UseShippedRules {};
struct Leave {};  ///< lets go of what runs for the desk
}  // namespace task

using AuthorTaskKinds =
    std::variant<task::LoadShelf, task::Make, task::Open, task::Save, task::Recover, task::Check, task::LayOut,
                 task::KeepPlaces, task::Poll, task::Watch, task::ReadTheirs, task::MergeTheirs, task::FindWay,
                 task::PlayTrial, task::BeginTrial, task::SayInTrial, task::TakeBack, task::KeepPlay, task::SendRobots,
                 task::UseShippedRules, task::Leave>;
extern template struct OneOf<AuthorTaskKinds>;
struct AuthorTask : OneOf<AuthorTaskKinds> {
    using OneOf::OneOf;
};

/// What an update asks for: tasks, and what there is to tell: a message by its key in the words, or what failed.
struct AuthorOutcome {
    std::vector<AuthorTask> tasks;
    std::string message{};
    Diagnostics failures{};
    std::string text{};  ///< what stands for {text} in the message
};

[[nodiscard]] AuthorOutcome update_author(AuthorState& state, const AuthorWish& wish);

}  // namespace huashu::desktop
