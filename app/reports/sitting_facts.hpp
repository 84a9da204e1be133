// What a report knows of a sitting of an assessment: its own figures, and each of its talks as an attempt. Read from
// the documents that make it up; a review's changes are in, both scores are kept.
//
//     Result<SittingWithTalks> one = facts_of_sitting(*records.documents({.subject = id}), person, content);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "records/documents.hpp"
#include "records/people.hpp"
#include "reports/facts.hpp"

namespace huashu::app {

/// A talk of a sitting, also one that was never opened.
struct SittingTalkFacts {
    std::string attempt;  ///< id of the attempt; empty: it was never opened
    std::string scenario_id, title;
    int weight = 1, minutes = 0;
    int machine = 0, score = 0;  ///< 0..100, before and after review
    bool finished = false, out_of_time = false;
    std::vector<std::string> fatal;  ///< what fails it by itself and still stands: "critical", a family, a rule, a rank
};

struct AppealFacts {
    int item = 0, line = 0;  ///< from 0
    std::string by, reason;
    bool decided = false, upheld = false;
    std::string decided_by, decision;  ///< who, and why
};

struct SittingFacts {
    enum class State : std::uint8_t { running, set_aside, provisional, contested, confirmed };
    std::string id;  ///< UUID
    std::string person_id, person;
    std::string blueprint_id, blueprint;  ///< id and title
    int form = 0;                         ///< index of the parallel form
    int attempt = 1;                      ///< the person's n-th at this blueprint
    int minutes = 0;
    std::int64_t begun_ms = 0, ended_ms = 0, spent_ms = 0;
    State state = State::running;
    int machine = 0, score = 0;  ///< 0..100, before and after review; 0 while it runs
    int pass_mark = 80, least_per_scenario = 0;
    bool machine_passed = false, passed = false, fatal = false;
    std::string confirmed_by, note, set_aside_by, set_aside_why;
    std::int64_t confirmed_ms = 0;
    int focus_losses = 0, resumes = 0, clock_set_back = 0, pasted_replies = 0;
    std::int64_t away_ms = 0;
    std::string result_hash, blueprint_hash, packs_hash, program;
    std::vector<SittingTalkFacts> talks;
    std::vector<AppealFacts> appeals;

    [[nodiscard]] bool sealed() const { return state != State::running && state != State::set_aside; }
};
[[nodiscard]] std::string_view name_of(SittingFacts::State value);

struct SittingWithTalks {
    SittingFacts sitting;
    /// The talks that were opened, with their turns (played again where scenario and rules are those of then) and the
    /// ledger that was sealed, as it stands after review. Empty: it runs, or was set aside.
    std::vector<AttemptFacts> talks;
    /// Scenarios that were opened in it, and when: whoever has seen one has no first attempt at it any more.
    std::vector<std::pair<std::string, std::int64_t>> seen;
};

/// Typed words are masked. Error (content): a document can't be read.
[[nodiscard]] Result<SittingWithTalks> facts_of_sitting(const std::vector<Document>& documents, const Person& person,
                                                        const Content& content);

}  // namespace huashu::app
