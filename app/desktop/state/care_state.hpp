// What the program shows of looking after records (資料保管), and of what is kept of oneself. A value of its own behind
// a pointer in ExamsState; update_care() makes a new one for each change. Everything that reads records is an order
// that is carried out in a thread; one at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "integrity/backup.hpp"
#include "integrity/holdings.hpp"
#include "integrity/person.hpp"
#include "integrity/retention.hpp"
#include "integrity/site_import.hpp"
#include "integrity/verify_all.hpp"

namespace huashu::desktop {

enum class CareJob : std::uint8_t {
    look,          ///< what is kept
    look_at_mine,  ///< of the present person; needs no passphrase
    verify,
    rescore,
    back_up,      ///< to `where`
    export_one,   ///< of `person` to `where`
    export_mine,  ///< of the present person; needs no passphrase
    erase_one,    ///< `person`
    set_days,     ///< `days`; 0: no end
    count_older,  ///< than `days`
    erase_older,
    preview_site,  ///< in `where`
    bring_in_site,
};

struct CareOrder {
    CareJob job = CareJob::look;
    std::string where;   ///< a folder or a file
    std::string person;  ///< id
    int days = 0;
    bool masked = true;
    bool operator==(const CareOrder&) const = default;
};

/// What came of an order: that which belongs to its job.
struct CareDone {
    CareOrder order;
    std::optional<app::Holdings> holdings;
    std::optional<app::Holding> mine;
    std::vector<app::VerifiedFile> verified;
    std::optional<app::RescoreSum> rescored;
    std::optional<app::Backup> backup;
    std::optional<app::PersonErased> erased;
    std::optional<app::Expired> expired;
    std::vector<app::BroughtIn> brought;
    std::string file;  ///< that was written
    /// Suggested when the page opens: where a backup and an export may go.
    std::string backup_folder, export_folder;
};

struct CareState {
    bool locked = false;   ///< a passphrase is asked for
    bool refused = false;  ///< the last one was wrong
    struct Running {
        CareOrder order;
        std::int64_t done = 0, total = 0;
        bool stopping = false;
    };
    std::optional<Running> running;
    std::shared_ptr<const app::Holdings> holdings;  ///< null: nobody has looked yet
    std::optional<app::Holding> mine;
    std::string backup_folder, export_folder;  ///< suggested
    // The last of each kind, as long as the page stands.
    std::shared_ptr<const std::vector<app::VerifiedFile>> verified;
    std::shared_ptr<const app::RescoreSum> rescored;
    std::optional<app::Backup> backup;
    std::optional<app::Expired> older;  ///< what would go, or went
    int older_days = 0;
    bool older_gone = false;
    std::vector<app::BroughtIn> site;
    std::string site_folder;  ///< of what was previewed or brought in; empty: nothing was
    bool site_taken = false;
    enum class Asking : std::uint8_t { nothing, export_one, erase_first, erase_second, erase_older };
    Asking asking = Asking::nothing;
    std::string about;     ///< id of the person that is asked about
    std::string exported;  ///< file that was written last
    unsigned revision = 0;
};

namespace care_wish {
struct Open {};
struct OpenMine {};
struct Unlock {
    std::string passphrase;
};
struct Do {
    CareOrder order;
};
struct Ask {
    CareState::Asking what = CareState::Asking::nothing;
    std::string about;
};
struct Poll {};
struct Stop {};
// What came back.
struct Locked {
    bool refused = false;
};
struct Progress {
    std::int64_t done = 0, total = 0;
};
struct Done {
    std::shared_ptr<const CareDone> what;
};
struct Ended {};  ///< without anything: it was stopped, or failed
}  // namespace care_wish
using CareIntent = std::variant<care_wish::Open, care_wish::OpenMine, care_wish::Unlock, care_wish::Do, care_wish::Ask,
                                care_wish::Poll, care_wish::Stop, care_wish::Locked, care_wish::Progress,
                                care_wish::Done, care_wish::Ended>;

namespace care_task {
struct Begin {
    CareOrder order;
    std::string passphrase;  ///< empty: none was given
};
struct Poll {};
struct Stop {};
}  // namespace care_task
using CareEffect = std::variant<care_task::Begin, care_task::Poll, care_task::Stop>;

}  // namespace huashu::desktop
