// The complaint record as a form, and what it was worth.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desktop/state/state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct RecordOption {
    std::string id;  ///< "§2.2.1", "urgent", "engineering"
    std::string label;
};

struct RecordLineView {
    enum class Tone : std::uint8_t { good, near, bad, neutral } tone = Tone::neutral;
    std::string points, text, quote, source;
};

struct RecordView {
    bool wanted = false;
    std::vector<RecordOption> kinds, urgencies, departments;
    std::optional<int> score;           ///< none: not filled in yet
    std::vector<RecordLineView> lines;  ///< in the order of the form; they add up to the score
    std::string model_facts;
    std::vector<std::string> model_lines;  ///< kind, urgency, department, promises of the model
};

[[nodiscard]] RecordView make_record_view(const RecordState& record, const Speech& speech);

}  // namespace huashu::desktop
