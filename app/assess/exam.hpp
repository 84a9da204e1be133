// A sitting as it is taken: the value (sitting.hpp), the running talk, and the store in which every event is kept
// before anybody sees what came of it. Screens and the terminal take an exam through this and nothing else.
//
//     Result<Exam> exam = Exam::begin(room, *plan_sitting(…));
//     exam->open_next();
//     Result<scenarios::Turn> turn = exam->answer(Input::choose("a"), {});   // kept when it returns
//     exam->look_at_clock();                                                 // each second: closes what is out of time
//
// An event that can't be kept changes nothing: the same can be done again. Content and store must outlive it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assess/sitting.hpp"
#include "assess/store.hpp"
#include "content/content.hpp"

namespace huashu::assess {

struct Room {
    const app::Content* content = nullptr;
    Store* store = nullptr;
    std::function<std::int64_t()> now_ms;  ///< since 1970 UTC
};

class Exam {
public:
    /// Errors: (usage) the person has a sitting that is not over; (system) it can't be kept.
    [[nodiscard]] static Result<Exam> begin(Room room, const event::Begun& begun);
    /// After a crash, a power cut, or a walk to the door; time has gone on. Errors: (usage) no such sitting, or it is
    /// over; (content) a scenario or the rules are not those that it was set with.
    [[nodiscard]] static Result<Exam> go_on(Room room, const std::string& sitting_id);

    [[nodiscard]] const Sitting& sitting() const { return sitting_; }
    /// The open talk; null between two scenarios.
    [[nodiscard]] const scenarios::Session* talk() const { return talk_ ? &*talk_ : nullptr; }
    /// The talk that was closed last, for the line that says how it ended; null when none was.
    [[nodiscard]] const scenarios::Session* last_talk() const { return last_ ? &*last_ : nullptr; }

    /// Errors as of apply().
    [[nodiscard]] Result<void> open_next();
    /// `pasted`: texts that came from the clipboard while the reply was written. When the talk is over its scenario is
    /// closed, and after the last one the sitting is sealed, all in one; where its complaint record counts, only when
    /// that was handed in.
    [[nodiscard]] Result<scenarios::Turn> answer(const scenarios::Input& input, const std::vector<std::string>& pasted);
    /// The open talk is over, and its complaint record counts and was not handed in yet.
    [[nodiscard]] bool wants_record() const;
    /// Hands it in, once; the scenario is closed then, as by answer(). Errors as of apply().
    [[nodiscard]] Result<void> fill_in(const scenarios::RecordForm& form);
    /// The window lost or got the keyboard. Twice the same changes nothing.
    [[nodiscard]] Result<void> set_away(bool is_away);
    /// Closes the scenario whose time is over, and seals when all time is. True: something was.
    [[nodiscard]] Result<bool> look_at_clock();
    [[nodiscard]] std::int64_t now_ms() const { return room_.now_ms(); }

private:
    explicit Exam(Room room) : room_(std::move(room)) {}
    [[nodiscard]] Result<void> open_talk(int item);
    [[nodiscard]] Result<void> keep(std::vector<Event> events);
    /// Closes the item, and seals when it was the last; `then` is the sitting with all of `events` applied.
    [[nodiscard]] Result<void> close_item(Sitting& then, std::int64_t now, int item, event::Closed::Why why,
                                          std::vector<Event>& events) const;
    [[nodiscard]] Result<void> seal_if_over(Sitting& then, std::int64_t now, std::vector<Event>& events) const;
    [[nodiscard]] bool record_counts(int item) const;
    void put_talk_away();
    [[nodiscard]] Result<SittingResult> judge(const Sitting& sitting) const;

    Room room_;
    Sitting sitting_;
    std::optional<scenarios::Session> talk_, last_;
};

/// The talks of a sitting as they stand, one for each item that was opened, in order; for judging, review and marking.
/// Errors as of Exam::go_on for its content.
[[nodiscard]] Result<std::vector<scenarios::Session>> replay(const Sitting& sitting, const app::Content& content);
/// What a sitting is worth by the rules as they are: the same as was sealed, or something was changed.
[[nodiscard]] Result<SittingResult> rejudge(const Sitting& sitting, const app::Content& content);

}  // namespace huashu::assess
