#include "rules/example.hpp"

namespace huashu::scoring {
namespace {

/// Takes the marks out of the text. Returns what is wrong with them, or null.
const char* take_marks(std::string_view marked, Example& example) {
    std::optional<std::uint32_t> open;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const std::string_view two = marked.substr(i, 2);
        const auto here = static_cast<std::uint32_t>(example.text.size());
        if (two == "[[") {
            if (open) return "\"[[\" stands inside a marked span";
            open = here;
            ++i;
        } else if (two == "]]") {
            if (!open) return "\"]]\" closes nothing";
            if (*open == here) return "the marked span is empty";
            example.marks.push_back({*open, here});
            open.reset();
            ++i;
        } else {
            example.text += marked[i];
        }
    }
    return open ? "\"[[\" is never closed" : nullptr;
}

void read_surroundings(const RuleInput& input, Example& example) {
    ObjectReader& in = input.in;
    example.moment.owner_line = in.optional_string("owner");
    example.moment.model_reply = in.optional_string("model");
    example.moment.earlier = in.string_list("earlier");
    example.moment.owner_earlier = in.string_list("owner_earlier");
    example.moment.complaint = in.optional_name<Complaint>("complaint", parse_complaint, "a family of complaints");
    example.has_complaint = example.moment.complaint.has_value();
    const StepSet steps = read_steps(input, "step");
    example.has_step = steps.any();
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i]) example.moment.step = static_cast<Step>(i);
    if (const auto anger = in.optional_integer("anger", 0, 100)) example.moment.anger = static_cast<int>(*anger);
}

void check_marks(const RuleInput& input, const JsonNode& at, std::string_view marked, Marks marks, Example& example) {
    if (const char* problem = take_marks(marked, example))
        report_at(input, at, "bad-marks", problem, "mark a span as [[words]]; spans do not nest");
    else if (marks == Marks::required && example.marks.empty())
        report_at(input, at, "no-marks", "the span that this example is about is not marked",
                  "put [[ and ]] around the exact words");
    else if (marks == Marks::none && !example.marks.empty())
        report_at(input, at, "bad-marks", "examples of this sort carry no marks: there is no span to find",
                  "take [[ and ]] out");
}

Example read_example(const RuleInput& parent, const JsonNode& node, Marks marks) {
    Example example;
    example.site = parent.site_of(node);
    if (node.kind() == JsonNode::Kind::string) {
        check_marks(parent, node, node.string(), marks, example);
        return example;
    }
    ObjectReader in(parent.in.source(), node, parent.in.problems());
    const RuleInput input{in, parent.file};
    const std::string marked = in.optional_string("text");
    const JsonNode* text = in.member("text");
    if (node.kind() == JsonNode::Kind::object && text == nullptr)
        report_at(parent, node, "missing-key", "this example has no \"text\"");
    read_surroundings(input, example);
    in.done();
    if (text != nullptr) check_marks(parent, *text, marked, marks, example);
    return example;
}

}  // namespace

std::vector<Example> read_examples(const RuleInput& input, std::string_view key, Marks marks) {
    std::vector<Example> examples;
    for (const JsonNode& node : input.in.list(key)) examples.push_back(read_example(input, node, marks));
    if (examples.empty())
        input.in.report(
            key, "no-examples", "a rule needs at least one example under \"" + std::string(key) + "\"",
            key == "hits" ? "write a reply in which it speaks up" : "write a near miss: same words, right use");
    return examples;
}

}  // namespace huashu::scoring
