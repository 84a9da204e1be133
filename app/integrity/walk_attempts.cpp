#include <optional>
#include <utility>

#include "integrity/chain_walk.hpp"
#include "records/hashing.hpp"
#include "records/turn_json.hpp"
#include "scenarios/session_json.hpp"

namespace huashu::app {
namespace {

using ProblemKind = ChainProblem::Kind;

/// What the line of an attempt should say by its events.
struct Sum {
    std::string status = "running";
    std::int64_t turns = 0, last_event = 0, changed_ms = 0;
    std::optional<EndRecord> end;
    std::optional<int> record_score;
    std::string seal;
    scenarios::History history;  ///< that it began with
    std::optional<std::int64_t> erased_ms;
};

const char* const attempt_columns =
    "SELECT local, id, scenario_id, scenario_hash, packs_hash, seed, program, coalesce(rewinds, ''), started_ms, salt, "
    "status, turns, last_event, changed_ms, ending, rank, score, has_critical, memories, record_score, seal, head, "
    "erased_ms, history FROM attempt ORDER BY local";

/// One attempt on the way: compares its events one by one, then its line with what they add up to.
class AttemptWalk {
public:
    /// `untied`: up to which row the file was there before its chain; not everything stood in events then.
    AttemptWalk(const Statement& row, std::int64_t untied, Verification& found)
        : row_(row), untied_(untied), found_(found) {
        head_ = hash_of({row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5), row.text(6), row.text(7),
                         row.integer(8)});
        salt_ = row.text(9);
    }

    void take(const Statement& event) {
        const std::int64_t number = event.integer(1);
        if (number != next_) miss(number);
        compare(event, number);
        add_up(event);
        head_ = event.text(5);
        if (head_ == row_.text(21)) events_to_head_ = number + 1;
        next_ = number + 1;
        ++found_.events;
    }

    void close() {
        if (next_ == 0) return report(ProblemKind::removed, 0, "none of its records is there");
        if (head_ != row_.text(21)) {
            if (events_to_head_ > 0)
                report(ProblemKind::misplaced, turn_of(events_to_head_), "records were put in after its last one");
            else
                report(ProblemKind::cut_off, turn_of(next_), "its last records are missing");
        }
        check_line();
    }

private:
    void report(ProblemKind kind, int turn, std::string text) {
        found_.problems.push_back({kind, row_.text(1), row_.text(2), turn, std::move(text)});
    }
    // Event n is turn n as long as the talk runs; what comes after its end is none.
    [[nodiscard]] int turn_of(std::int64_t number) const {
        return number <= row_.integer(11) ? static_cast<int>(number) : 0;
    }

    void miss(std::int64_t number) {
        if (number < next_) return report(ProblemKind::misplaced, turn_of(number), "a record was put in");
        std::string which = std::to_string(next_);
        if (number - 1 > next_) which += " to " + std::to_string(number - 1);
        report(ProblemKind::removed, turn_of(next_), "record " + which + " is missing");
        is_after_gap_ = true;
    }

    // After a gap the first record can't be checked: its predecessor is not there.
    void compare(const Statement& event, std::int64_t number) {
        const std::string proof = event.is_bytes(4) ? event.text(4) : proof_of(salt_, event.text(4));
        const std::string kind = event.text(3);
        const bool is_gap = std::exchange(is_after_gap_, false);
        if (!is_gap && hash_of(head_, {number, event.integer(2), kind, proof}) != event.text(5))
            report(ProblemKind::changed, turn_of(number),
                   number == 0 ? "its beginning, or what it is bound to, was changed"
                               : "its record " + std::to_string(number) + " (" + kind + ") was changed");
        if (event.is_bytes(4) && row_.is_null(22))
            report(ProblemKind::changed, turn_of(number),
                   "the text of record " + std::to_string(number) + " was taken out");
    }

    void add_up(const Statement& event) {
        const std::string kind = event.text(3);
        const std::string body = event.is_bytes(4) ? std::string() : event.text(4);
        sum_.changed_ms = event.integer(2);
        if (event.integer(0) <= untied_ && kind == "started") is_begun_untied_ = true;
        if (event.integer(0) <= untied_ && kind == "ended") is_ended_untied_ = true;
        if (kind != "record") sum_.last_event = event.integer(0);
        if (kind == "started") sum_.history = parse_history(body).value_or(scenarios::History{});
        if (kind == "turn") ++sum_.turns;
        if (kind == "dropped") sum_.status = "dropped";
        if (kind == "ended") sum_.status = "ended", sum_.seal = event.text(5), sum_.end = parse_end(body);
        if (kind == "erased") sum_.status = "dropped", sum_.erased_ms = event.integer(2);
        if (kind == "record")
            if (const auto record = parse_record(body)) sum_.record_score = record->score;
    }

