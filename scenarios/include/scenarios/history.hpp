// What a household remembers of earlier talks: promises that were kept, promises that were broken, words that stuck.
//
// A talk leaves memories behind when it has ended (Session::memories()); whoever keeps records hands them, as a
// History, to a later talk with the same household (Session::start). Nothing here reads records: the same history gives
// the same talk, and a talk without one is practice with an owner who rings for the first time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace huashu::scenarios {

struct Memory {
    enum class Sort : std::uint8_t { kept, broken, said };
    std::string id;
    Sort sort = Sort::said;
    std::string note;  ///< in the trainee's words: "答應中午十二點前到場，人到了"
    bool operator==(const Memory&) const = default;
};
[[nodiscard]] std::string_view name_of(Memory::Sort value);

/// Ids of memories, and how the last talk ended. Empty: the owner remembers nothing.
struct History {
    std::vector<std::string> kept, broken, said;
    std::optional<Rank> last;
    bool operator==(const History&) const = default;
    [[nodiscard]] bool empty() const { return *this == History{}; }
};

/// Adds what a talk left behind to what was remembered before it: a memory of the same id takes the place of the older.
[[nodiscard]] History remember(History before, const std::vector<Memory>& memories, std::optional<Rank> ended);

}  // namespace huashu::scenarios
