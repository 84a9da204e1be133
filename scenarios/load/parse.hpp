// From documents to a ScenarioData that only lacks the verdicts on its choices. Nothing here touches the disk or
// needs an engine.
#pragma once

#include <optional>

#include "load/context.hpp"

namespace huashu::scenarios {

/// "leak" of "some/folder/leak.json".
[[nodiscard]] std::string id_of_file(const std::string& path);

/// What is wrong with a persona's file, by itself.
[[nodiscard]] Diagnostics examine_persona(const JsonDocument& document, const scoring::WordLists& lists);

/// `persona`: a sound one, or null when there is none of that name (the caller has reported it). Problems of the
/// scenario's file are added; nothing is returned when any of them is an error.
[[nodiscard]] std::optional<ScenarioData> read_document(const JsonDocument& document, const JsonDocument* persona,
                                                        const scoring::WordLists& lists, Diagnostics& problems);

/// The persona that the document asks for; "" when it doesn't say.
[[nodiscard]] std::string persona_of(const JsonDocument& document);

}  // namespace huashu::scenarios
