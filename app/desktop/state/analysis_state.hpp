// What the supervisor's page of analysis shows, and what can be wished for there.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "analysis/analysis.hpp"
#include "analysis/plan.hpp"
#include "reports/tables.hpp"

namespace huashu::desktop {

enum class AnalysisTab : std::uint8_t { team, scenarios, person };

using Plans = std::map<std::string, std::vector<app::Measure>>;  ///< by id of the person

struct AnalysisState {
    /// Kept only while the page is open: they are large. Null: not loaded.
    std::shared_ptr<const std::vector<app::AttemptFacts>> facts;
    app::Analysis analysis;
    Plans plans;
    std::string today;  ///< "2026-05-03"
    AnalysisTab tab = AnalysisTab::team;
    std::string scenario, person;  ///< selected; empty: the first
    unsigned revision = 0;
};

namespace intent {
/// Opens a tab; `id` selects a scenario or a person there, empty leaves the selection.
struct ShowAnalysis {
    AnalysisTab tab = AnalysisTab::team;
    std::string id;
    bool selects = false;  ///< `id` counts: the first person's is empty
};
struct AddMeasure {
    std::string person;
    int chapter = 0;
    std::string what, who;
    int weeks = 2;  ///< until it is due
};
struct FinishMeasure {
    std::string person, measure;  ///< ids
};
/// All results as a workbook, or the report of one person as PDF.
struct ExportAnalysis {
    bool of_person = false;
    std::string person;
};
// What came back.
struct AnalysisLoaded {
    std::shared_ptr<const std::vector<app::AttemptFacts>> facts;
    Plans plans;
    std::string today;
};
struct PlanSaved {
    std::string person;
    std::vector<app::Measure> plan;
};
}  // namespace intent

using AnalysisIntent = std::variant<intent::ShowAnalysis, intent::AddMeasure, intent::FinishMeasure,
                                    intent::ExportAnalysis, intent::AnalysisLoaded, intent::PlanSaved>;

namespace effect {
struct LoadAnalysis {};
/// A measure without an id is new: the backstage gives it one and the time.
struct SavePlan {
    std::string person;
    std::vector<app::Measure> plan;
    int weeks = 2;  ///< until the new one is due
};
/// The shell lays it out and asks for WritePaper or WriteWorkbook.
struct ExportAnalysis {
    bool of_person = false;
    std::string person;
};
struct WriteWorkbook {
    std::string name;
    std::vector<app::Table> tables;
};
}  // namespace effect

}  // namespace huashu::desktop
