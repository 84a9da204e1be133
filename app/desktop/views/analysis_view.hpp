// What the page of analysis shows: where the team is weak, how the scenarios work as questions, how one person is
// getting on and what is being done about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desktop/state/state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct AnalysisFigure {
    std::string figure, line;
};

/// Points left lying per talk in a chapter; `depth` 0..1: how much that is beside the worst of the table.
struct HeatCell {
    std::string text;  ///< "–" where too few talks stand behind it
    float depth = 0;
    bool known = false;
};
struct HeatRow {
    std::string person_id, name;
    bool is_team = false;
    std::vector<HeatCell> cells;
};
struct HeatColumn {
    int chapter = 0;
    std::string sign, name;  ///< "§5", "The agitated owner"
};

/// How good a discrimination is: a known scale, so that colour is not the only word for it.
enum class Sharpness : std::uint8_t { unknown, poor, fair, good };

struct ItemRow {
    std::string id;  ///< of the scenario; of a turn "stage.nth"
    std::string title, people, discrimination;
    std::string passed;  ///< of a scenario
    int mean = 0;        ///< 0..100
    Sharpness sharpness = Sharpness::unknown;
    bool selected = false;
};
struct UnusedRow {
    std::string where, text, offered;
};

struct WeakRow {
    int chapter = 0;
    std::string label, points, left, suggestion;
    float depth = 0;
};
struct MeasureRow {
    std::string id, chapter, what, line, state, effect;
    app::MeasureState kind = app::MeasureState::open;
    std::optional<bool> helps;  ///< of the effect, when there is one
};
struct PersonOption {
    std::string id, name;
    bool selected = false;
};

struct AnalysisView {
    bool is_empty = true;
    bool is_thin = false;  ///< too many talks to play all again: papers and workbooks of all are made by commands
    std::string basis;
    std::vector<std::string> notes;  ///< what is not in the figures, and why
    std::string reading;             ///< how far the reading is; empty: it is done
    // where the team is weak
    std::vector<AnalysisFigure> figures;
    std::vector<HeatColumn> columns;  ///< where the team leaves most, first; at most eight
    std::vector<HeatRow> rows;        ///< the team first, then people
    std::vector<int> months;          ///< means, 0..100
    std::string first_month, last_month;
    // scenarios
    std::vector<ItemRow> items;
    std::string item_title;
    std::vector<ItemRow> turns;
    std::vector<UnusedRow> unused;
    // one person
    std::vector<PersonOption> persons;
    std::string person_id, person_name;
    std::vector<AnalysisFigure> person_figures;
    std::vector<int> scores;    ///< the last ones
    std::vector<WeakRow> weak;  ///< at most three
    std::string weak_few;       ///< says that there are too few talks; empty: there are enough
    std::vector<MeasureRow> plan;
};

[[nodiscard]] AnalysisView make_analysis_view(const AnalysisState& state, const Speech& speech);

}  // namespace huashu::desktop
