// Results as xAPI 1.0.3 statements, one a line, for a learning record store.
//
// For each attempt: one statement for each reply (interaction type choice or long-fill-in), one for the dimensions of
// the whole (performance: a step for each dimension, its response the share reached in per cent), one with the result
// (passed or failed; scaled score). All share the attempt as their registration. For a sitting: its talks likewise,
// with the sitting as registration, and one statement of the whole. Until a person has confirmed it the verb is
// "completed" and the score the program's; a confirmation brings statements of its own, with the score that counts.
// Nothing is said of sittings that run or were set aside. Ids are UUIDs of version 5, made of the site, the attempt,
// the place and, of results, the confirmation: sending the same results twice changes nothing in the store.
#pragma once

#include <string>
#include <vector>

#include "desktop/views/speech.hpp"
#include "reports/facts.hpp"
#include "reports/sitting_facts.hpp"

namespace huashu::app {

/// Every IRI begins with it: that of the department's own pages, so that ids of several sites don't clash.
inline constexpr std::string_view default_site = "https://huashu.invalid";

/// True for "http://…" and "https://…" with a host and without blanks, quotes and the like.
[[nodiscard]] bool is_site(std::string_view iri);

/// JSON Lines. `site`: is_site().
[[nodiscard]] std::string to_xapi(const std::vector<AttemptFacts>& attempts, const std::vector<SittingFacts>& sittings,
                                  const std::string& site, const desktop::Speech& speech);

}  // namespace huashu::app
