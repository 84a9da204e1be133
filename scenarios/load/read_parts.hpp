// Readers of the small parts that recur all over a scenario: conditions, lines, moods, ranges, jumps, rules.
#pragma once

#include "load/context.hpp"

namespace huashu::scenarios {

[[nodiscard]] Condition read_condition(LoadContext& context, const JsonNode& node);
/// The condition at the key, when it is there.
[[nodiscard]] std::optional<Condition> read_when(LoadContext& context, ObjectReader& in);

/// The lines at the key. Absent: reported when `required`, else nothing.
[[nodiscard]] std::optional<Lines> read_lines(LoadContext& context, ObjectReader& in, std::string_view key,
                                              bool required);

/// {min, max}, each optional, but not both absent.
[[nodiscard]] Range read_range(LoadContext& context, const JsonNode& node, int lowest, int highest);
/// A change of mood: {anger, trust, patience}, each -100 to 100.
[[nodiscard]] Delta read_delta(LoadContext& context, ObjectReader& in, std::string_view key);
[[nodiscard]] std::vector<Assignment> read_assignments(LoadContext& context, ObjectReader& in);
/// A stage's index or to_end; an unknown one is reported and gives no_jump.
[[nodiscard]] int read_jump(LoadContext& context, const JsonNode& node);
[[nodiscard]] int read_optional_jump(LoadContext& context, ObjectReader& in, std::string_view key);
/// The numbers of known facts named in a list.
[[nodiscard]] std::vector<int> read_fact_list(LoadContext& context, ObjectReader& in, std::string_view key);
/// The patterns at the key as one group; -1 when there is none.
[[nodiscard]] int read_patterns(LoadContext& context, ObjectReader& in, std::string_view key, bool required);

struct RuleShape {
    std::string_view place;     ///< for the id of a rule without one: "receive"
    bool when_required = true;  ///< persona reactions may end in a catch-all
    bool once_by_default = false;
};
/// The reactions or events at the key; duplicate ids are reported.
[[nodiscard]] std::vector<Rule> read_rules(LoadContext& context, ObjectReader& in, std::string_view key,
                                           const RuleShape& shape);

/// Seconds that the owner waits for a reply, 10 to 600; 0: as long as it takes.
[[nodiscard]] int read_seconds(ObjectReader& in);
/// An author's words to himself and to those after him; one that begins with TODO is a warning, so that it is not
/// forgotten.
void read_comment(LoadContext& context, ObjectReader& in);

/// Reports an id that is not sound; true when it is.
bool check_id(LoadContext& context, ObjectReader& in, const std::string& id);
/// Adds the id to those of its list; one that stands there already is reported.
void note_id(LoadContext& context, NameTable& ids, const JsonNode& node, const std::string& id);

}  // namespace huashu::scenarios
