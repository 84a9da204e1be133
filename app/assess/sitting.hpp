// One person's sitting of a blueprint, as a value: what was set, what was said, how time went. Nothing in it helps:
// no coach, no hints, no rewind, no model replies.
//
// A sitting is its events. Each is kept before anybody sees what came of it (exam.hpp); applying them in order gives
// the state back after a crash or a power cut. Time goes on while the program does not: what has passed between two
// events counts, whoever was there. A clock that was set back stops nothing: it is noted, and time is counted on from
// there.
//
//     Sitting sitting;
//     for (const Event& e : events) if (auto ok = apply(sitting, e); !ok) …
//     left_ms(sitting, now_ms);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assess/blueprint.hpp"
#include "assess/draw.hpp"
#include "assess/result.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/session.hpp"

namespace huashu::assess {

/// A scenario that was drawn for it, with all that makes its talk repeatable.
struct SetItem {
    std::string scenario_id, title, scenario_hash;
    std::uint64_t seed = 0;
    Replies replies = Replies::either;
    int weight = 1, minutes = 0;
    int difficulty_centi = 0;
    bool operator==(const SetItem&) const = default;
};

namespace event {
/// Everything that decides about the result is copied in: a later edit of blueprint or scenario changes nothing.
struct Begun {
    std::string sitting_id, person_id, person;
    std::string blueprint_id, blueprint_title, blueprint_hash, packs_hash, program;
    std::uint64_t draw_seed = 0;
    int form = 0;     ///< index of the parallel form
    int attempt = 1;  ///< the person's n-th at this blueprint
    int minutes = 60;
    bool reply_clock = true;
    Marking marking;
    std::vector<SetItem> items;
    bool operator==(const Begun&) const = default;
};
struct Opened {
    int item = 0;
    bool operator==(const Opened&) const = default;
};
struct Answered {
    int item = 0, turn = 0;
    scenarios::Input input;
    std::vector<scoring::ByteSpan> pasted;  ///< bytes of the reply that came from the clipboard
    bool operator==(const Answered&) const = default;
};
struct FocusLost {
    bool operator==(const FocusLost&) const = default;
};
struct FocusBack {
    bool operator==(const FocusBack&) const = default;
};
struct Resumed {
    bool operator==(const Resumed&) const = default;
};  ///< the program was started again, or the person came back to it
struct Closed {
    int item = 0;
    enum class Why : std::uint8_t { ended, out_of_time } why = Why::ended;
    bool operator==(const Closed&) const = default;
};
struct Sealed {
    SittingResult result;
    bool operator==(const Sealed&) const = default;
};  ///< the last: nothing can be said any more
struct SetAside {
    std::string by, reason;
    bool operator==(const SetAside&) const = default;
};  ///< it does not count: a power cut in the whole house, a fire drill
struct Recorded {
    int item = 0;
    scenarios::RecordForm form;
    bool operator==(const Recorded&) const = default;
};  ///< the complaint record of the talk that has ended
}  // namespace event

struct Event {
    std::int64_t at_ms = 0;  ///< since 1970 UTC
    std::variant<event::Begun, event::Opened, event::Answered, event::FocusLost, event::FocusBack, event::Resumed,
                 event::Closed, event::Sealed, event::SetAside, event::Recorded>
        what;
    bool operator==(const Event&) const = default;
};

struct ItemState {
    enum class Phase : std::uint8_t { ahead, open, closed } phase = Phase::ahead;
    std::int64_t opened_spent_ms = 0;  ///< what had been spent of the whole when it was opened
    std::vector<event::Answered> said;
    event::Closed::Why why = event::Closed::Why::ended;
    std::optional<scenarios::RecordForm> record;  ///< as it was filled in; nothing: it was not
    bool operator==(const ItemState&) const = default;
};

struct Sitting {
    enum class Phase : std::uint8_t { none, running, sealed, set_aside } phase = Phase::none;
    event::Begun begun;
    std::vector<ItemState> items;
    std::int64_t begun_ms = 0, last_ms = 0;
    std::int64_t spent_ms = 0;  ///< up to the last event
    int focus_losses = 0;
    std::int64_t away_ms = 0;  ///< how long the window was not in front
    bool is_away = false;
    int resumes = 0;
    int clock_set_back = 0;  ///< how often
    std::optional<SittingResult> result;
    std::optional<event::SetAside> set_aside;
    std::size_t events = 0;
    bool operator==(const Sitting&) const = default;

    [[nodiscard]] std::optional<int> open_item() const;
    [[nodiscard]] std::optional<int> next_item() const;  ///< the first that has not been opened
    [[nodiscard]] int closed_items() const;
    [[nodiscard]] int pasted_replies() const;
};

/// Error (usage): it makes no sense now (an answer after the seal, a turn out of order, time is up); nothing changes.
[[nodiscard]] Result<void> apply(Sitting& sitting, const Event& event);

/// Of the whole, and of the open item (its own limit or the whole's, whichever ends first); >= 0.
[[nodiscard]] std::int64_t spent_ms(const Sitting& sitting, std::int64_t now_ms);
[[nodiscard]] std::int64_t left_ms(const Sitting& sitting, std::int64_t now_ms);
[[nodiscard]] std::int64_t left_for_item_ms(const Sitting& sitting, std::int64_t now_ms);

/// Whether a reply may be given in this way: a choice where it must be typed is not one.
[[nodiscard]] bool allows(Replies replies, scenarios::Input::Kind kind);

/// The bytes of `reply` that are one of the pasted texts, or the greater part of one that was edited afterwards.
[[nodiscard]] std::vector<scoring::ByteSpan> pasted_spans(const std::string& reply,
                                                          const std::vector<std::string>& pasted);

}  // namespace huashu::assess
