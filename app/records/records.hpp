// What is remembered of every attempt: an append-only list of events in one SQLite file, records.db in the user's
// folder. Knows nothing of screens; Attempt (play/attempt.hpp) couples it with a running conversation.
//
// Every event is committed, and on the disk (WAL, synchronous=FULL), before the call returns; what was returned
// survives a kill and a power cut. Events are never changed, and chained by hash (hashing.hpp), so that a change from
// outside shows; only the text of one can be erased (integrity/erasure.hpp). A row of `attempt` only sums up its
// events, for lists.
// Ids are UUIDs, so that records of several machines can be brought together; times are milliseconds since
// 1970 UTC and for people to read: no order depends on the clock. Two processes may use one file; an attempt that was
// continued by the other one is refused with words.
//
//     Result<Records> records = Records::open({.folder = data, .now_ms = clock_ms, .new_id = make_uuid});
//     Result<std::string> id = records->begin({.scenario_id = "leak", .scenario_hash = h, .packs_hash = p, .seed = 7});
//     records->append(*id, 0, turn, std::nullopt);
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "records/documents.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/session.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

class Database;

/// What an attempt begins with. `kept`: the turns taken over from the attempt that it rewinds.
struct AttemptStart {
    std::string scenario_id, scenario_hash, packs_hash;
    std::uint64_t seed = 0;
    std::string rewinds;         ///< id of an earlier attempt; empty: none
    scenarios::History history;  ///< what the household remembers
};

/// One turn, as it is kept: the input is what a conversation is played again from; the rest is for lists and analysis.
struct TurnRecord {
    scenarios::Input input;
    std::string stage;
    int score = 0;  ///< of this reply, 0..100
    scenarios::Mood mood;
    std::vector<std::string> findings;  ///< rule ids
    std::vector<std::string> acts;
    std::vector<int> hints{};  ///< rungs of the hint ladder that were shown for it (play/hints.hpp)
    std::string ledger{};      ///< fingerprint of everything that came of it, for playing it again; may be empty
    bool operator==(const TurnRecord&) const = default;
};

/// How an attempt ended.
struct EndRecord {
    std::string ending, rank;
    int score = 0;  ///< of the conversation, 0..100
    bool has_critical = false;
    std::vector<scenarios::Memory> memories;  ///< what the household keeps in mind
    bool operator==(const EndRecord&) const = default;
};

/// The complaint record that was filled in after the talk.
struct FilledRecord {
    scenarios::RecordForm form;
    int score = 0;  ///< 0..100
    bool operator==(const FilledRecord&) const = default;
};

enum class AttemptStatus : std::uint8_t { running, ended, dropped };
[[nodiscard]] std::string_view name_of(AttemptStatus value);

/// A line of a list.
struct AttemptSummary {
    std::string id, scenario_id;
    AttemptStatus status = AttemptStatus::running;
    int turns = 0;
    std::int64_t started_ms = 0, changed_ms = 0;
    std::string rewinds;
    std::optional<EndRecord> end;     ///< when ended
    std::optional<int> record_score;  ///< of the complaint record, when one was filled in
    std::string head;                 ///< hash of its last event, hex
    std::string seal;                 ///< hash of its last event when it ended, hex; empty before
    std::string program;              ///< version and build that it was begun with
};

/// Everything of one attempt.
struct StoredAttempt {
    AttemptSummary summary;
    scenarios::SavedSession session;
    std::vector<TurnRecord> turns;
    std::optional<FilledRecord> record;  ///< the last that was filled in
};

struct RecordsOptions {
    std::string folder;                    ///< made when missing
    std::function<std::int64_t()> now_ms;  ///< the clock; null: the system's
    std::function<std::string()> new_id;   ///< makes UUIDs; null: random ones
};

class Records {
public:
    /// Opens or makes the file, checks that it is whole, brings an older version up to date.
    /// A damaged file is set aside under another name and a new one begun with what can be read; notices() says so.
    /// Error (system): the folder can't be written, the disk is full, the file is of a newer version of the program or
    /// of another program; each with its remedy.
    [[nodiscard]] static Result<Records> open(RecordsOptions options);

    /// What a person should be told about opening. Empty: all is well.
    [[nodiscard]] const Diagnostics& notices() const;
    [[nodiscard]] const std::string& file() const;

    /// Begins an attempt; the value is its id. `kept` turns are appended in the same transaction.
    [[nodiscard]] Result<std::string> begin(const AttemptStart& start, const std::vector<TurnRecord>& kept = {});
    /// Appends turn number `index` (from 0) and, with the last one, how it ended: both or neither.
    /// Error (usage): the attempt is not running, or has not just `index` turns (continued elsewhere).
    [[nodiscard]] Result<void> append(const std::string& id, int index, const TurnRecord& turn,
                                      const std::optional<EndRecord>& end);
    /// Keeps the complaint record of an attempt. Error (usage): no such attempt, or it has not ended.
    [[nodiscard]] Result<void> fill_in(const std::string& id, const FilledRecord& record);
    /// Takes a running attempt off the list of unfinished ones. What was said stays on record.
    [[nodiscard]] Result<void> drop(const std::string& id);

    /// Error (usage): no such attempt, or it was erased.
    [[nodiscard]] Result<StoredAttempt> read(const std::string& id) const;
    /// Running attempts with at least one turn, the last one begun first.
    [[nodiscard]] Result<std::vector<AttemptSummary>> unfinished() const;
    /// For each scenario with an ended attempt, the one that ended last.
    [[nodiscard]] Result<std::map<std::string, AttemptSummary>> last_results() const;
    /// What a household remembers: of each of these scenarios, in order, the attempt that ended last.
    [[nodiscard]] Result<scenarios::History> remembered(const std::vector<std::string>& scenario_ids) const;
    /// All attempts at a scenario, the last one begun first; at most `limit`.
    [[nodiscard]] Result<std::vector<AttemptSummary>> history(const std::string& scenario_id, int limit = 100) const;

    /// Keeps documents (documents.hpp), all or none; the values are as they are kept.
    /// Error (usage): no kind, no subject, a body that is no JSON, or a subject with more documents than were seen.
    [[nodiscard]] Result<std::vector<Document>> keep(const std::vector<NewDocument>& fresh);
    /// In the order of writing.
    [[nodiscard]] Result<std::vector<Document>> documents(const DocumentQuery& query) const;

    /// The open file, for what looks after it as a whole (integrity/).
    [[nodiscard]] Database& database();
    [[nodiscard]] std::int64_t now_ms() const;  ///< by the clock that was handed in

    Records(Records&&) noexcept;
    Records& operator=(Records&&) noexcept;
    ~Records();

private:
    struct Impl;
    explicit Records(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace huashu::app
