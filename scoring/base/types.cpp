#include "scoring/types.hpp"

#include <span>

namespace huashu::scoring {
namespace {

// In the order of the enums: an id's index is its value.
constexpr std::array<std::string_view, act_count> act_names{
    "greet",   "apologize",         "empathize",     "care",           "ask_detail",     "restate", "own",
    "solve",   "prevent",           "deadline",      "followup",       "invite_opinion", "thank",   "escalate",
    "involve", "confirm_agreement", "safety_urgent", "explain_policy", "reassure",       "record",  "farewell"};
constexpr std::array<std::string_view, family_count> family_names{
    "deflect", "blame",       "refuse",  "impatient", "mock",    "threaten", "abuse",
    "vague",   "overpromise", "privacy", "cold",      "command", "argue"};
constexpr std::array<std::string_view, 4> severity_names{"note", "minor", "major", "critical"};
constexpr std::array<std::string_view, dimension_count> dimension_names{
    "listening", "empathy", "ownership", "timing", "wording", "deescalation", "compliance", "forbidden"};
constexpr std::array<std::string_view, 3> complaint_names{"service", "facility", "safety"};
constexpr std::array<std::string_view, 9> step_names{"", "1", "2", "3", "4", "calm", "escalate", "close", "callback"};

template <class T>
std::optional<T> parse(std::span<const std::string_view> names, std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<T>(i);
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Act value) { return act_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Family value) { return family_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Severity value) { return severity_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Dimension value) { return dimension_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Complaint value) { return complaint_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Step value) { return step_names[static_cast<std::size_t>(value)]; }

std::optional<Act> parse_act(std::string_view name) { return parse<Act>(act_names, name); }
std::optional<Family> parse_family(std::string_view name) { return parse<Family>(family_names, name); }
std::optional<Severity> parse_severity(std::string_view name) { return parse<Severity>(severity_names, name); }
std::optional<Dimension> parse_dimension(std::string_view name) { return parse<Dimension>(dimension_names, name); }
std::optional<Complaint> parse_complaint(std::string_view name) { return parse<Complaint>(complaint_names, name); }
std::optional<Step> parse_step(std::string_view name) {
    if (name.empty()) return std::nullopt;  // "" names Step::unknown, which no content may ask for
    return parse<Step>(step_names, name);
}

}  // namespace huashu::scoring
