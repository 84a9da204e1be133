// An example of a rule: a reply, what surrounds it, and the spans that its author marked.
#pragma once

#include "rules/parts.hpp"
#include "scoring/engine.hpp"

namespace huashu::scoring {

struct Example {
    std::string text;             ///< without the marks
    std::vector<ByteSpan> marks;  ///< of `text`, in order, apart from each other
    Moment moment;
    bool has_complaint = false;  ///< the author named the complaint; otherwise one in which the rule applies is taken
    bool has_step = false;
    Site site;
};

/// Whether the examples of a rule carry [[ ]].
enum class Marks : std::uint8_t { required, optional, none };

/// The list under `hits` or `misses`; at least one must be there.
[[nodiscard]] std::vector<Example> read_examples(const RuleInput& input, std::string_view key, Marks marks);

}  // namespace huashu::scoring
