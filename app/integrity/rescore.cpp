#include "integrity/rescore.hpp"

#include <array>

#include "play/attempt.hpp"
#include "records/sqlite.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;

std::string joined_ids(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : " ") + part;
    return text;
}

std::string mood_text(const scenarios::Mood& mood) {
    return std::to_string(mood.anger) + "/" + std::to_string(mood.trust) + "/" + std::to_string(mood.patience);
}

/// Notes what is not as it was.
class Comparison {
public:
    explicit Comparison(Rescored& out) : out_(out) {}

    void turn(int number, const TurnRecord& then, const TurnRecord& now) {
        number_ = number;
        compare("stage", then.stage, now.stage);
        compare("score", std::to_string(then.score), std::to_string(now.score));
        compare("mood", mood_text(then.mood), mood_text(now.mood));
        compare("findings", joined_ids(then.findings), joined_ids(now.findings));
        compare("acts", joined_ids(then.acts), joined_ids(now.acts));
        if (then.ledger.empty())
            out_.has_ledgers = false;
        else
            compare("ledger", then.ledger, now.ledger);
    }

    void end(const std::optional<EndRecord>& then, const std::optional<EndRecord>& now) {
        number_ = 0;
        const auto text = [](const std::optional<EndRecord>& end, std::string EndRecord::*member) {
            return end ? (*end).*member : std::string();
        };
        compare("ending", text(then, &EndRecord::ending), text(now, &EndRecord::ending));
        compare("rank", text(then, &EndRecord::rank), text(now, &EndRecord::rank));
        compare("score", then ? std::to_string(then->score) : "", now ? std::to_string(now->score) : "");
        compare("critical", then && then->has_critical ? "yes" : "no", now && now->has_critical ? "yes" : "no");
    }

    void note(const char* what, std::string then, std::string now) {
        out_.differences.push_back({number_, what, std::move(then), std::move(now)});
    }

private:
    void compare(const char* what, const std::string& then, const std::string& now) {
        if (then != now) note(what, then, now);
    }
    Rescored& out_;
    int number_ = 0;
};

constexpr std::array<std::string_view, 5> verdict_names{"same", "differs", "scenario-gone", "scenario-changed",
                                                        "rules-changed"};

}  // namespace

std::string_view name_of(Rescored::Verdict value) { return verdict_names[static_cast<std::size_t>(value)]; }

Rescored rescore(const StoredAttempt& stored, const scenarios::Scenario* scenario, const scoring::Engine& engine) {
    using Verdict = Rescored::Verdict;
    Rescored out{Verdict::same,
                 false,
                 stored.summary.id,
                 stored.summary.scenario_id,
                 stored.summary.program,
                 static_cast<int>(stored.turns.size()),
                 true,
                 {}};
    const auto stop = [&out](Verdict verdict) {
        out.verdict = verdict;
        return out;
    };
    if (scenario == nullptr) return stop(Verdict::scenario_gone);
    const scenarios::SavedSession here =
        Session::start(*scenario, engine, stored.session.seed, stored.session.history).save();
    if (here.scenario_hash != stored.session.scenario_hash) return stop(Verdict::scenario_changed);
    if (here.packs_hash != stored.session.packs_hash) return stop(Verdict::rules_changed);
    Comparison comparison(out);
    const auto session = Session::restore(*scenario, engine, stored.session);
    if (!session) {
        comparison.note("replay", "played", session.error().diagnostics.front().text);
        return stop(Verdict::differs);
    }
    std::vector<HintTaken> hints;
    for (std::size_t i = 0; i < stored.turns.size(); ++i) {
        comparison.turn(static_cast<int>(i) + 1, stored.turns[i],
                        record_of(session->turns()[i], stored.turns[i].hints));
        for (const int rung : stored.turns[i].hints) hints.push_back({static_cast<int>(i), rung});
    }
    // Of an attempt that was left there is no end to compare.
    if (stored.summary.status == AttemptStatus::ended) comparison.end(stored.summary.end, end_of(*session, hints));
    return stop(out.differences.empty() ? Verdict::same : Verdict::differs);
}

Result<std::vector<std::string>> attempts_to_rescore(Records& records) {
    auto row = records.database().prepare("SELECT id FROM attempt WHERE erased_ms IS NULL ORDER BY local");
    if (!row) return tl::unexpected(row.error());
    std::vector<std::string> ids;
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return ids;
        ids.push_back(row->text(0));
    }
}

}  // namespace huashu::app
