#include "play/typed_line.hpp"

#include <algorithm>

namespace huashu::app {
namespace {

using Kind = TypedLine::Kind;

std::string trimmed(const std::string& line) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// 0 when the text is no number of at most two digits.
std::size_t number_of(const std::string& text) {
    if (text.empty() || text.size() > 2) return 0;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
    return static_cast<std::size_t>(std::stoi(text));
}

TypedLine command(const std::string& name) {
    if (name == "?" || name == "h") return {Kind::help, {}};
    if (name == "f") return {Kind::facts, {}};
    if (name == "m") return {Kind::model, {}};
    if (name == "q") return {Kind::leave, {}};
    if (name == "s") return {Kind::answer, scenarios::Input::stay_silent()};
    return {Kind::unknown, {}};
}

}  // namespace

TypedLine read_typed_line(const std::string& line, const std::vector<scenarios::Choice>& choices) {
    constexpr std::string_view full_width_colon = "：";
    const std::string text = trimmed(line);
    if (text.empty()) return {};
    if (text == "?" || text == "？") return command("?");
    if (text.starts_with(':')) return command(text.substr(1));
    if (text.starts_with(full_width_colon)) return command(text.substr(full_width_colon.size()));
    const std::size_t number = number_of(text);
    if (number >= 1 && number <= choices.size())
        return {Kind::answer, scenarios::Input::choose(choices[number - 1].id)};
    return {Kind::answer, scenarios::Input::say(text)};
}

}  // namespace huashu::app
