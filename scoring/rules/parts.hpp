// The small parts that rules of every kind are made of, and how they are read.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/json_reader.hpp"
#include "scoring/types.hpp"

namespace huashu::scoring {

/// Where something was written: an index into PackData::files and a byte of that file.
struct Site {
    std::uint32_t file = 0;
    std::uint32_t offset = 0;
};

/// A string of a rules file (a pattern, the name of a context) with the place of its opening quote.
struct WrittenText {
    std::string text;
    Site site;
};
using PatternTexts = std::vector<WrittenText>;

using ComplaintSet = std::bitset<3>;
using StepSet = std::bitset<9>;

/// Whole numbers from min to max, both included.
struct Range {
    int min = 0;
    int max = 100;
    [[nodiscard]] bool holds(int value) const { return value >= min && value <= max; }
};

/// An object that is being read, and the index of the file that it stands in.
struct RuleInput {
    ObjectReader& in;
    std::uint32_t file = 0;

    [[nodiscard]] Site site_of(const JsonNode& node) const { return {file, static_cast<std::uint32_t>(node.offset())}; }
};

/// Reports at a node inside the object.
void report_at(const RuleInput& input, const JsonNode& node, std::string code, std::string text,
               std::string remedy = {});

[[nodiscard]] PatternTexts read_texts(const RuleInput& input, std::string_view key, bool required = false);
/// One name or a list of names; absent: the empty set.
[[nodiscard]] ComplaintSet read_complaints(const RuleInput& input, std::string_view key);
/// One step or a list of them: 1..4, or "calm", "escalate", "close", "callback"; absent: the empty set.
[[nodiscard]] StepSet read_steps(const RuleInput& input, std::string_view key);
[[nodiscard]] ActSet read_acts(const RuleInput& input, std::string_view key);
[[nodiscard]] FamilySet read_families(const RuleInput& input, std::string_view key);
/// {"min": 60, "max": 100}, each within limits; absent: nothing.
[[nodiscard]] std::optional<Range> read_range(const RuleInput& input, std::string_view key, Range limits);

}  // namespace huashu::scoring
