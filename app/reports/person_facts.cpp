#include "reports/person_facts.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

#include "analysis/analysis.hpp"
#include "analysis/plan.hpp"
#include "play/hints.hpp"
#include "records/sqlite.hpp"
#include "reports/mask.hpp"
#include "reports/played_again.hpp"

namespace huashu::app {
namespace {

constexpr int every_attempt = 100'000'000;

// What the record itself holds, for a talk that can't be played again.
TurnFacts turn_of_record(const TurnRecord& turn) {
    TurnFacts out;
    out.kind = turn.input.kind;
    if (out.kind == scenarios::Input::Kind::choice) out.choice = turn.input.value;
    if (out.kind == scenarios::Input::Kind::typed) out.reply = turn.input.value;
    out.stage = out.stage_title = turn.stage;
    out.score = turn.score;
    for (const std::string& rule : turn.findings) {
        scoring::Finding finding;
        finding.rule = rule;
        out.findings.push_back(std::move(finding));
    }
    out.after = turn.mood;
    return out;
}

int points_of_hints(const StoredAttempt& stored) {
    std::vector<HintTaken> hints;
    for (std::size_t i = 0; i < stored.turns.size(); ++i)
        for (const int rung : stored.turns[i].hints) hints.push_back({static_cast<int>(i), rung});
    return hint_points(hints);
}

bool play_attempt(const StoredAttempt& stored, const scenarios::Scenario& scenario, const scoring::Engine& engine,
                  AttemptFacts& out) {
    const auto session = play_again(scenario, engine, stored.session, out);
    if (!session) return false;
    const scenarios::SavedSession now = session->save();
    const bool same = now.scenario_hash == stored.session.scenario_hash && now.packs_hash == stored.session.packs_hash;
    scoring::Scorecard card = session->scorecard();
    out.basis = same ? AttemptFacts::Basis::same : AttemptFacts::Basis::changed;
    out.score_now = std::max(0, card.score - out.hint_points);
    out.dimensions = std::move(card.dimensions);
    out.ledger = std::move(card.ledger);
    if (session->ending() && session->ending()->id == out.ending) out.ending_title = session->ending()->title;
    // Scores of replies as they were shown.
    for (std::size_t i = 0; i < out.turns.size() && i < stored.turns.size(); ++i)
        out.turns[i].score = stored.turns[i].score;
    return true;
}

int pass_mark_of(const Content& content) {
    return content.engine->packs().empty() ? AttemptFacts{}.pass_mark : content.engine->packs().front().pass_mark();
}

AttemptFacts facts_of_attempt(const StoredAttempt& stored, const Person& person, const Content& content) {
    const AttemptSummary& summary = stored.summary;
    AttemptFacts out;
    out.id = summary.id;
    out.person_id = person.id;
    out.person = person.name;
    out.scenario_id = out.title = summary.scenario_id;
    out.scenario_hash = stored.session.scenario_hash;
    out.packs_hash = stored.session.packs_hash;
    out.started_ms = summary.started_ms;
    out.ended_ms = summary.changed_ms;
    out.rewound = !summary.rewinds.empty();
    out.ending = out.ending_title = summary.end->ending;
    out.rank = summary.end->rank;
    out.score = summary.end->score;
    out.has_critical = summary.end->has_critical;
    out.record_score = summary.record_score;
    out.hint_points = points_of_hints(stored);
    out.pass_mark = pass_mark_of(content);
    const scenarios::Scenario* scenario = content.find(summary.scenario_id);
    if (scenario != nullptr) {
        out.title = scenario->card().title;
        out.kind = scenario->card().kind;
        out.difficulty = scenario->card().difficulty;
    }
    if (scenario == nullptr || !play_attempt(stored, *scenario, *content.engine, out)) {
        out.basis = AttemptFacts::Basis::not_played;
        for (const TurnRecord& turn : stored.turns) out.turns.push_back(turn_of_record(turn));
    }
    mask(out);
    return out;
}

// What no figure of an analysis rests on. Wordings of choices go where they are shown: gather.cpp.
void strip_words(AttemptFacts& attempt) {
    for (TurnFacts& turn : attempt.turns) {
        turn.owner.clear();
        turn.reply.clear();
        turn.findings.clear();
        turn.acts.clear();
    }
    for (scoring::LedgerLine& line : attempt.ledger) {
        line.reason.clear();
        line.instead.clear();
    }
}

/// One file, from its lists to facts.
class PersonGathering {
public:
    PersonGathering(Records& records, const Person& person, const Content& content, GatherWatch* watch,
                    GatheredFacts& to)
        : records_(records),
          person_(person),
          content_(content),
          pass_mark_(pass_mark_of(content)),
          watch_(watch),
          to_(to) {}

