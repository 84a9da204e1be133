// The packs, compiled for judging: strings looked up once, patterns in two sets, each rule a few numbers.
// Built by compile(), then never changed.
#pragma once

#include <array>
#include <vector>

#include "judge/slots.hpp"
#include "model/recogniser.hpp"
#include "rules/pack_data.hpp"

namespace huashu::scoring {

/// A Condition with its names resolved. `slot` is of the set for other lines where the scope is owner or earlier.
struct CompiledCondition {
    Condition::Asks asks = Condition::Asks::match;
    Scope scope = Scope::clause;
    Which which = Which::any;
    bool negated = false;
    std::uint32_t within = 0;
    std::uint32_t turns = 0;
    Slot slot = no_slot;
    ActSet acts;
    FamilySet families;
    ComplaintSet complaints;
    StepSet steps;
    Range anger;
};

struct CompiledContext {
    const Rule* rule = nullptr;
    Slot markers = no_slot, except = no_slot;
    ContextRule::Side side = ContextRule::Side::before;
    ContextRule::Until until = ContextRule::Until::clause;
    std::uint32_t within = 0;
    std::vector<std::pair<char32_t, char32_t>> pairs;
};

struct CompiledGuard {
    std::vector<std::uint32_t> ignore;  ///< indices of Program::contexts
    std::vector<CompiledCondition> when, unless;
    ComplaintSet complaints;
    StepSet steps;

    [[nodiscard]] bool asks(Condition::Asks what) const;
};

/// A rule that says something against a reply: every kind but act, context and require.
struct Speaker {
    const Rule* rule = nullptr;
    std::optional<Family> family;
    Severity severity = Severity::note;
    Dimension dimension = Dimension::forbidden;
    int points = 0;
    bool each = false;
    CompiledGuard guard;
    double sure = 0;  ///< 0..1: of a forbidding rule, how sure the model must be where it may doubt
};
using SpeakerIndex = std::uint32_t;

struct CompiledAct {
    const Rule* rule = nullptr;
    Act act = Act::greet;
    Slot match = no_slot, except = no_slot;
    CompiledGuard guard;
    std::uint8_t phase = 1;  ///< 1: asks of no acts or families; 2: of acts; 3: of families (docs/scoring.md)
};

/// forbid, prefer, memory: a rule with words of its own.
struct CompiledWords {
    SpeakerIndex speaker = 0;
    Slot match = no_slot, except = no_slot;
    bool asks_families = false;
};
struct CompiledMemory {
    CompiledWords words;
    Slot known = no_slot, earlier = no_slot;  ///< of the set for other lines
};
struct CompiledOrder {
    SpeakerIndex speaker = 0;
    CompiledCondition first, then;
    CompiledCondition first_earlier;  ///< the same question, asked of staff's earlier replies
    bool over_conversation = false;
};
struct CompiledPair {
    SpeakerIndex speaker = 0;
    CompiledCondition trigger;
    std::vector<CompiledCondition> with;
};
struct CompiledLimit {
    SpeakerIndex speaker = 0;
    Count count = Count::chars;
    std::optional<int> min, max;
    Slot match = no_slot, except = no_slot;
    bool voids = false;
};
struct CompiledEcho {
    SpeakerIndex speaker = 0;
    Slot owner = no_slot;  ///< of the set for other lines
    Slot match = no_slot;
};
struct CompiledLearned {
    SpeakerIndex speaker = 0;
    double sure = 0;  ///< 0..1
};
struct CompiledRequirement {
    const Rule* rule = nullptr;
    const RequireRule* body = nullptr;
    std::vector<CompiledCondition> any, when, unless;
};

/// What to look at when a slot of the reply has a match.
struct SlotUse {
    enum class Kind : std::uint8_t { other, act, forbid, prefer, memory };
    Kind kind = Kind::other;
    std::uint32_t index = 0;  ///< into Program's vector of that kind
};

struct Program {
    std::vector<CompiledContext> contexts;
    std::vector<CompiledAct> acts;
    std::vector<Speaker> speakers;
    std::vector<CompiledWords> forbids, prefers;
    std::vector<CompiledMemory> memories;
    std::vector<CompiledOrder> orders;
    std::vector<CompiledPair> pairs;
    std::vector<CompiledLimit> limits;
    std::vector<CompiledEcho> echoes;
    std::array<std::optional<CompiledLearned>, family_count> learned;  ///< by family: the first rule of the first pack
    std::vector<CompiledRequirement> requirements;
    Rubric rubric;  ///< of the first pack
    std::optional<Recogniser> model;
    Concepts concepts;  ///< the word lists as the model reads them; empty without a model
    std::array<const Rule*, act_count>
        act_sources{};  ///< the first rule of each act: its source and reason; may be null

    PatternSet reply_patterns;  ///< looked for in the reply
    PatternSet line_patterns;   ///< looked for in the owner's lines and in earlier replies
    std::size_t reply_slots = 0;
    std::size_t line_slots = 0;
    std::vector<SlotUse> uses;  ///< by slot of the reply

    /// Indices of the requirements for a complaint and a step, in rule order. No rule for them, or an unknown step: the
    /// general ones.
    [[nodiscard]] const std::vector<std::uint32_t>& requirements_for(std::optional<Complaint> complaint,
                                                                     Step step) const {
        const std::size_t row = complaint ? static_cast<std::size_t>(*complaint) + 1 : 0;
        return requirement_table[row][static_cast<std::size_t>(step)];
    }

    /// By complaint (0: unknown) and step.
    std::array<std::array<std::vector<std::uint32_t>, 9>, 4> requirement_table;
};

/// `lists` and the packs' data must outlive the program.
[[nodiscard]] Program compile(const std::vector<Pack>& packs, const WordLists& lists);

}  // namespace huashu::scoring
