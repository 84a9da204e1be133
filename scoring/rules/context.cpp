#include "rules/context.hpp"

#include "scoring/text.hpp"

namespace huashu::scoring {
namespace {

void check_pairs(const RuleInput& input) {
    for (const JsonNode& item : input.in.list("pairs"))
        if (item.kind() == JsonNode::Kind::string && canonicalise(item.string()).chars.size() != 2)
            report_at(input, item, "bad-pair", "a pair is the opening and the closing mark, nothing else",
                      "write it like \"「」\"");
}

}  // namespace

std::optional<ContextRule::Side> parse_side(std::string_view name) {
    using Side = ContextRule::Side;
    if (name == "before") return Side::before;
    if (name == "after") return Side::after;
    if (name == "around") return Side::around;
    if (name == "inside") return Side::inside;
    return std::nullopt;
}

std::optional<ContextRule::Until> parse_until(std::string_view name) {
    using Until = ContextRule::Until;
    if (name == "clause") return Until::clause;
    if (name == "sentence") return Until::sentence;
    if (name == "reply") return Until::reply;
    return std::nullopt;
}

ContextRule read_context(const RuleInput& input) {
    ObjectReader& in = input.in;
    ContextRule rule;
    rule.markers = read_texts(input, "markers");
    rule.except = read_texts(input, "except");
    rule.pairs = read_texts(input, "pairs");
    rule.side = in.optional_name<ContextRule::Side>("side", parse_side, "before, after, around or inside")
                    .value_or(ContextRule::Side::inside);
    rule.within = static_cast<int>(in.optional_integer("within", 0, 1000).value_or(rule.within));
    rule.until =
        in.optional_name<ContextRule::Until>("until", parse_until, "clause, sentence or reply").value_or(rule.until);
    (void)in.optional_string("target");  // for readers of the file: what the examples turn round
    if (!rule.markers.empty() && in.member("side") == nullptr)
        in.report("side", "missing-key", "\"side\" is missing: where do the markers stand?",
                  "use \"before\", \"after\", \"around\" or \"inside\"");
    if (rule.markers.empty() && rule.pairs.empty())
        in.report("markers", "missing-key", "a context needs \"markers\" or \"pairs\"");
    check_pairs(input);
    return rule;
}

}  // namespace huashu::scoring
