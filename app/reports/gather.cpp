#include "reports/gather.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "integrity/person.hpp"
#include "play/hints.hpp"
#include "reports/mask.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;

constexpr int every_attempt = 1'000'000;

tl::unexpected<Error> nothing_of_that(const char* code, std::string text, std::string remedy) {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = std::move(remedy), .place = {}, .excerpt = {}});
}

TurnFacts turn_of(const scenarios::Turn& turn, std::string stage_title, std::string owner,
                  std::vector<scenarios::Choice> offered) {
    TurnFacts out;
    out.kind = turn.input.kind;
    if (out.kind == scenarios::Input::Kind::choice) out.choice = turn.input.value;
    out.offered = std::move(offered);
    out.owner = std::move(owner);
    out.reply = turn.text;
    out.stage = turn.stage;
    out.stage_title = std::move(stage_title);
    out.score = turn.judgement->score;
    out.findings = turn.judgement->findings;
    out.acts = turn.judgement->acts;
    out.after = turn.after;
    return out;
}

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

// Plays the talk again turn by turn, to see what was offered each time. False: the scenario no longer takes it.
bool play_again(const StoredAttempt& stored, const scenarios::Scenario& scenario, const scoring::Engine& engine,
                AttemptFacts& out) {
    Session session = Session::start(scenario, engine, stored.session.seed, stored.session.history);
    out.initial = session.initial_mood();
    for (const scenarios::Input& input : stored.session.inputs) {
        std::vector<scenarios::Choice> offered = session.choices();
        std::string owner = session.last_owner_line(), title = session.stage_title();
        if (!session.take(input)) return false;
        out.turns.push_back(turn_of(session.turns().back(), std::move(title), std::move(owner), std::move(offered)));
    }
    const scenarios::SavedSession now = session.save();
    const bool same = now.scenario_hash == stored.session.scenario_hash && now.packs_hash == stored.session.packs_hash;
    scoring::Scorecard card = session.scorecard();
    out.basis = same ? AttemptFacts::Basis::same : AttemptFacts::Basis::changed;
    out.score_now = std::max(0, card.score - out.hint_points);
    out.dimensions = std::move(card.dimensions);
    out.ledger = std::move(card.ledger);
    if (session.ending() && session.ending()->id == out.ending) out.ending_title = session.ending()->title;
    return true;
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
    if (!content.engine->packs().empty()) out.pass_mark = content.engine->packs().front().pass_mark();
    const scenarios::Scenario* scenario = content.find(summary.scenario_id);
    if (scenario != nullptr) {
        out.title = scenario->card().title;
        out.kind = scenario->card().kind;
        out.difficulty = scenario->card().difficulty;
    }
    if (scenario == nullptr || !play_again(stored, *scenario, *content.engine, out)) {
        out.basis = AttemptFacts::Basis::not_played;
        out.turns.clear();
        for (const TurnRecord& turn : stored.turns) out.turns.push_back(turn_of_record(turn));
    } else {  // scores of replies as they were shown
        for (std::size_t i = 0; i < out.turns.size() && i < stored.turns.size(); ++i)
            out.turns[i].score = stored.turns[i].score;
    }
    mask(out);
    return out;
}

bool ended_earlier(const AttemptFacts& a, const AttemptFacts& b) {
    return std::tie(a.ended_ms, a.id) < std::tie(b.ended_ms, b.id);
}

Result<void> add_person(const std::string& data_folder, const Person& person, const Content& content,
                        GatheredFacts& to) {
    const std::string folder = folder_of(data_folder, person);
    std::error_code unknown;
    if (!std::filesystem::exists(std::filesystem::path(folder) / "records.db", unknown)) return {};
    const auto records = Records::open({.folder = folder, .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    auto facts = facts_of(*records, person, content, &to.unfinished);
    if (!facts) return tl::unexpected(facts.error());
    for (AttemptFacts& attempt : *facts) to.attempts.push_back(std::move(attempt));
    return {};
}

Result<void> give_pseudonyms(const std::string& data_folder, GatheredFacts& gathered) {
    std::map<std::string, std::string> pseudonyms;
    for (Person& p : gathered.people) {
        auto pseudonym = pseudonym_of(data_folder, p.id);
        if (!pseudonym) return tl::unexpected(pseudonym.error());
        pseudonyms[p.id] = p.name = std::move(*pseudonym);
    }
    for (AttemptFacts& a : gathered.attempts) a.person = a.person_id = pseudonyms.at(a.person_id);
    return {};
}

}  // namespace

Result<std::vector<AttemptFacts>> facts_of(const Records& records, const Person& person, const Content& content,
                                           int* unfinished) {
    std::vector<AttemptFacts> out;
    const auto scenarios = records.last_results();
    if (!scenarios) return tl::unexpected(scenarios.error());
    for (const auto& entry : *scenarios) {
        const auto all = records.history(entry.first, every_attempt);
        if (!all) return tl::unexpected(all.error());
        bool is_first = true;  // an attempt that was begun and given up was the first look, too
        for (auto summary = all->rbegin(); summary != all->rend(); ++summary) {
            if (summary->turns == 0) continue;
            const bool first = std::exchange(is_first, false);
            if (!summary->end) {
                if (unfinished != nullptr) ++*unfinished;
                continue;
            }
            const auto stored = records.read(summary->id);
            if (!stored) return tl::unexpected(stored.error());
            out.push_back(facts_of_attempt(*stored, person, content));
            out.back().first = first && !out.back().rewound;
        }
    }
    std::sort(out.begin(), out.end(), ended_earlier);
    return out;
}

Result<GatheredFacts> gather_facts(const std::string& data_folder, const Content& content, const Wanted& wanted) {
    GatheredFacts out;
    if (wanted.person.empty()) {
        Diagnostics unimportant;
        auto people = load_people(data_folder, unimportant);
        if (!people) return tl::unexpected(people.error());
        out.people = std::move(*people);
    } else {
        auto person = find_person(data_folder, wanted.person);
        if (!person) return tl::unexpected(person.error());
        out.people.push_back(std::move(*person));
    }
    for (const Person& person : out.people)
        if (auto added = add_person(data_folder, person, content, out); !added) return tl::unexpected(added.error());
    std::sort(out.attempts.begin(), out.attempts.end(), ended_earlier);
    if (wanted.pseudonyms)
        if (auto given = give_pseudonyms(data_folder, out); !given) return tl::unexpected(given.error());
    std::erase_if(out.attempts, [&](const AttemptFacts& a) {
        return a.ended_ms < wanted.since_ms || (!wanted.attempt.empty() && a.id != wanted.attempt);
    });
    if (!wanted.attempt.empty() && out.attempts.empty())
        return nothing_of_that("unknown-attempt", "there is no finished attempt with the id '" + wanted.attempt + "'",
                               "huashu report csv lists the ids");
    return out;
}

}  // namespace huashu::app
