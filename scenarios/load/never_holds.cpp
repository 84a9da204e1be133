#include "load/never_holds.hpp"

#include <algorithm>

namespace huashu::scenarios {
namespace {

bool equal(const JsonNode& a, const JsonNode& b) {
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case JsonNode::Kind::null:
            return true;
        case JsonNode::Kind::boolean:
            return a.boolean() == b.boolean();
        case JsonNode::Kind::integer:
            return a.integer() == b.integer();
        case JsonNode::Kind::number:
            return a.number() == b.number();
        case JsonNode::Kind::string:
            return a.string() == b.string();
        case JsonNode::Kind::array:
            return std::equal(a.array().begin(), a.array().end(), b.array().begin(), b.array().end(), equal);
        case JsonNode::Kind::object:
            break;
    }
    const auto has_equal = [&](const JsonNode::Member& member) {
        const JsonNode* other = b.find(member.key);
        return other != nullptr && equal(member.value, *other);
    };
    return a.object().size() == b.object().size() && std::all_of(a.object().begin(), a.object().end(), has_equal);
}

// {"x": 1, "y": 2, "not": {"x": 1}}: whenever the rest holds, so does what must not.
bool negates_itself(const JsonNode& node) {
    if (node.kind() != JsonNode::Kind::object) return false;
    const JsonNode* negated = node.find("not");
    if (negated == nullptr || negated->kind() != JsonNode::Kind::object || negated->object().empty()) return false;
    return std::all_of(negated->object().begin(), negated->object().end(), [&](const JsonNode::Member& member) {
        const JsonNode* outside = node.find(member.key);
        return outside != nullptr && equal(member.value, *outside);
    });
}

constexpr std::uint32_t of_words = Condition::key_acts | Condition::key_all_acts | Condition::key_match |
                                   Condition::key_families | Condition::key_quality | Condition::key_choice;
constexpr std::uint32_t of_findings_or_acts = Condition::key_acts | Condition::key_all_acts | Condition::key_families;
constexpr InputSorts wordless = bit(InputSort::silent) | bit(InputSort::empty);

}  // namespace

std::string why_never(const Condition& c, const JsonNode& node) {
    if (c.has(Condition::key_clean) && c.has(Condition::key_severity) && c.severity >= scoring::Severity::minor)
        return "a reply with a finding that severe is not clean";
    if (c.has(Condition::key_input) && c.inputs != 0) {
        if ((c.inputs & ~wordless) == 0 && (c.keys & of_words) != 0) return "a reply without words does nothing";
        if (c.inputs == bit(InputSort::off_topic) && (c.keys & of_findings_or_acts) != 0)
            return "a reply is off topic when it does no act and breaks no rule";
    }
    if (c.has(Condition::key_turn) && c.has(Condition::key_stage_turn) && c.turn.max < c.stage_turn.min)
        return "the talk has at least as many turns as the stage";
    if (negates_itself(node)) return "what \"not\" excludes is what the rest asks for";
    return {};
}

}  // namespace huashu::scenarios
