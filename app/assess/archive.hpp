// The sittings that a store holds, with what people added to them: reading one back, lists, and what a person may
// begin.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/exam.hpp"
#include "assess/review.hpp"

namespace huashu::assess {

/// A sitting with its review, as it stands.
struct Filed {
    Sitting sitting;
    Review review;
    std::size_t documents = 0;  ///< that make it up, for keeping another

    [[nodiscard]] std::optional<ReviewedResult> result() const;  ///< nothing: it is not sealed
};

/// Error (usage): there is no such sitting, or it was erased; (content): a document can't be read.
[[nodiscard]] Result<Filed> read_file(Store& store, const std::string& sitting_id);
/// All of the store, the last one begun first. Those that were erased are left out.
[[nodiscard]] Result<std::vector<Filed>> read_files(Store& store);
/// The id of the one that is not over; nothing: there is none.
[[nodiscard]] Result<std::optional<std::string>> running_sitting(Store& store);

/// Keeps what a person adds, if it makes sense; `filed` is then as it stands. Errors as of apply(Review).
[[nodiscard]] Result<void> add_to_review(Store& store, Filed& filed, const ReviewEvent& event);
/// Takes a sitting out of what counts, running or sealed. Error (usage): no name or reason, or it was set aside.
[[nodiscard]] Result<void> set_aside(Store& store, Filed& filed, const event::SetAside& why, std::int64_t now_ms);

/// Fingerprint of all rule packs in use, as attempts keep it.
[[nodiscard]] std::string packs_hash_of(const app::Content& content);
/// The seed that the forms of a blueprint are drawn with, from its file.
[[nodiscard]] std::uint64_t seed_of(const Blueprint& blueprint);
/// The forms of a blueprint: the same until the blueprint or the library changes. Errors as of draw_forms.
[[nodiscard]] Result<Drawn> forms_of(const Blueprint& blueprint, const std::vector<Candidate>& candidates);

/// Who sits, and with which version of the program.
struct Sitter {
    std::string sitting_id;  ///< a fresh UUID
    std::string id, name, program;
};
/// What a person's next sitting of this blueprint would be; `past`: all of his files. `fresh` picks the form and the
/// wordings. Errors: (usage) one is running, no attempt is left, it is too early (says from when); (content) the
/// blueprint can't be filled.
[[nodiscard]] Result<event::Begun> plan_sitting(const Blueprint& blueprint, const app::Content& content,
                                                const std::vector<Candidate>& candidates,
                                                const std::vector<Filed>& past, const Sitter& sitter,
                                                std::int64_t now_ms, std::uint64_t fresh);

/// Sittings of this blueprint that count, and when the next may be begun (0: at once); nothing: no attempt is left.
struct Attempts {
    int used = 0;
    std::optional<std::int64_t> next_ms = 0;
    std::string running;  ///< id of the one that is not over
};
[[nodiscard]] Attempts attempts_at(const Blueprint& blueprint, const std::vector<Filed>& past, std::int64_t now_ms);

}  // namespace huashu::assess
