#include <algorithm>
#include <array>

#include "load/never_holds.hpp"
#include "load/read_parts.hpp"
#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

constexpr int deepest_condition = 16;
constexpr int most_memories = 64;
constexpr int left_index = -2;  // as State::left

/// The parts of a condition that are read together.
enum Section : std::uint8_t {
    of_speech = 1u << 0,
    of_findings = 1u << 1,
    of_choices = 1u << 2,
    of_mood = 1u << 3,
    of_memory = 1u << 4,
    of_counts = 1u << 5,
    of_past_talks = 1u << 6,
    of_outcome = 1u << 7,
};
constexpr std::uint8_t every_section = 0xFF;

/// 0: a key that no condition has, or one of the nested ones, which are always asked for.
std::uint8_t section_of(std::string_view key) {
    using Known = std::pair<std::string_view, std::uint8_t>;
    static constexpr std::array<Known, 24> known{{
        {"acts", of_speech},       {"told", of_memory},       {"var", of_memory},      {"anger", of_mood},
        {"clean", of_findings},    {"did", of_speech},        {"match", of_speech},    {"quality", of_choices},
        {"choice", of_choices},    {"all_acts", of_speech},   {"input", of_speech},    {"families", of_findings},
        {"severity", of_findings}, {"trust", of_mood},        {"patience", of_mood},   {"untold", of_memory},
        {"turn", of_counts},       {"stage_turn", of_counts}, {"score", of_counts},    {"remembers", of_past_talks},
        {"kept", of_past_talks},   {"broken", of_past_talks}, {"last", of_past_talks}, {"ending", of_outcome},
    }};
    if (key == "promised") return of_outcome;
    const auto found = std::find_if(known.begin(), known.end(), [key](const Known& each) { return each.first == key; });
    return found == known.end() ? 0 : found->second;
}

class ConditionReader {
public:
    ConditionReader(LoadContext& context, const JsonNode& node, int depth)
        : context_(context), in_(context.source, node, context.problems), node_(node), depth_(depth) {}

    Condition read() {
        out_.offset = node_.offset();
        const std::uint8_t wanted = sections();
        if ((wanted & of_speech) != 0) read_speech();
        if ((wanted & of_findings) != 0) read_findings();
        if ((wanted & of_choices) != 0) read_choice();
        if ((wanted & of_mood) != 0) read_mood();
        if ((wanted & of_memory) != 0) read_memory();
        if ((wanted & of_counts) != 0) read_counts();
        if ((wanted & of_past_talks) != 0) read_past();
        if ((wanted & of_outcome) != 0) read_outcome();
        read_nested();
        in_.done();
        if (out_.keys == 0 && node_.kind() == JsonNode::Kind::object && node_.object().empty())
            context_.report(node_.offset(), "empty-condition", "this condition asks for nothing, so it always holds",
                            "say what must hold, or leave the condition out");
        if (const std::string why = why_never(out_, node_); !why.empty())
            context_.report(node_.offset(), "never-holds", "this condition can never hold: " + why,
                            "take one of the two out, or the whole of it", Level::warning);
        return std::move(out_);
    }

private:
    /// Most conditions have one key of two dozen: the sections without any are not looked through. With a key that is
    /// not known all are, so that the message can name those that are.
    [[nodiscard]] std::uint8_t sections() const {
        if (node_.kind() != JsonNode::Kind::object) return every_section;
        std::uint8_t wanted = 0;
        for (const JsonNode::Member& member : node_.object()) {
            if (member.key == "any" || member.key == "not") continue;
            const std::uint8_t section = section_of(member.key);
            if (section == 0) return every_section;
            wanted = static_cast<std::uint8_t>(wanted | section);
        }
        return wanted;
    }

    [[nodiscard]] bool present(std::string_view key) const {
        return node_.kind() == JsonNode::Kind::object && node_.find(key) != nullptr;
    }
    void note(std::string_view key, Condition::Key bit) {
        if (present(key)) out_.keys |= bit;
    }
    void require_some(std::string_view key, bool some) {
        if (present(key) && !some)
            context_.report(node_.find(key)->offset(), "empty-list",
                            "\"" + std::string(key) + "\" must name at least one");
    }

