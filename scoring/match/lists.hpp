// The word lists that patterns name, parsed when first needed and kept. Private to scoring.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "match/node.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scoring::match {

class Lists {
public:
    explicit Lists(const WordLists& lists) : lists_(lists) {}

    struct List {
        Node choice;  ///< of all entries
        Lengths lengths;
        std::uint32_t nodes = 0;
        std::optional<PatternProblem> problem;
        /// All that the list can match, once somebody has asked for it; nullopt inside: too much to write out.
        std::optional<std::optional<std::vector<std::u32string>>> written_out;
    };

    /// Null: there is no such list. Parses the entries at the first call.
    [[nodiscard]] List* find(const std::string& name);
    [[nodiscard]] std::string nearest_name(const std::string& name) const;

private:
    List parse(const std::string& name, const std::vector<std::string>& entries);

    const WordLists& lists_;
    std::map<std::string, List, std::less<>> parsed_;
    std::vector<std::string> in_progress_;
};

}  // namespace huashu::scoring::match
