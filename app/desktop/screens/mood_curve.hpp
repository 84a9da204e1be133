// The course of the three moods over a conversation, each with a dash of its own.
#pragma once

#include <vector>

#include "desktop/ui/ui.hpp"
#include "desktop/views/speech.hpp"
#include "scenarios/scenario.hpp"

namespace huashu::desktop {

struct CurveSpec {
    bool legend = true;
    int selected = -1;                                  ///< a turn to mark; -1: none
    std::vector<int> turning_points;                    ///< turns after which the course changed most
    int no_return = -1;                                 ///< the turn after which a pass was out of reach; -1: none
    const std::vector<scenarios::Mood>* was = nullptr;  ///< another course, drawn pale behind this one
};

/// `course`: the mood at the start and after each turn. Returns the turn that was clicked, or -1.
int mood_curve_ui(Ui& ui, std::string_view id, Box box, const std::vector<scenarios::Mood>& course,
                  const Speech& speech, const CurveSpec& spec);

}  // namespace huashu::desktop
