// Documents: whatever else must be kept append-only beside attempts — a sitting and what happened in it, a review, an
// appeal, a changed line, a plan. A document has a kind, a subject and a JSON body, is never changed, and is chained by
// hash with all documents of its file (docs/records.md). A new kind needs no change of the file's format: what state
// something is in is found by reading its documents in order.
//
// Kinds that begin with "site." are about the place and nobody's own (a blueprint, the passphrase, a setting): they
// outlive the erasure of a person and the retention time. All others are somebody's, and are erased with him.
//
//     records.keep({{.kind = "sitting.begun", .subject = sitting_id, .body = json}});
//     const auto documents = records.documents({.subject = sitting_id});   // in the order of writing
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace huashu::app {

struct NewDocument {
    std::string kind;     ///< lower-case words with dots: "review.confirmed", "site.blueprint"
    std::string subject;  ///< what it is about: the id of an attempt, a sitting, a person
    std::string body;     ///< JSON
    /// For two windows at once: how many documents of this subject the caller has seen. More by now: refused.
    std::optional<std::int64_t> seen{};
};

struct Document {
    std::string id;  ///< UUID
    std::string kind, subject;
    std::int64_t at_ms = 0;
    std::string body;        ///< empty when it was erased
    bool is_erased = false;  ///< only that it was there, and when, is still known
    std::string hash;        ///< hex
    bool operator==(const Document&) const = default;
};

struct DocumentQuery {
    std::string kind;     ///< empty: any
    std::string subject;  ///< empty: any
};

}  // namespace huashu::app
