#include "author/impact.hpp"

#include <algorithm>
#include <set>

#include "author/impact_touch.hpp"
#include "commands/workers.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;

constexpr std::size_t jobs_at_once = 256;  // between two looks at the progress

std::set<std::string> rules_of(const scoring::Judgement& judgement) {
    std::set<std::string> rules;
    for (const auto* findings : {&judgement.findings, &judgement.advice})
        for (const scoring::Finding& finding : *findings) rules.insert(finding.rule);
    for (const scoring::EarnedAct& act : judgement.acts)
        rules.insert(act.by == scoring::EarnedAct::By::model ? "model: " + std::string(name_of(act.act)) : act.rule);
    return rules;
}

std::vector<std::string> without(const std::set<std::string>& these, const std::set<std::string>& those) {
    std::vector<std::string> out;
    std::set_difference(these.begin(), these.end(), those.begin(), those.end(), std::back_inserter(out));
    return out;
}

struct JobResult {
    ImpactCase outcome;
    std::size_t turns = 0;
    bool skipped = false, untouched = false;
};

std::optional<Session> play_on(const Content& content, const ImpactJob& job, std::string& why) {
    const scenarios::Scenario* scenario = content.find(job.session.scenario_id);
    if (scenario == nullptr) {
        why = "there is no sound scenario " + job.session.scenario_id;
        return std::nullopt;
    }
    auto session = Session::restore(*scenario, *content.engine, job.session);
    if (session) return std::move(*session);
    why = session.error().diagnostics.front().text;
    return std::nullopt;
}

ImpactSide side_of(const Session& session, const ImpactJob& job, const scoring::Engine& engine) {
    const scoring::Scorecard card = session.scorecard();
    ImpactSide side{.score = std::max(0, card.score - job.hint_points)};
    if (session.ending()) {
        side.ending = session.ending()->id;
        side.ending_title = session.ending()->title;
    }
    side.passes = side.score >= engine.packs().front().pass_mark() && !card.has_critical;
    return side;
}

void compare_turns(const Session& before, const Session& after, ImpactCase& outcome) {
    const std::size_t count = std::min(before.turns().size(), after.turns().size());
    for (std::size_t i = 0; i < count; ++i) {
        const scoring::Judgement &was = before.turns()[i].judgement, &is = after.turns()[i].judgement;
        if (was == is) continue;
        const auto old_rules = rules_of(was), new_rules = rules_of(is);
        ImpactTurn turn{static_cast<int>(i) + 1, was.score, is.score, without(old_rules, new_rules),
                        without(new_rules, old_rules)};
        if (turn.before != turn.after || !turn.gone.empty() || !turn.fresh.empty())
            outcome.turns.push_back(std::move(turn));
    }
}

bool is_as_recorded(const scenarios::Turn& turn, const TurnRecord& record) {
    const auto& findings = turn.judgement->findings;
    const auto& acts = turn.judgement->acts;
    return turn.judgement->score == record.score &&
           std::equal(findings.begin(), findings.end(), record.findings.begin(), record.findings.end(),
                      [](const scoring::Finding& finding, const std::string& rule) { return finding.rule == rule; }) &&
           std::equal(acts.begin(), acts.end(), record.acts.begin(), record.acts.end(),
                      [](const scoring::EarnedAct& act, const std::string& name) { return name_of(act.act) == name; });
}

// True when the record, made with what is current, says just what has come of the attempt under the draft.
bool is_unchanged(const ImpactJob& job, const Session& after, const Content& current, const std::string& packs_hash) {
    const scenarios::Scenario* scenario = current.find(job.session.scenario_id);
    if (!job.end || scenario == nullptr || job.session.scenario_hash != scenario->content_hash() ||
        job.session.packs_hash != packs_hash)
        return false;
    const scoring::Scorecard card = after.scorecard();
    return std::equal(after.turns().begin(), after.turns().end(), job.recorded.begin(), job.recorded.end(),
                      is_as_recorded) &&
           std::max(0, card.score - job.hint_points) == job.end->score && card.has_critical == job.end->has_critical &&
           after.ending() && after.ending()->id == job.end->ending;
}