    Result<void> run(bool thin) {
        if (auto read = read_sittings(); !read) return read;
        if (auto read = read_lists(); !read) return read;
        find_first_talks();
        if (thin) leave_for_sums();
        for (const Listed& one : listed_)
            if (auto added = add(one, thin); !added) return added;
        for (AttemptFacts& talk : sat_) {
            if (thin) strip_words(talk);
            to_.attempts.push_back(std::move(talk));
        }
        return {};
    }

private:
    // Of a line of a list only what is needed here: there may be a million.
    struct Listed {
        std::string id;
        const std::string* scenario = nullptr;  // key of seen_
        std::int64_t ended_ms = 0;
        int score = 0;
        bool passed = false, rewound = false, first = false, is_played = true;
    };

    [[nodiscard]] std::string whose() const { return person_.name.empty() ? "the first person" : person_.name; }

    void leave_out(const std::string& what, const Error& error) {
        Diagnostic d = error.diagnostics.empty() ? Diagnostic{} : error.diagnostics.front();
        d.level = Level::warning;
        d.code = "record-left-out";
        d.text = what + " of " + whose() + " is left out: " + d.text;
        if (d.remedy.empty()) d.remedy = "huashu verify says what is wrong with the records";
        to_.left_out.push_back(std::move(d));
    }

    Result<void> read_sittings() {
        const auto begun = records_.documents({.kind = "sitting.begun", .subject = {}});
        if (!begun) return tl::unexpected(begun.error());
        for (const Document& document : *begun) {
            if (document.is_erased) continue;
            const auto documents = records_.documents({.kind = {}, .subject = document.subject});
            if (!documents) return tl::unexpected(documents.error());
            auto facts = facts_of_sitting(*documents, person_, content_);
            if (!facts) {
                leave_out("the sitting " + document.subject, facts.error());
                continue;
            }
            for (const auto& [scenario, at_ms] : facts->seen) note_seen(scenario, at_ms, true);
            to_.unfinished += facts->sitting.state == SittingFacts::State::running ? 1 : 0;
            to_.sittings.push_back(std::move(facts->sitting));
            for (AttemptFacts& talk : facts->talks) sat_.push_back(std::move(talk));
        }
        return {};
    }

    Result<void> read_lists() {
        const auto scenarios = records_.last_results();
        if (!scenarios) return tl::unexpected(scenarios.error());
        for (const auto& entry : *scenarios) {
            const auto all = records_.history(entry.first, every_attempt);
            if (!all) return tl::unexpected(all.error());
            bool is_first = true;  // an attempt that was begun and given up was the first look, too
            for (auto summary = all->rbegin(); summary != all->rend(); ++summary) {
                if (summary->turns == 0) continue;
                const bool first = std::exchange(is_first, false);
                if (first) note_seen(summary->scenario_id, summary->started_ms, false);
                if (!summary->end)
                    ++to_.unfinished;
                else
                    list(*summary, first);
            }
        }
        std::sort(listed_.begin(), listed_.end(), [](const Listed& a, const Listed& b) {
            return std::tie(a.ended_ms, a.id) < std::tie(b.ended_ms, b.id);
        });
        return {};
    }

