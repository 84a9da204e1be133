#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "judge/program.hpp"
#include "scoring/text.hpp"

namespace huashu::scoring {
namespace {

/// Gives slots to groups of patterns. Groups that are the same share one, unless a rule owns it.
class SlotMaker {
public:
    explicit SlotMaker(const WordLists& lists) : builder_(lists) {}

    Slot own(const PatternTexts& patterns, bool evasion) {
        if (patterns.empty()) return no_slot;
        const Slot slot = next_++;
        for (const WrittenText& pattern : patterns)
            (void)builder_.add(slot, pattern.text, evasion);  // checked on loading
        return slot;
    }

    Slot shared(const PatternTexts& patterns, bool evasion) {
        std::string key(1, evasion ? '+' : '-');
        for (const WrittenText& pattern : patterns) key.append(pattern.text).push_back('\n');
        if (const auto known = shared_.find(key); known != shared_.end()) return known->second;
        return shared_[key] = own(patterns, evasion);
    }

    /// Exceptions to patterns. One that turns on a doubled character (媽媽 against 媽) is looked for in the plain text
    /// only: the skeleton folds doubles, so that there it would excuse the very word that it is to be told from.
    Slot exceptions(const PatternTexts& patterns, bool evasion) {
        if (patterns.empty()) return no_slot;
        std::string key = evasion ? "!" : "-";
        for (const WrittenText& pattern : patterns) key.append(pattern.text).push_back('\n');
        if (const auto known = shared_.find(key); known != shared_.end()) return known->second;
        const Slot slot = next_++;
        for (const WrittenText& pattern : patterns)
            (void)builder_.add(slot, pattern.text, evasion && !has_double(pattern.text));
        return shared_[key] = slot;
    }

    std::size_t size() const { return next_; }
    PatternSet build() { return builder_.build(); }

private:
    static bool has_double(std::string_view pattern) {
        const std::u32string chars = canonicalise(pattern).chars;
        return std::adjacent_find(chars.begin(), chars.end(),
                                  [](char32_t a, char32_t b) { return a == b && a > 0x7F; }) != chars.end();
    }

    PatternSetBuilder builder_;
    Slot next_ = 0;
    std::map<std::string, Slot> shared_;
};

class Compiler {
public:
    explicit Compiler(const WordLists& lists) : reply_(lists), lines_(lists) {}

    void add(const PackData& pack) {
        rubric_ = &pack.rubric;
        severity_points_ = pack.rubric.severity_points;
        contexts_.clear();
        for (const Rule& rule : pack.rules)
            if (const auto* body = std::get_if<ContextRule>(&rule.body)) add_context(rule, *body);
        for (const Rule& rule : pack.rules) {
            rule_ = &rule;
            std::visit([this](const auto& body) { add_body(body); }, rule.body);
        }
    }

    Program finish() {
        program_.reply_patterns = reply_.build();
        program_.line_patterns = lines_.build();
        program_.reply_slots = reply_.size();
        program_.line_slots = lines_.size();
        program_.uses.resize(reply_.size());
        return std::move(program_);
    }

private:
    void add_context(const Rule& rule, const ContextRule& body) {
        contexts_[rule.id] = static_cast<std::uint32_t>(program_.contexts.size());
        CompiledContext context{&rule,
                                reply_.shared(body.markers, false),
                                reply_.shared(body.except, false),
                                body.side,
                                body.until,
                                static_cast<std::uint32_t>(body.within),
                                {}};
        for (const WrittenText& pair : body.pairs) {
            const std::u32string marks = canonicalise(pair.text).chars;
            context.pairs.emplace_back(marks.at(0), marks.at(1));
        }
        program_.contexts.push_back(std::move(context));
    }

    void add_body(const ContextRule&) {}

    void add_body(const ActRule& body) {
        CompiledAct act{rule_,
                        body.act,
                        reply_.own(body.words.match, body.words.evasion),
                        reply_.exceptions(body.words.except, body.words.evasion),
                        guard(body.guard),
                        1};
        if (act.guard.asks(Condition::Asks::acts)) act.phase = 2;
        if (act.guard.asks(Condition::Asks::families)) act.phase = 3;
        const Rule*& source = program_.act_sources[static_cast<std::size_t>(body.act)];
        if (source == nullptr) source = rule_;
        use(act.match, SlotUse::Kind::act, program_.acts.size());
        program_.acts.push_back(std::move(act));
    }

    void add_body(const ForbidRule& body) {
        const CompiledWords compiled = words(body.words, speaker(body.charge, body.guard));
        Speaker& forbidding = program_.speakers[compiled.speaker];
        const bool spared = rubric_->undoubted[static_cast<std::size_t>(*forbidding.family)];
        forbidding.sure = spared ? 0 : std::max(body.sure, rubric_->doubted_findings) / 100.0;
        use(compiled.match, SlotUse::Kind::forbid, program_.forbids.size());
        program_.forbids.push_back(compiled);
    }

    void add_body(const PreferRule& body) {
        const CompiledWords compiled = words(body.words, speaker(body.charge, body.guard));
        use(compiled.match, SlotUse::Kind::prefer, program_.prefers.size());
        program_.prefers.push_back(compiled);
    }

    void add_body(const MemoryRule& body) {
        const CompiledWords compiled = words(body.words, speaker(body.charge, body.guard));
        use(compiled.match, SlotUse::Kind::memory, program_.memories.size());
        program_.memories.push_back({compiled, lines_.shared(body.known, false), lines_.shared(body.earlier, false)});
    }

