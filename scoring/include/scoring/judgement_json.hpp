// A Judgement as one line of JSON: what `huashu score` prints (design §7).
//
//     {"id":"1","score":0,"findings":[{"rule","family","severity","begin","end","quote","reason","instead","source"}],
//      "acts":[{"act","begin","end","by","confidence","source"}],"missing":["own","solve"]}
//
// begin and end are bytes of the reply as given. Bytes that are not UTF-8 come out as U+FFFD in `quote`.
#pragma once

#include <string>
#include <string_view>

#include "scoring/judgement.hpp"

namespace huashu::scoring {

struct JudgementJsonOptions {
    bool advice = false;  ///< add "advice", like findings without a family
    bool ledger = false;  ///< add "ledger": kind, rule, dimension, points, possible (points with two decimals)
};

/// Appends the object to `out`, without a line break. `id` is JSON already (`"1"`, `7`); empty: no id. The order of
/// keys and of list entries never changes.
void append_json(std::string& out, const Judgement& judgement, std::string_view id,
                 const JudgementJsonOptions& options = {});

/// Appends a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

[[nodiscard]] std::string_view name_of(LedgerLine::Kind kind);

}  // namespace huashu::scoring
