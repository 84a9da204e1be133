// Appending to the two chains of a file, of events and of documents, inside a transaction of the caller's.
//
// Each event is tied to the one before it of its own attempt (`hash`) and to all that were written to the file before
// it (`link`). The table `chain` holds the end of both, so that records cut off at the end are missed too.
#pragma once

#include "records/sqlite.hpp"

namespace huashu::app {

/// Where an attempt stands, for whoever appends to it.
struct AttemptEnd {
    std::int64_t local = 0;
    std::string salt, head;       ///< hash of its last event, or of its binding before the first
    std::int64_t next = 0;        ///< number of the coming event
    std::int64_t last_local = 0;  ///< row of its last event
};

class ChainWriter {
public:
    /// `name`: "event" or "document". Reads where the file's chain ends; the caller holds the writer's lock.
    [[nodiscard]] static Result<ChainWriter> begin(const Database& database, const char* name);

    /// Appends an event and moves the end of the attempt. The attempt's row is the caller's to write.
    [[nodiscard]] Result<void> add_event(AttemptEnd& attempt, std::int64_t at_ms, std::string_view kind,
                                         std::string_view body);
    /// Takes a record of that hash into the chain: the caller writes its row, with this number and link.
    struct Place {
        std::int64_t local = 0;
        std::string link;
    };
    [[nodiscard]] Place take(std::string_view hash);
    /// Writes where the chain ends now.
    [[nodiscard]] Result<void> finish();

private:
    ChainWriter(const Database& database, const char* name) : database_(&database), name_(name) {}
    const Database* database_;
    const char* name_;
    std::int64_t count_ = 0;
    std::string head_;
};

}  // namespace huashu::app
