// Brings in the records of another site: a backup that was made there (backup.hpp), or its data folder. Each person of
// that site becomes a person here, with a file of his own, as it is: nothing is written into it, so its chain and its
// heads are verified as ever.
//
// Ids are UUIDs, and yet they may clash: the same backup brought in again, a later one of the same site, one that was
// changed, two that went on separately. What is here is only ever followed by what continues it; everything else is
// left as it is, and named.
//
//     Result<std::vector<BroughtIn>> all = bring_in(data_folder, "/media/stick/site-b");
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "integrity/watch.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct BroughtIn {
    enum class How : std::uint8_t {
        added,    ///< a new person
        renewed,  ///< the records here ended where the other's go on
        same,     ///< they are here already
        older,    ///< those here go on where the other's end
        refused,  ///< see `why`
    };
    How how = How::added;
    std::string id, name;  ///< here; the name with a number where another person here has the same
    std::int64_t attempts = 0, documents = 0;
    enum class Why : std::uint8_t { none, unreadable, unsound, elsewhere, parted };
    Why because = Why::none;  ///< of refused
    std::string whose;        ///< of elsewhere: who has them here
    std::string why;          ///< of refused: one sentence, English
};
[[nodiscard]] std::string_view name_of(BroughtIn::How value);

/// One for each file of records of `source`. Errors: (usage) there are no records in it, or it is this data folder;
/// it was
/// stopped; (system) the disk; a file of records here that is open in another program.
[[nodiscard]] Result<std::vector<BroughtIn>> bring_in(const std::string& data_folder, const std::string& source,
                                                      Watch* watch = nullptr);
/// What bringing it in would come to; writes nothing.
[[nodiscard]] Result<std::vector<BroughtIn>> preview_bringing_in(const std::string& data_folder,
                                                                 const std::string& source, Watch* watch = nullptr);

}  // namespace huashu::app