    void list(const AttemptSummary& s, bool first) {
        Listed one;
        one.id = s.id;
        one.scenario = &seen_.find(s.scenario_id)->first;
        one.ended_ms = s.changed_ms;
        one.score = s.end->score;
        one.passed = s.end->score >= pass_mark_ && !s.end->has_critical;
        one.rewound = !s.rewinds.empty();
        one.first = first && !one.rewound;
        listed_.push_back(std::move(one));
    }

    void note_seen(const std::string& scenario, std::int64_t at_ms, bool in_sitting) {
        const auto [found, is_new] = seen_.try_emplace(scenario, at_ms, in_sitting);
        if (!is_new && at_ms < found->second.first) found->second = {at_ms, in_sitting};
    }

    // Whichever was begun earlier, in practice or in a sitting, was the first look.
    void find_first_talks() {
        for (Listed& one : listed_) {
            const bool saw_it_in_a_sitting = seen_.at(*one.scenario).second;
            one.first = one.first && !saw_it_in_a_sitting;
        }
        for (AttemptFacts& talk : sat_) {
            const auto& [at_ms, in_sitting] = seen_.at(talk.scenario_id);
            talk.first = in_sitting && at_ms == talk.started_ms;
        }
    }

    // The last talks and those from which a measure of the plan is judged are played again, with all first ones.
    void leave_for_sums() {
        std::int64_t since = INT64_MAX;
        if (const auto plan = load_plan(folder_of_records()))
            for (const Measure& m : *plan) since = std::min(since, m.begun_ms);
        int last = 0, before = 0;
        SummedTalks summed{person_.id, {}};
        for (auto one = listed_.rbegin(); one != listed_.rend(); ++one) {
            const bool is_late = !one->rewound && last++ < most_talks;
            const bool shows_effect =
                !one->rewound && (one->ended_ms >= since || (since != INT64_MAX && before++ < trend_side));
            one->is_played = one->first || is_late || shows_effect;
            if (!one->is_played && !one->rewound) summed.talks.push_back({one->ended_ms, one->score, one->passed});
        }
        std::reverse(summed.talks.begin(), summed.talks.end());
        if (!summed.talks.empty()) to_.summed.push_back(std::move(summed));
    }

    [[nodiscard]] std::string folder_of_records() const {
        const std::string& file = records_.file();
        return file.substr(0, file.rfind('/'));
    }

    Result<void> add(const Listed& one, bool thin) {
        if (watch_ != nullptr) {
            ++watch_->done;
            if (watch_->stop)
                return fail(Error::Cause::usage, {.code = "gathering-stopped",
                                                  .text = "the reading of the results was stopped",
                                                  .remedy = "",
                                                  .place = {},
                                                  .excerpt = {}});
        }
        if (!one.is_played) return {};
        const auto stored = records_.read(one.id);
        if (!stored) {
            leave_out("the attempt " + one.id, stored.error());
            return {};
        }
        to_.attempts.push_back(facts_of_attempt(*stored, person_, content_));
        to_.attempts.back().first = one.first;
        if (thin) strip_words(to_.attempts.back());
        return {};
    }

    Records& records_;
    const Person& person_;
    const Content& content_;
    int pass_mark_;
    GatherWatch* watch_;
    GatheredFacts& to_;
    std::vector<Listed> listed_;                                 // practice, in the order in which they ended
    std::vector<AttemptFacts> sat_;                              // talks of sittings
    std::map<std::string, std::pair<std::int64_t, bool>> seen_;  // when a scenario was first seen, and whether sitting
};

}  // namespace

bool ended_earlier(const AttemptFacts& a, const AttemptFacts& b) {
    return std::tie(a.ended_ms, a.id) < std::tie(b.ended_ms, b.id);
}

Result<std::int64_t> ended_attempts(Records& records) {
    return records.database().integer("SELECT count(*) FROM attempt WHERE status = 'ended'");
}

Result<void> add_facts_of(Records& records, const Person& person, const Content& content, bool thin, GatherWatch* watch,
                          GatheredFacts& to) {
    return PersonGathering(records, person, content, watch, to).run(thin);
}

}  // namespace huashu::app
