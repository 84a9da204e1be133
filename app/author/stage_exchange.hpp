// A stage on its way from one scenario to another, by the clipboard.
#pragma once

#include <string>

#include "author/document_tree.hpp"

namespace huashu::app {

/// The stage at `pointer` with the facts that it tells or asks about, as text.
[[nodiscard]] std::string stage_as_text(const Tree& root, const std::string& pointer);

struct PastedStage {
    Tree root;
    std::string pointer;  ///< of the stage
};
/// Put behind the stage at `index`, in the way of it: it leads where that led. Ids that are taken are made anew; facts
/// that the scenario has not are brought along. Error (content): the text is no stage.
[[nodiscard]] Result<PastedStage> with_pasted_stage(const Tree& root, std::size_t index, const std::string& text);

}  // namespace huashu::app
