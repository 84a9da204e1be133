// Says in an author's words what a JSON parser could not read. Private to scoring.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scoring/json.hpp"

namespace huashu {

/// `position`: bytes that the parser had read, the offending one included (beyond the text: it wanted more);
/// `message`: the parser's own words, which are used where nothing better is known.
[[nodiscard]] Diagnostic explain_syntax_error(const SourceText& source, std::size_t position, std::string_view message);

/// The opening quotation mark of the string that ends with the given one.
[[nodiscard]] std::size_t start_of_json_string(std::string_view text, std::size_t closing_quote);

}  // namespace huashu