    template <class T>
    [[nodiscard]] bool agrees(int column, const std::optional<T>& wanted) const {
        if (!wanted || row_.is_null(column)) return !wanted && row_.is_null(column);
        if constexpr (std::is_same_v<T, std::string>)
            return row_.text(column) == *wanted;
        else
            return row_.integer(column) == static_cast<std::int64_t>(*wanted);
    }

    void check_line() {
        std::optional<std::string> ending, rank, memories, seal;
        std::optional<int> score, critical;
        if (sum_.end) {
            ending = sum_.end->ending, rank = sum_.end->rank, score = sum_.end->score;
            critical = sum_.end->has_critical ? 1 : 0;
            if (!sum_.end->memories.empty()) memories = scenarios::to_json(sum_.end->memories);
        }
        if (!sum_.seal.empty()) seal = sum_.seal;
        const auto check = [this](bool fits, const char* what) {
            if (!fits)
                report(ProblemKind::summary, 0, std::string("the list shows another ") + what + " than was recorded");
        };
        check(row_.text(10) == sum_.status, "state");
        check(row_.integer(11) == sum_.turns, "number of turns");
        check(row_.integer(12) == (sum_.status == "running" ? 0 : sum_.last_event), "order");
        check(row_.integer(13) == sum_.changed_ms, "time");
        check(agrees(14, ending) && agrees(15, rank), "ending");
        check(agrees(16, score) && agrees(17, critical), "score");
        check(is_ended_untied_ || agrees(18, memories), "memory of the household");
        check(agrees(19, sum_.record_score), "score of the complaint record");
        check(agrees(20, seal), "seal");
        check(agrees(22, sum_.erased_ms), "erasure");
        scenarios::History history;
        bool is_readable = true;
        if (!row_.is_null(23)) {
            auto read = scenarios::history_from_json(row_.text(23));
            is_readable = read.has_value();
            if (read) history = std::move(*read);
        }
        check(is_begun_untied_ || (is_readable && history == sum_.history), "past of the household");
    }

    const Statement& row_;
    std::int64_t untied_;
    Verification& found_;
    std::string head_, salt_;
    std::int64_t next_ = 0, events_to_head_ = 0;
    bool is_after_gap_ = false, is_begun_untied_ = false, is_ended_untied_ = false;
    Sum sum_;
};

Result<void> walk_strays(const Database& database, Verification& found) {
    auto stray = database.prepare(
        "SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM attempt a WHERE a.local = e.attempt)");
    if (!stray) return tl::unexpected(stray.error());
    if (const auto row = stray->step(); !row) return tl::unexpected(row.error());
    const std::int64_t count = stray->integer(0);
    found.events += count;
    if (count > 0)
        found.problems.push_back({ProblemKind::removed,
                                  {},
                                  {},
                                  0,
                                  "an attempt is missing whose records are there (" + std::to_string(count) + ")"});
    return {};
}

}  // namespace

Result<void> walk_attempts(const Database& database, Verification& found, Watch* watch) {
    auto attempt = database.prepare(attempt_columns);
    if (!attempt) return tl::unexpected(attempt.error());
    auto event =
        database.prepare("SELECT local, number, at_ms, kind, body, hash FROM event WHERE attempt = ? ORDER BY number");
    if (!event) return tl::unexpected(event.error());
    const auto untied = database.integer("SELECT untied FROM chain WHERE name = 'event'");
    if (!untied) return tl::unexpected(untied.error());
    while (true) {
        const auto more = attempt->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        if (is_stopped(watch)) return stopped();
        const std::int64_t events_before = found.events;
        ++found.attempts;
        if (!attempt->is_null(22)) ++found.erased;
        AttemptWalk walk(*attempt, *untied, found);
        event->reset();
        event->bind(1, attempt->integer(0));
        while (true) {
            const auto next = event->step();
            if (!next) return tl::unexpected(next.error());
            if (!*next) break;
            walk.take(*event);
        }
        walk.close();
        step(watch, found.events - events_before);
    }
    return walk_strays(database, found);
}

}  // namespace huashu::app