    scoring::ActSet acts(std::string_view key) {
        scoring::ActSet set;
        for (const scoring::Act act : in_.name_list(key, scoring::parse_act, "a speech act"))
            set.set(static_cast<std::size_t>(act));
        return set;
    }

    void read_speech() {
        out_.acts = acts("acts");
        out_.all_acts = acts("all_acts");
        out_.did = acts("did");
        note("acts", Condition::key_acts);
        note("all_acts", Condition::key_all_acts);
        note("did", Condition::key_did);
        out_.group = read_patterns(context_, in_, "match", false);
        note("match", Condition::key_match);
        for (const InputSort sort : in_.name_list("input", parse_input_sort,
                                                  "a sort of input (empty, silent, repeat, off_topic, copied, long)"))
            out_.inputs |= bit(sort);
        note("input", Condition::key_input);
        for (const std::string_view key : {"acts", "all_acts", "did", "input"})
            require_some(key, !present(key) || node_.find(key)->kind() != JsonNode::Kind::array ||
                                  !node_.find(key)->array().empty());
    }

    void read_findings() {
        if (asks_for_any_family())
            out_.families.set();
        else
            for (const scoring::Family family : in_.name_list("families", scoring::parse_family, "a forbidden family"))
                out_.families.set(static_cast<std::size_t>(family));
        note("families", Condition::key_families);
        if (const auto severity =
                in_.optional_name("severity", scoring::parse_severity, "a severity (note, minor, major, critical)"))
            out_.severity = *severity;
        note("severity", Condition::key_severity);
        if (present("clean") && !in_.optional_boolean("clean", true))
            context_.report(node_.find("clean")->offset(), "clean-false", "\"clean\" can only be true",
                            "write {\"not\": {\"clean\": true}}");
        note("clean", Condition::key_clean);
    }

    // ["*"] stands for all thirteen.
    bool asks_for_any_family() {
        const JsonNode* found = present("families") ? node_.find("families") : nullptr;
        const bool any = found != nullptr && found->kind() == JsonNode::Kind::array && found->array().size() == 1 &&
                         found->array()[0].kind() == JsonNode::Kind::string && found->array()[0].string() == "*";
        if (any) (void)in_.member("families");
        return any;
    }

    void read_choice() {
        for (const Quality quality : in_.name_list("quality", parse_quality, "a quality (best, near, bad)"))
            out_.qualities = static_cast<std::uint8_t>(out_.qualities | (1u << static_cast<unsigned>(quality)));
        note("quality", Condition::key_quality);
        const NameTable& known = context_.stage_choices != nullptr ? *context_.stage_choices : context_.names.choices;
        each_string(context_, in_, "choice", [&](const std::string& name, const JsonNode& at) {
            if (known.find(name) < 0)
                context_.report(at.offset(), "unknown-choice", "there is no choice \"" + name + "\" here",
                                known.suggest(name));
            else
                out_.choices.push_back(context_.names.choices.find(name));
        });
        note("choice", Condition::key_choice);
    }

    Range range(std::string_view key, Condition::Key bit, int lowest, int highest) {
        const JsonNode* found = in_.member(key);
        if (found == nullptr) return {};
        note(key, bit);
        return read_range(context_, *found, lowest, highest);
    }

    void read_mood() {
        out_.anger = range("anger", Condition::key_mood, 0, 100);
        out_.trust = range("trust", Condition::key_mood, 0, 100);
        out_.patience = range("patience", Condition::key_mood, 0, 100);
    }

    void read_memory() {
        out_.told = read_fact_list(context_, in_, "told");
        out_.untold = read_fact_list(context_, in_, "untold");
        note("told", Condition::key_told);
        note("untold", Condition::key_untold);
        for (const int fact : out_.told)
            if (std::find(out_.untold.begin(), out_.untold.end(), fact) != out_.untold.end())
                context_.report(node_.find("untold")->offset(), "contradiction",
                                "the fact \"" + context_.names.facts.all()[static_cast<std::size_t>(fact)] +
                                    "\" can't be told and untold at once",
                                "take it out of one of the two lists");
        read_variables();
    }

