// What the whole space of plays by choices holds, scenario by scenario: for `huashu check --deep`.
#pragma once

#include <string>
#include <vector>

#include "json/json_writer.hpp"
#include "play/page.hpp"
#include "scenarios/witness.hpp"

namespace huashu::app {

struct AnalysedScenario {
    std::string id;
    scenarios::Analysis analysis;
    scenarios::Witnesses witnesses;
};

/// A table for each, with plays that `huashu play --replies` takes.
[[nodiscard]] std::string deep_text(const Page& page, const std::vector<AnalysedScenario>& analysed);
/// A list: [{"scenario","exact","states","best","worst","endings","no_return"?,"gentle_no_return"?,"parts_gave_up",
/// "parts_states","parts"}].
void write_deep(JsonWriter& json, const std::vector<AnalysedScenario>& analysed);

}  // namespace huashu::app
