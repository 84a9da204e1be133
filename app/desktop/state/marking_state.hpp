// What the program shows of a second marking: how one is begun, the sheet that is being marked, what came of it. A
// value of its own behind a pointer in ExamsState. Of the program's marks it holds nothing until the sheet is finished.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assess/marking.hpp"

namespace huashu::desktop {

struct MarkingState {
    bool locked = false, refused = false;
    enum class Phase : std::uint8_t { reading, setup, marking, result } phase = Phase::reading;
    int specimens = 0;                          ///< replies that can be drawn
    int passed_over = 0;                        ///< sittings whose content has changed since
    std::optional<assess::MarkingSheet> sheet;  ///< in setup: the unfinished one
    int at = 0;                                 ///< the reply that is marked
    bool changed = false;                       ///< its marks were not kept yet
    bool dropping = false;                      ///< "throw the sheet away?" is asked
    std::optional<assess::SheetResult> result;
    unsigned revision = 0;
};

namespace marking_wish {
struct Open {};
struct Unlock {
    std::string passphrase;
};
struct Draw {
    int count = 40;
    std::uint64_t seed = 1;
    std::string rater;
};
struct GoOn {};  ///< with the unfinished sheet
struct ShowReply {
    int at = 0;
};
struct Grade {
    scoring::Dimension dimension = scoring::Dimension::forbidden;
    std::optional<int> grade;  ///< nothing: not asked for here
};
struct Break {
    std::string rule;  ///< named, or not any more
};
struct Finish {};
struct Drop {
    bool is_sure = false;
};
struct StopDropping {};
struct Leave {};
struct Poll {};
// What came back.
struct Locked {
    bool refused = false;
};
struct Opened {
    int specimens = 0, passed_over = 0;
    std::optional<assess::MarkingSheet> sheet;
    bool is_fresh = false;  ///< just drawn: it is marked at once
};
struct Kept {
    std::size_t documents = 0;
};
struct NotKept {};
struct Finished {
    assess::SheetResult result;
};
struct NotRead {};
}  // namespace marking_wish
using MarkingIntent =
    std::variant<marking_wish::Open, marking_wish::Unlock, marking_wish::Draw, marking_wish::GoOn,
                 marking_wish::ShowReply, marking_wish::Grade, marking_wish::Break, marking_wish::Finish,
                 marking_wish::Drop, marking_wish::StopDropping, marking_wish::Leave, marking_wish::Poll,
                 marking_wish::Locked, marking_wish::Opened, marking_wish::Kept, marking_wish::NotKept,
                 marking_wish::Finished, marking_wish::NotRead>;

namespace marking_task {
struct Open {
    std::string passphrase;
};
struct Poll {};
struct Draw {
    int count = 40;
    std::uint64_t seed = 1;
    std::string rater;
};
struct Keep {
    assess::MarkingSheet sheet;
    int at = 0;
};
struct Finish {
    assess::MarkingSheet sheet;
};
struct Drop {
    assess::MarkingSheet sheet;
};
}  // namespace marking_task
using MarkingEffect = std::variant<marking_task::Open, marking_task::Poll, marking_task::Draw, marking_task::Keep,
                                   marking_task::Finish, marking_task::Drop>;

}  // namespace huashu::desktop
