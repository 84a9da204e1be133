// Where sittings and what people add to them are kept: append-only documents about a subject, the sitting. The one seam
// to the disk; RecordsStore puts it on a person's records, tests bring their own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::assess {

struct Kept {
    std::string kind;     ///< "sitting.answered"
    std::string subject;  ///< id of the sitting
    std::string body;     ///< JSON; empty when it was erased
    bool is_erased = false;
    bool operator==(const Kept&) const = default;
};

class Store {
public:
    /// All or none, on the disk when it returns. `seen`: documents of the subject that the caller knows of; more by now
    /// means that somebody else has gone on with it: error (usage).
    [[nodiscard]] virtual Result<void> keep(const std::vector<Kept>& fresh, std::size_t seen) = 0;
    /// In the order of writing.
    [[nodiscard]] virtual Result<std::vector<Kept>> about(const std::string& subject) = 0;
    [[nodiscard]] virtual Result<std::vector<Kept>> of_kind(const std::string& kind) = 0;
    virtual ~Store() = default;
};

}  // namespace huashu::assess
