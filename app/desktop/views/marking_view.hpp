// A second marking in words: how one is begun, the reply that is marked with the rules that may be named, what came of
// it.
#pragma once

#include <string>
#include <vector>

#include "desktop/state/marking_state.hpp"
#include "desktop/state/state.hpp"
#include "desktop/views/supervise_view.hpp"

namespace huashu::desktop {

struct MarkingRule {
    std::string id, reason, family;  ///< family: its name, said above the first of each
    bool named = false, is_first = false;
};

struct MarkingGrade {
    scoring::Dimension dimension = scoring::Dimension::forbidden;
    std::string name;
    int grade = -1;  ///< -1: not asked for here
};

struct MarkingApart {
    std::string reply, moment;
    std::vector<std::string> lines;
};

struct MarkingView {
    std::string available, passed_over, unfinished;  ///< of the setup; the last empty: there is none
    std::string place, progress;                     ///< "第 3 句，共 40 句", "已評 2／40"
    float share = 0;
    std::string moment, owner, reply;
    std::vector<MarkingGrade> grades;
    std::vector<MarkingRule> rules;
    bool is_marked = false, is_last = false, can_finish = false;
    std::string finish;  ///< what stands on its button
    // Of the result.
    std::string result_line;
    std::vector<AgreementLine> dimensions, charged;
    std::vector<MarkingApart> apart;
};
[[nodiscard]] MarkingView make_marking_view(const State& state, const MarkingState& marking, const Speech& speech);

}  // namespace huashu::desktop
