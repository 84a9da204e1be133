// The replies that an author has labelled for the model, and what training with them comes to.
#pragma once

#include <atomic>

#include "desktop/editor/rules_state.hpp"

namespace huashu::desktop {

/// utterances-own.jsonl in the pack's folder. A file that can't be read has none.
[[nodiscard]] std::vector<LabelledReply> read_labelled(const std::string& folder);
[[nodiscard]] Result<void> write_labelled(const std::string& folder, const std::vector<LabelledReply>& replies);

/// A training that somebody else looks at.
struct LearnRun {
    std::atomic<bool> stop = false;  ///< looked at between the steps
    std::atomic<int> step = 0;       ///< reading, measuring the present model, training, measuring the new one
};

/// How well acts and faults of the test split are found with the model of the shipped pack, and with one trained with
/// the pack's own replies too. Takes seconds. Errors: the pack can't be loaded; it was stopped.
[[nodiscard]] Result<LearnReport> learn_from(const std::string& folder, const std::string& shipped_folder,
                                             LearnRun& run);

}  // namespace huashu::desktop