// Every reply of it is judged as before, and the scenario is the same: whatever came of it stays. What was played with
// another version of the scenario may not be playable any more, and that is told.
bool is_untouched(const ImpactJob& job, const Content& current, const ImpactTouch* touch) {
    if (touch == nullptr || job.is_golden || touch->touches(job.session)) return false;
    const scenarios::Scenario* scenario = current.find(job.session.scenario_id);
    return scenario != nullptr && scenario->content_hash() == job.session.scenario_hash;
}

JobResult look_at(const ImpactJob& job, const Content& current, const Content& draft, const std::string& packs_hash,
                  const ImpactTouch* touch) {
    JobResult result;
    if (is_untouched(job, current, touch)) {
        result.untouched = true;
        result.turns = job.session.inputs.size();
        return result;
    }
    const auto after = play_on(draft, job, result.outcome.why);
    if (after && is_unchanged(job, *after, current, packs_hash)) {
        result.turns = after->turns().size();
        result.outcome.before = result.outcome.after = side_of(*after, job, *draft.engine);
        return result;
    }
    const auto before = play_on(current, job, result.outcome.why);
    if (before) result.outcome.before = side_of(*before, job, *current.engine);
    if (after) result.outcome.after = side_of(*after, job, *draft.engine);
    if (after) result.turns = after->turns().size();
    if (before && after) compare_turns(*before, *after, result.outcome);
    return result;
}

void add_to(ImpactReport& report, JobResult result) {
    ImpactCase& outcome = result.outcome;
    ++report.jobs;
    report.turns += result.turns;
    if (result.untouched) {
        ++report.untouched;
        return;
    }
    if (!outcome.before && !outcome.after) {
        ++report.unplayable;
        return;
    }
    for (const ImpactTurn& turn : outcome.turns)
        for (const auto* rules : {&turn.gone, &turn.fresh})
            for (const std::string& rule : *rules) ++report.rules[rule];
    if (outcome.before && outcome.after && outcome.before->passes != outcome.after->passes)
        ++(outcome.after->passes ? report.now_pass : report.now_fail);
    const bool scores_differ = std::any_of(outcome.turns.begin(), outcome.turns.end(),
                                           [](const ImpactTurn& turn) { return turn.before != turn.after; });
    if (outcome.before != outcome.after || scores_differ)
        report.cases.push_back(std::move(outcome));
    else if (!outcome.turns.empty())
        ++report.reasons_only;
}

}  // namespace

ImpactReport measure_impact(const std::vector<ImpactJob>& jobs, const Content& current, const Content& draft,
                            const ImpactRun& run) {
    ImpactReport report;
    const std::string packs_hash =
        current.scenarios.empty() ? std::string()
                                  : Session::start(current.scenarios.front(), *current.engine, 1).save().packs_hash;
    Workers workers(std::max(1, run.threads));
    const auto cancelled = [&] { return run.cancel != nullptr && run.cancel->load(std::memory_order_relaxed); };
    for (std::size_t begin = 0; begin < jobs.size() && !report.cancelled; begin += jobs_at_once) {
        std::vector<JobResult> results(std::min(jobs_at_once, jobs.size() - begin));
        workers.run(results.size(), [&](std::size_t i) {
            if (cancelled())
                results[i].skipped = true;
            else
                results[i] = look_at(jobs[begin + i], current, draft, packs_hash, run.touch);
            results[i].outcome.job = begin + i;
        });
        for (JobResult& result : results) {
            report.cancelled = report.cancelled || result.skipped;
            if (!result.skipped) add_to(report, std::move(result));
        }
        if (run.progress) run.progress(report.jobs);
    }
    return report;
}

}  // namespace huashu::app
