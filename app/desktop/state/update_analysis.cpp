#include <algorithm>

#include "desktop/state/update.hpp"

namespace huashu::desktop {
namespace {

std::vector<app::Measure> plan_of(const AnalysisState& analysis, const std::string& person) {
    const auto found = analysis.plans.find(person);
    return found == analysis.plans.end() ? std::vector<app::Measure>{} : found->second;
}

struct UpdateAnalysis {
    State& s;

    Effects operator()(const intent::ShowAnalysis& i) const {
        s.analysis.tab = i.tab;
        if (i.selects && i.tab == AnalysisTab::scenarios) s.analysis.scenario = i.id;
        if (i.selects && i.tab == AnalysisTab::person) s.analysis.person = i.id;
        ++s.analysis.revision;
        return {};
    }
    Effects operator()(const intent::AddMeasure& i) const {
        const std::string what = app::tidy_name(i.what), who = app::tidy_name(i.who);
        if (what.empty() || who.empty() || i.chapter < 1) return {};
        std::vector<app::Measure> plan = plan_of(s.analysis, i.person);
        app::Measure measure;
        measure.chapter = i.chapter;
        measure.what = i.what;
        measure.who = who;
        plan.push_back(std::move(measure));
        return {effect::SavePlan{i.person, std::move(plan), i.weeks}};
    }
    Effects operator()(const intent::FinishMeasure& i) const {
        std::vector<app::Measure> plan = plan_of(s.analysis, i.person);
        const auto found =
            std::find_if(plan.begin(), plan.end(), [&](const app::Measure& m) { return m.id == i.measure; });
        if (found == plan.end() || found->done_ms) return {};
        found->done_ms = 0;  // the backstage knows the time
        return {effect::SavePlan{i.person, std::move(plan), 0}};
    }
    Effects operator()(const intent::ExportAnalysis& i) const {
        if (!s.analysis.facts) return {};
        return {effect::ExportAnalysis{i.of_person, i.person}};
    }
    Effects operator()(const intent::UnlockAnalysis& i) const {
        if (i.passphrase.empty()) return {};
        return {effect::LoadAnalysis{i.passphrase}};
    }
    Effects operator()(const intent::LookAtReading&) const {
        if (!s.analysis.reading) return {};
        return {effect::PollAnalysis{}};
    }
    Effects operator()(const intent::StopReading&) const {
        if (!s.analysis.reading) return {};
        return {effect::StopAnalysis{}};
    }
    Effects operator()(const intent::ReadAgain&) const { return {effect::LoadAnalysis{}}; }
    // Large: whoever has gone to another page meanwhile comes back for it.
    Effects operator()(const intent::AnalysisLoaded& i) const {
        forget();
        s.analysis.facts = i.facts;
        s.analysis.analysis = i.analysis ? *i.analysis : app::analyse(*i.facts);
        s.analysis.sittings = i.sittings;
        s.analysis.left_out = i.left_out;
        s.analysis.plans = i.plans;
        s.analysis.today = i.today;
        return {};
    }
    Effects operator()(const intent::AnalysisLocked& i) const {
        forget();
        s.analysis.locked = true;
        s.analysis.refused = i.refused;
        return {};
    }
    Effects operator()(const intent::AnalysisReading& i) const {
        forget();
        if (i.stopped)
            s.analysis.stopped = true;
        else
            s.analysis.reading = AnalysisState::Reading{i.done, i.total};
        return {};
    }
    Effects operator()(const intent::PlanSaved& i) const {
        s.analysis.plans[i.person] = i.plan;
        ++s.analysis.revision;
        return {};
    }

private:
    // Nothing of what was shown before is left but what was selected.
    void forget() const {
        AnalysisState fresh;
        fresh.tab = s.analysis.tab;
        fresh.scenario = s.analysis.scenario;
        fresh.person = s.analysis.person;
        fresh.revision = s.analysis.revision + 1;
        s.analysis = std::move(fresh);
    }
};

}  // namespace

Effects update_analysis(State& state, const AnalysisIntent& intent) {
    return std::visit(UpdateAnalysis{state}, intent);
}

}  // namespace huashu::desktop
