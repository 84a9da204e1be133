// The ground of a dialog: the page below goes dim and a card lies in the middle.
#pragma once

#include <string>
#include <vector>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

/// At most as large as the window allows; returns the card.
[[nodiscard]] Box sheet_ui(Ui& ui, Box all, float width, float height);

/// Something that must be answered before anything else. The first answer is the careful one: it stands out, and Enter
/// gives it.
struct Question {
    struct Answer {
        std::string id, label;
    };
    std::string id, title, text;
    std::vector<Answer> answers;
};
/// Asks it; which answer was just given, or -1.
[[nodiscard]] int question_ui(Ui& ui, Box all, const Question& question);

}  // namespace huashu::desktop
