// What every reader of a part of a scenario shares: where to report, which names exist, what to number next.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/scenario_data.hpp"
#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::scenarios {

/// Names of one sort, numbered in the order in which they were added.
class NameTable {
public:
    /// Returns false when the name was there before.
    bool add(const std::string& name);
    [[nodiscard]] int find(const std::string& name) const;  ///< -1: unknown
    [[nodiscard]] const std::vector<std::string>& all() const { return names_; }
    /// The known name that is nearest, as a remedy: "did you mean \"x\"?"; else the list of those known.
    [[nodiscard]] std::string suggest(const std::string& name) const;

private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, int> numbers_;  ///< empty while the names are few
};

/// Every name that a condition or a jump may mention. Gathered before anything is decoded, so that a part may name
/// another that stands further down in the file.
struct Names {
    NameTable facts, stages, variables, choices, endings, promises;
};

/// A pattern as it stands in a file; patterns of one `match` or `ask` share a group.
struct PatternUse {
    int group = 0;
    std::string text;
    std::size_t offset = 0;
    const SourceText* source = nullptr;
};

struct PatternTable {
    std::vector<PatternUse> uses;
    int groups = 0;
};

struct LoadContext {
    const SourceText& source;
    Diagnostics& problems;
    const Names& names;
    PatternTable& patterns;
    NameTable& memories;  ///< that conditions ask for; they stand in other files
    int& slots;
    int& onces;
    bool& asks_score;
    bool& asks_past;
    PatternTable& record_patterns;             ///< asked after the talk, so not with the others
    const NameTable* stage_choices = nullptr;  ///< of the stage that is being read, where one is
    bool after_the_talk = false;               ///< conditions may ask how it ended and what was promised

    /// The same, with patterns going to the record's own table.
    [[nodiscard]] LoadContext for_record() const {
        return {source, problems, names,      record_patterns, memories,
                slots,  onces,    asks_score, asks_past,       record_patterns};
    }

    void report(std::size_t offset, std::string code, std::string text, std::string remedy = {},
                Level level = Level::error) const;
};

/// Gathers the names of a scenario; shapes that do not fit are left for the readers to report.
[[nodiscard]] Names gather_names(const JsonNode& root);

/// Calls `use(text, node)` for each string of a list; other things are reported by the reader.
template <class Use>
void each_string(LoadContext& context, ObjectReader& in, std::string_view key, Use use) {
    for (const JsonNode& item : in.list(key)) {
        if (item.kind() == JsonNode::Kind::string)
            use(item.string(), item);
        else
            context.report(
                item.offset(), "wrong-type",
                "\"" + std::string(key) + "\" must hold strings, but this is " + std::string(describe(item.kind())));
    }
}

}  // namespace huashu::scenarios
