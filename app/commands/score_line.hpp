// One line of `huashu score`: from JSON to a reply with its moment, and from its judgement to JSON.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "commands/byte_lines.hpp"
#include "play/limits.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

/// A reply in JSON may be written with six bytes for one (\u0041), and there is the owner's line too.
inline constexpr std::size_t max_score_line_bytes = 12 * max_reply_bytes;

struct ScoreRequest {
    std::string id;  ///< as JSON, ready to be written back: "\"7\"", "7", "null"
    std::string text;
    scoring::Moment moment;
};

/// Why a line can't be scored, with the id where it could be read.
struct BadLine {
    std::string id;  ///< as JSON; empty: none
    std::string error;
};

/// Strict: unknown keys, wrong types and unknown families are errors; all of a line's problems are in one text.
[[nodiscard]] tl::expected<ScoreRequest, BadLine> parse_score_line(const ByteLine& line);

/// The answer to a line, ending with a line break: the judgement, or the error.
[[nodiscard]] std::string answer_score_line(const scoring::Engine& engine, const ByteLine& line, bool& is_bad);

}  // namespace huashu::app
