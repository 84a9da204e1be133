#include "model/names.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace huashu::scenarios {
namespace {

constexpr std::array<std::string_view, 4> channel_names{"front_desk", "phone", "chat", "doorstep"};
constexpr std::array<std::string_view, 3> quality_names{"best", "near", "bad"};
constexpr std::array<std::string_view, 5> rank_names{"best", "good", "mixed", "bad", "worst"};
constexpr std::array<std::string_view, 3> memory_sort_names{"kept", "broken", "said"};
constexpr std::array<std::string_view, urgency_count> urgency_names{"normal", "urgent", "emergency"};
constexpr std::array<std::string_view, department_count> department_names{"service",     "engineering", "order",
                                                                          "environment", "finance",     "management"};
constexpr std::array<std::string_view, 6> part_names{"kind", "urgency", "department", "fact", "promise", "discretion"};
constexpr std::array<std::string_view, 14> verdict_names{"right",    "wrong",    "blank",     "near",    "missing",
                                                         "unheard",  "invented", "not_given", "no_time", "other_time",
                                                         "timeless", "leaked",   "judging",   "floor"};
constexpr std::array<std::string_view, input_sort_count> input_names{"empty",     "silent", "repeat",
                                                                     "off_topic", "copied", "long"};
constexpr int chapter_count = 14;
constexpr int deepest_point = 3;

template <class T>
std::optional<T> parse(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<T>(found - names.begin());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_id_char(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

// Takes the number at the front; 0 when there is none. Numbers of the standard have at most two digits.
int take_number(std::string_view& text) {
    int value = 0;
    std::size_t length = 0;
    while (length < text.size() && length < 2 && is_digit(text[length])) value = value * 10 + (text[length++] - '0');
    if (length > 0 && text[0] == '0') value = 0;
    text.remove_prefix(length);
    return value;
}

}  // namespace

std::string_view name_of(Channel value) { return channel_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Quality value) { return quality_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Rank value) { return rank_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Memory::Sort value) { return memory_sort_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Urgency value) { return urgency_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Department value) { return department_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(RecordLine::Part value) { return part_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(RecordLine::Verdict value) { return verdict_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(InputSort value) { return input_names[static_cast<std::size_t>(value)]; }

std::optional<Channel> parse_channel(std::string_view name) { return parse<Channel>(channel_names, name); }
std::optional<Quality> parse_quality(std::string_view name) { return parse<Quality>(quality_names, name); }
std::optional<Rank> parse_rank(std::string_view name) { return parse<Rank>(rank_names, name); }
std::optional<Memory::Sort> parse_memory_sort(std::string_view name) {
    return parse<Memory::Sort>(memory_sort_names, name);
}
std::optional<Urgency> parse_urgency(std::string_view name) { return parse<Urgency>(urgency_names, name); }
std::optional<Department> parse_department(std::string_view name) { return parse<Department>(department_names, name); }
std::optional<InputSort> parse_input_sort(std::string_view name) { return parse<InputSort>(input_names, name); }

std::optional<scoring::Complaint> parse_kind(std::string_view name) {
    constexpr std::string_view prefix = "§2.";
    if (!name.starts_with(prefix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    const bool sound =
        name.size() == 3 && name[0] >= '1' && name[0] <= '3' && name[1] == '.' && name[2] >= '1' && name[2] <= '4';
    if (!sound) return std::nullopt;
    return static_cast<scoring::Complaint>(name[0] - '1');
}

bool is_standard_point(std::string_view text) {
    constexpr std::string_view sign = "§";
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(sign.size());
    for (int depth = 1; depth <= deepest_point; ++depth) {
        const int number = take_number(text);
        if (number == 0 || (depth == 1 && number > chapter_count)) return false;
        if (text.empty()) return true;
        if (text.front() != '.') return false;
        text.remove_prefix(1);
    }
    return false;
}

bool is_id(std::string_view text) {
    if (text.empty() || !is_id_char(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_id_char(c) || c == '-' || c == '_'; });
}

}  // namespace huashu::scenarios
