#include "play/replies_file.hpp"

#include <algorithm>
#include <sstream>

#include "play/limits.hpp"
#include "scoring/text.hpp"

namespace huashu::app {
namespace {

using scenarios::Input;

// A record is JSON in one line; its own places within that line would not be found in the file.
void read_record(const std::string& line, const Place& place, std::vector<ScriptedReply>& replies,
                 Diagnostics& problems) {
    auto form = scenarios::record_form_from_json(std::string_view(line).substr(1));
    if (form) {
        replies.push_back({{}, place, false, std::move(*form)});
        return;
    }
    for (Diagnostic& problem : form.error().diagnostics) {
        problem.place = place;
        problems.push_back(std::move(problem));
    }
}

/// The words of a line that holds nothing but choices and silences; none: it is something else.
std::vector<std::string> choices_in(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        if (!word.starts_with('=')) return {};
        words.push_back(std::move(word));
    }
    return words;
}

Input parse_input(const std::string& line) {
    if (line == "=") return Input::stay_silent();
    if (line.starts_with('=')) return Input::choose(line.substr(1));
    if (line.starts_with("\\=") || line.starts_with("\\#") || line.starts_with("\\@") || line.starts_with("\\\\"))
        return Input::say(line.substr(1));
    return Input::say(line);
}

Diagnostic wrong(const Place& place, const char* code, std::string text, const char* remedy) {
    return {.code = code, .text = std::move(text), .remedy = remedy, .place = place, .excerpt = {}};
}

}  // namespace

Input input_of(const ScriptedReply& reply, const scenarios::Session& session) {
    if (!reply.is_best_choice) return reply.input;
    const std::vector<scenarios::Choice> choices = session.choices();
    const auto best = std::min_element(choices.begin(), choices.end(), [](const auto& left, const auto& right) {
        return left.quality < right.quality;
    });
    return best == choices.end() ? Input::say(session.model_reply()) : Input::choose(best->id);
}

Result<std::vector<ScriptedReply>> parse_replies(const std::string& file, const std::string& text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::istringstream lines(text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text);
    std::vector<ScriptedReply> replies;
    Diagnostics problems;
    Place place{file, 0, 1};
    for (std::string line; std::getline(lines, line);) {
        ++place.line;
        if (line.ends_with('\r')) line.pop_back();
        if (line.find_first_not_of(" \t") == std::string::npos || line.starts_with('#')) continue;
        if (!scoring::is_valid_utf8(line))
            problems.push_back(wrong(place, "invalid-utf8", "this line is not valid UTF-8",
                                     "save the file as UTF-8; it may be in GBK, Big5 or UTF-16"));
        else if (line.size() > max_reply_bytes)
            problems.push_back(wrong(place, "text-too-long",
                                     "this reply is longer than " + std::to_string(max_reply_bytes >> 20) + " MiB",
                                     "split it into several replies"));
        else if (line.starts_with("@{"))
            read_record(line, place, replies, problems);
        else if (const std::vector<std::string> choices = choices_in(line); choices.size() > 1)
            for (const std::string& choice : choices)
                replies.push_back({parse_input(choice), place, choice == "=+", std::nullopt});
        else
            replies.push_back({parse_input(line), place, line == "=+", std::nullopt});
    }
    if (!problems.empty()) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return replies;
}

}  // namespace huashu::app
