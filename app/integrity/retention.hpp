// How long what was said is kept. The time is a setting of the place, on record like everything else; what is older is
// erased (erasure.hpp) when somebody says so, never by itself: a clock that is wrong for a morning must not cost years.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "integrity/erasure.hpp"
#include "integrity/watch.hpp"

namespace huashu::app {

/// In days; nothing: no end. `site`: the first person's records.
[[nodiscard]] Result<std::optional<int>> retention_days(const Records& site);
[[nodiscard]] Result<void> set_retention(Records& site, std::optional<int> days);

struct Expired {
    std::int64_t attempts = 0, documents = 0;
    struct Of {
        std::string person_id, name;
        std::int64_t attempts = 0, documents = 0;
    };
    std::vector<Of> people;  ///< those of whom something is meant
};
/// What nothing has happened to for so many days: counted, and with `erase` erased, in the files of all people.
[[nodiscard]] Result<Expired> expire(const std::string& data_folder, int days, std::int64_t now_ms, bool erase,
                                     Watch* watch = nullptr);

}  // namespace huashu::app