    void add_body(const OrderRule& body) {
        Condition earlier = body.first;
        earlier.scope = Scope::earlier;
        program_.orders.push_back({speaker(body.charge, body.guard), condition(body.first), condition(body.then),
                                   condition(earlier), body.over_conversation});
    }

    void add_body(const PairRule& body) {
        program_.pairs.push_back({speaker(body.charge, body.guard), condition(body.trigger), conditions(body.with)});
    }

    void add_body(const LimitRule& body) {
        program_.limits.push_back({speaker(body.charge, body.guard), body.count, body.min, body.max,
                                   reply_.shared(body.words.match, false), reply_.shared(body.words.except, false),
                                   body.voids});
    }

    void add_body(const EchoRule& body) {
        program_.echoes.push_back(
            {speaker(body.charge, body.guard), lines_.shared(body.owner, false), reply_.shared(body.match, false)});
    }

    void add_body(const LearnedRule& body) {
        const SpeakerIndex index = speaker(body.charge, body.guard);
        std::optional<CompiledLearned>& learned = program_.learned[static_cast<std::size_t>(*body.charge.family)];
        if (!learned) learned = CompiledLearned{index, body.sure / 100.0};
    }

    void add_body(const RequireRule& body) {
        program_.requirements.push_back(
            {rule_, &body, conditions(body.any), conditions(body.when), conditions(body.unless)});
    }

    CompiledWords words(const Wording& from, SpeakerIndex speaker) {
        return {speaker, reply_.own(from.match, from.evasion), reply_.exceptions(from.except, from.evasion),
                program_.speakers[speaker].guard.asks(Condition::Asks::families)};
    }

    SpeakerIndex speaker(const Charge& charge, const Guard& from) {
        const int usual = severity_points_[static_cast<std::size_t>(charge.severity)];
        program_.speakers.push_back({rule_, charge.family, charge.severity, charge.dimension,
                                     charge.points.value_or(usual), charge.each, guard(from), 0});
        return static_cast<SpeakerIndex>(program_.speakers.size() - 1);
    }

    CompiledGuard guard(const Guard& from) {
        CompiledGuard compiled{{}, conditions(from.when), conditions(from.unless), from.complaints, from.steps};
        for (const WrittenText& name : from.ignore) compiled.ignore.push_back(contexts_.at(name.text));
        return compiled;
    }

    std::vector<CompiledCondition> conditions(const std::vector<Condition>& from) {
        std::vector<CompiledCondition> compiled;
        for (const Condition& one : from) compiled.push_back(condition(one));
        return compiled;
    }

    CompiledCondition condition(const Condition& from) {
        const bool other_line = from.scope == Scope::owner || from.scope == Scope::earlier;
        const Slot slot = (other_line ? lines_ : reply_).shared(from.match, false);
        return {from.asks,
                from.scope,
                from.which,
                from.negated,
                static_cast<std::uint32_t>(from.within),
                static_cast<std::uint32_t>(from.turns),
                slot,
                from.acts,
                from.families,
                from.complaints,
                from.steps,
                from.anger};
    }

    void use(Slot slot, SlotUse::Kind kind, std::size_t index) {
        if (program_.uses.size() <= slot) program_.uses.resize(slot + 1);
        program_.uses[slot] = {kind, static_cast<std::uint32_t>(index)};
    }

    SlotMaker reply_, lines_;
    Program program_;
    std::map<std::string, std::uint32_t, std::less<>> contexts_;  // of the pack being added
    std::array<int, 4> severity_points_{};
    const Rubric* rubric_ = nullptr;  // of the pack being added
    const Rule* rule_ = nullptr;
};

bool covers(const RequireRule& rule, std::optional<Complaint> complaint, Step step) {
    if (rule.general()) return false;
    if (rule.complaints.any() && (!complaint || !rule.complaints[static_cast<std::size_t>(*complaint)])) return false;
    return rule.steps.none() || (step != Step::unknown && rule.steps[static_cast<std::size_t>(step)]);
}

/// What applies to a complaint in a step; see Program::requirements_for.
std::vector<std::uint32_t> select_requirements(const std::vector<CompiledRequirement>& all,
                                               std::optional<Complaint> complaint, Step step) {
    std::vector<std::uint32_t> specific, with_general;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const bool covered = covers(*all[i].body, complaint, step);
        if (covered) specific.push_back(i);
        if (covered || all[i].body->general()) with_general.push_back(i);
    }
    return step == Step::unknown || specific.empty() ? with_general : specific;
}

void fill_requirement_table(Program& program) {
    for (std::size_t row = 0; row < program.requirement_table.size(); ++row)
        for (std::size_t step = 0; step < program.requirement_table[row].size(); ++step)
            program.requirement_table[row][step] = select_requirements(
                program.requirements, row == 0 ? std::nullopt : std::optional(static_cast<Complaint>(row - 1)),
                static_cast<Step>(step));
}

}  // namespace

bool CompiledGuard::asks(Condition::Asks what) const {
    for (const auto* conditions : {&when, &unless})
        for (const CompiledCondition& condition : *conditions)
            if (condition.asks == what) return true;
    return false;
}

Program compile(const std::vector<Pack>& packs, const WordLists& lists) {
    Compiler compiler(lists);
    for (const Pack& pack : packs) compiler.add(pack.data());
    Program program = compiler.finish();
    fill_requirement_table(program);
    program.rubric = packs.front().data().rubric;
    return program;
}

}  // namespace huashu::scoring