    void read_variables() {
        const JsonNode* found = in_.member("var");
        if (found == nullptr) return;
        note("var", Condition::key_var);
        if (found->kind() != JsonNode::Kind::object) {
            context_.report(found->offset(), "wrong-type",
                            "\"var\" must be an object, but this is " + std::string(describe(found->kind())));
            return;
        }
        for (const JsonNode::Member& member : found->object()) {
            const Range wanted = read_range(context_, member.value, -99, 99);
            const int variable = context_.names.variables.find(member.key);
            if (variable < 0)
                context_.report(member.key_offset, "unknown-variable",
                                "no choice, reaction or event ever sets \"" + member.key + "\"",
                                context_.names.variables.suggest(member.key));
            else
                out_.variables.push_back({variable, wanted});
        }
    }

    void read_counts() {
        out_.turn = range("turn", Condition::key_turn, 1, unlimited);
        out_.stage_turn = range("stage_turn", Condition::key_stage_turn, 1, unlimited);
        out_.score = range("score", Condition::key_score, 0, 100);
        if (out_.has(Condition::key_score)) context_.asks_score = true;
    }

    void read_past() {
        each_string(context_, in_, "remembers", [&](const std::string& name, const JsonNode& at) {
            if (!is_id(name))
                context_.report(at.offset(), "bad-id", "\"" + name + "\" is no id of a memory",
                                "use lower case letters, digits and hyphens");
            (void)context_.memories.add(name);
            const int number = context_.memories.find(name);
            if (number < most_memories)
                out_.remembers |= std::uint64_t{1} << number;
            else
                context_.report(at.offset(), "too-many-memories", "a scenario asks for at most 64 memories");
        });
        note("remembers", Condition::key_remembers);
        require_some("remembers", out_.remembers != 0);
        out_.kept = range("kept", Condition::key_kept, 0, most_memories);
        out_.broken = range("broken", Condition::key_broken, 0, most_memories);
        for (const Rank rank : in_.name_list("last", parse_rank, "a rank (best, good, mixed, bad, worst)"))
            out_.last = static_cast<std::uint8_t>(out_.last | 1u << static_cast<unsigned>(rank));
        note("last", Condition::key_last);
        constexpr std::uint32_t of_the_past =
            Condition::key_remembers | Condition::key_kept | Condition::key_broken | Condition::key_last;
        if ((out_.keys & of_the_past) != 0) context_.asks_past = true;
    }

    // Only what is looked at when the talk is over can ask how it ended.
    void read_outcome() {
        if (!context_.after_the_talk) return;
        each_string(context_, in_, "ending", [&](const std::string& name, const JsonNode& at) {
            const int ending = name == left_id ? left_index : context_.names.endings.find(name);
            if (ending == -1)
                context_.report(at.offset(), "unknown-ending", "there is no ending \"" + name + "\"",
                                context_.names.endings.suggest(name));
            out_.endings.push_back(ending);
        });
        note("ending", Condition::key_ending);
        each_string(context_, in_, "promised", [&](const std::string& name, const JsonNode& at) {
            const int promise = context_.names.promises.find(name);
            if (promise < 0)
                context_.report(at.offset(), "unknown-promise", "the record names no promise \"" + name + "\"",
                                context_.names.promises.suggest(name));
            else
                out_.promised.push_back(promise);
        });
        note("promised", Condition::key_promised);
    }

    Condition nested(const JsonNode& node) {
        if (depth_ < deepest_condition) return ConditionReader(context_, node, depth_ + 1).read();
        context_.report(node.offset(), "too-deep", "conditions are nested more than 16 deep",
                        "say it with fewer \"any\" and \"not\"");
        return {};
    }

    void read_nested() {
        for (const JsonNode& item : in_.list("any")) out_.any.push_back(nested(item));
        note("any", Condition::key_any);
        require_some("any", !out_.any.empty());
        if (const JsonNode* found = in_.member("not")) {
            out_.negated.push_back(nested(*found));
            note("not", Condition::key_not);
        }
    }

    LoadContext& context_;
    ObjectReader in_;
    const JsonNode& node_;
    int depth_;
    Condition out_;
};

}  // namespace

Condition read_condition(LoadContext& context, const JsonNode& node) {
    return ConditionReader(context, node, 1).read();
}

std::optional<Condition> read_when(LoadContext& context, ObjectReader& in) {
    const JsonNode* found = in.member("when");
    if (found == nullptr) return std::nullopt;
    return read_condition(context, *found);
}

}  // namespace huashu::scenarios
