// Scenarios and personas as an author's tools hold them: an ordered JSON document that is read from text, edited, and
// written back in one layout that never varies.
//
//     Result<ContentJson> document = parse_scenario_text(file, text);
//     (*document)["title"] = "主臥又滴水了";
//     write(file, scenario_text(*document));
//
// The layout depends on what a thing is, never on how long it is: a stage's keys each on a line, a choice its words and
// then what they bring about, a reaction a line. So a change of one thing changes its own lines, and teams can keep the
// files in git. Keys that the format knows come in one order; others (comments of tools) follow in their own. What is
// inside a condition, a mood or a set of variables keeps the order in which it was written.
//
// Writing what was parsed loses nothing but blanks; writing it a second time changes nothing. What the text means is
// not looked at: a draft that no loader would take is read and written all the same.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// Objects keep the order of their keys.
using ContentJson = nlohmann::ordered_json;

/// `file` names the text in messages. Errors (content): no JSON, a key twice, too deep, not an object.
[[nodiscard]] Result<ContentJson> parse_scenario_text(const std::string& file, std::string text);

/// The file's text, with a line break at its end. A persona (by its "format") has its own layout, anything else that of
/// a scenario. Strings must be UTF-8, as parsing makes sure; what is not becomes U+FFFD.
[[nodiscard]] std::string scenario_text(const ContentJson& document);

/// One value on one line, as it stands within a file: `{"anger": 8, "trust": -5}`.
[[nodiscard]] std::string content_value_text(const ContentJson& value);

}  // namespace huashu::app
