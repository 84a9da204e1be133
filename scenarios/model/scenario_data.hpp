// The private half of a Scenario: everything that docs/scenarios.md says, names resolved to indices, with the byte
// offsets that later diagnostics need. Immutable once loaded; a Session reads it and keeps its own state.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/condition.hpp"
#include "model/verdict.hpp"
#include "scenarios/history.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/session.hpp"
#include "scoring/json.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scenarios {

/// Where the talk goes: an index into stages, or one of these.
inline constexpr int no_jump = -1;
inline constexpr int to_end = -2;

inline constexpr int most_asked_facts_a_turn = 2;
inline constexpr int most_visits_of_a_stage = 2;  ///< a jump into a stage for a third time leads to the end
inline constexpr int stuck_patience = -10;        ///< what running out of turns costs
inline constexpr int mood_bound = 30;             ///< of what the acts and findings of one reply add up to
inline constexpr int days_to_calm = 3;            ///< after which half of the anger is gone
inline constexpr int unlimited = 100000;

struct Delta {
    int anger = 0, trust = 0, patience = 0;
    bool operator==(const Delta&) const = default;
    [[nodiscard]] bool none() const { return *this == Delta{}; }
};

/// Variants of one wording. `slot` numbers them over the scenario, so that a session can remember which it used.
struct Variants {
    std::vector<std::string> texts;
    int slot = 0;
    std::size_t offset = 0;
};

/// Whatever the owner says at one occasion: guarded wordings first, then the plain one.
struct Lines {
    struct Guarded {
        Condition when;
        Variants variants;
    };
    std::vector<Guarded> guarded;
    Variants plain;
};

struct Assignment {
    int variable = 0;
    int value = 0;
};

/// A reaction or an event.
struct Rule {
    std::string id;  ///< made from its place ("receive#2") where the author gave none
    std::optional<Condition> when;
    Lines say;
    Delta mood;
    std::vector<Assignment> set;
    std::vector<int> tell;
    int to = no_jump;
    bool once = false;
    int once_slot = -1;  ///< of a rule that speaks once
    std::size_t offset = 0;
};

struct FactData {
    std::string id, label, note;
    Lines tell;
    int group = -1;
    std::size_t offset = 0;
};

struct ChoiceData {
    Choice card;
    int name = 0;  ///< number of its id
    std::optional<Lines> answer;
    Delta mood;
    std::vector<Assignment> set;
    int next = no_jump;
    LazyVerdict verdict;  ///< ask verdict_of()
    std::size_t offset = 0, text_offset = 0, quality_offset = 0;
};

struct NextRule {
    std::optional<Condition> when;
    int to = to_end;
    std::size_t offset = 0;
};

struct StageData {
    std::string id, title, model;
    scoring::Step step = scoring::Step::unknown;
    Lines enter;
    std::vector<Condition> goal;
    int turns = 1;
    int seconds = 0;     ///< for a reply; 0: the persona's
    int days_later = 0;  ///< since the stage before; the mood has calmed meanwhile
    std::vector<ChoiceData> choices;
    std::vector<Rule> reactions;
    std::optional<Lines> stuck;
    std::vector<NextRule> next;  ///< the last has no condition
    int planned = -1;            ///< its index in the plan, or -1
    std::size_t offset = 0, model_offset = 0;
};

struct EndingData {
    Ending card;
    bool at_any_time = false;
    std::optional<Condition> when;
    Lines say;
    std::size_t offset = 0;
};

/// What the household keeps in mind of this talk, once it is over.
struct MemoryData {
    std::string id, note;
    Memory::Sort sort = Memory::Sort::said;
    std::optional<Condition> when;
    std::size_t offset = 0;
};

/// How an owner who remembers comes into the talk.
struct Returning {
    std::string id;
    Condition when;
    Delta mood;
    std::vector<Assignment> set;
    std::size_t offset = 0;
};

/// The household, and which earlier scenarios it remembers.
struct HouseholdData {
    std::string id;  ///< empty: none
    std::vector<std::string> after;
    std::vector<MemoryData> memories;
    std::vector<Returning> returning;
    std::size_t offset = 0, after_offset = 0;
};

/// What a true record of the talk holds. Its patterns are a set of their own: they are asked after the talk only.
struct RecordFactData {
    std::string id, text;
    int group = -1;
    int fact = -1;  ///< the fact that it writes down, or -1
    std::size_t offset = 0;
};
struct RecordPromiseData {
    std::string id, text, by;
    int group = -1;
    std::size_t offset = 0, by_offset = 0;
};
struct RecordData {
    std::string kind;
    Urgency urgency = Urgency::normal;
    Department department = Department::service;
    std::vector<Department> acceptable;  ///< that help, without being answerable
    std::vector<RecordFactData> facts;
    std::vector<RecordPromiseData> promises;
    int private_group = -1;
    scoring::PatternSet patterns;
    std::size_t offset = 0;
};

struct PlayTurn {
    Input input;
    std::size_t offset = 0;
};

struct PlayData {
    std::string id, about;
    std::vector<PlayTurn> turns;
    std::string ending;  ///< an ending's id, or `left_id`
    std::optional<Range> score;
    Range anger, trust, patience;
    History history;
    std::size_t offset = 0, ending_offset = 0, score_offset = 0, mood_offset = 0;
};

struct PersonaData {
    std::string id, name, about;
    int seconds = 0;  ///< for a reply; 0: as long as it takes
    int hears = 0;    ///< characters, blanks and punctuation apart; then he cuts in; 0: he hears everybody out
    std::array<Delta, scoring::act_count> act_effects;
    std::array<Delta, scoring::family_count> family_effects;
    std::array<Delta, input_sort_count> input_effects;
    std::vector<Rule> reactions;
    Lines leaves;
    Lines silence;
};

/// The ending that every talk has: anger 100 or patience 0, and no ending of the scenario's own.
inline constexpr const char* left_id = "left";

struct ScenarioData {
    ScenarioCard card;
    Mood mood;
    std::vector<FactData> facts;
    std::vector<StageData> stages;
    int start = 0;
    std::vector<Rule> reactions;
    std::vector<Rule> events;
    std::vector<EndingData> endings;
    std::vector<PlayData> plays;
    PersonaData persona;
    HouseholdData household;
    std::optional<RecordData> record;
    std::vector<int> plan;  ///< stages that no complete talk can go around, in order
    std::vector<std::string> variables;
    std::vector<std::string> choice_names;
    std::vector<std::string> memory_names;  ///< that some condition asks for; at most 64
    int slot_count = 0;                     ///< of variants
    int once_count = 0;                     ///< of rules that speak once
    bool asks_past = false;                 ///< a condition of this file asks what the owner remembers
    bool asks_score = false;                ///< a condition needs the points so far
    scoring::PatternSet patterns;
    std::shared_ptr<const SourceText> source;
    Diagnostics warnings;  ///< of loading; a check tells them again
    std::string hash;
};

}  // namespace huashu::scenarios
