// What the supervisor's page of analysis shows, and what can be wished for there.
#pragma once

#include <map>
#include <memory>
#include <optional>
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
    std::vector<app::SittingFacts> sittings;
    Diagnostics left_out;  ///< records that can't be read
    Plans plans;
    std::string today;  ///< "2026-05-03"
    AnalysisTab tab = AnalysisTab::team;
    std::string scenario, person;  ///< selected; empty: the first
    bool locked = false;           ///< a passphrase is asked for
    bool refused = false;          ///< the last one was wrong
    /// How far the reading of the results is; nothing: it is done.
    struct Reading {
        std::int64_t done = 0, total = 0;  ///< attempts
    };
    std::optional<Reading> reading;
    bool stopped = false;  ///< before it was done
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
struct UnlockAnalysis {
    std::string passphrase;
};
struct LookAtReading {};  ///< some time has passed
struct StopReading {};
struct ReadAgain {};
// What came back.
struct AnalysisLoaded {
    std::shared_ptr<const std::vector<app::AttemptFacts>> facts;
    Plans plans;
    std::string today;
    /// What they come to; null: to be reckoned from the facts (samples, the tour).
    std::shared_ptr<const app::Analysis> analysis{};
    std::vector<app::SittingFacts> sittings{};
    Diagnostics left_out{};
};
struct AnalysisLocked {
    bool refused = false;
};
struct AnalysisReading {
    std::int64_t done = 0, total = 0;
    bool stopped = false;
};
struct PlanSaved {
    std::string person;
    std::vector<app::Measure> plan;
};
}  // namespace intent

using AnalysisIntent =
    std::variant<intent::ShowAnalysis, intent::AddMeasure, intent::FinishMeasure, intent::ExportAnalysis,
                 intent::UnlockAnalysis, intent::LookAtReading, intent::StopReading, intent::ReadAgain,
                 intent::AnalysisLoaded, intent::AnalysisLocked, intent::AnalysisReading, intent::PlanSaved>;

namespace effect {
/// Read in the background: what comes back at once may be AnalysisReading, and PollAnalysis asks again.
struct LoadAnalysis {
    std::string passphrase{};  ///< empty: none was given
};
struct PollAnalysis {};
struct StopAnalysis {};
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
