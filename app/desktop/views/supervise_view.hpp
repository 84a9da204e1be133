// The supervisor's side in words and numbers: forms of each blueprint, everybody's sittings, agreement of marks.
#pragma once

#include <string>
#include <vector>

#include "desktop/views/exams_view.hpp"

namespace huashu::desktop {

struct FormCell {
    std::string title, level;  ///< "2.00"; with a sign where it rests on data
    int dots = 1;
};
struct FormColumn {
    std::string name;  ///< "A 卷"
    std::vector<FormCell> cells;
    std::string maximum, difficulty, coverage, from_data;
};
struct FormsView {
    std::string title, facts;
    std::vector<std::string> rows;  ///< what each row of cells was drawn for
    std::vector<FormColumn> columns;
    std::string verdict;  ///< "難度相差 0.00 級，容許 0.25 級"
    std::string shared;   ///< scenarios that two forms have in common
    std::string seed;
    std::vector<std::string> problems;  ///< why there are none
};

/// Without title, facts and problems.
[[nodiscard]] FormsView make_forms_view(const ExamsState& exams, const assess::Blueprint& blueprint,
                                        const assess::Drawn& drawn, const Speech& speech);

struct SuperviseRow {
    std::string id, folder, who, title, line, state;
    int machine = 0, now = 0;
    MySitting::Kind kind = MySitting::Kind::running;
    bool provisional = false, contested = false;
};

struct AgreementLine {
    std::string label, counts, value, interval;
    double kappa = 0, low = 0, high = 0;
    bool known = false;
};

/// `graded`: a dimension; else a rule.
[[nodiscard]] AgreementLine make_agreement(const assess::AgreementRow& row, const std::string& label, bool graded,
                                           const Speech& speech);

struct SuperviseView {
    std::vector<ExamCard> blueprints;
    FormsView forms;
    std::vector<SuperviseRow> sittings;
    int to_confirm = 0, to_decide = 0;
    std::vector<AgreementLine> dimensions, rules;
    std::string calibration_line;
    std::vector<std::string> problems;
};
[[nodiscard]] SuperviseView make_supervise_view(const State& state, const Speech& speech);

}  // namespace huashu::desktop
