#include "author/diff_text.hpp"

#include <algorithm>

#include "scoring/text.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t context_chars = 10;
constexpr std::size_t longest_shown = 80;  // characters of one side

// Parts that have a name of their own; other keys are told as the file has them.
bool is_named_part(const std::string& key) {
    static const std::vector<std::string> named{"stages", "choices",  "facts",     "reactions", "events", "endings",
                                                "plays",  "memories", "returning", "promises",  "effects"};
    return std::find(named.begin(), named.end(), key) != named.end();
}

std::u32string characters_of(const std::string& text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? byte : byte & (0xFFu >> (size + 1));
        for (std::size_t i = 1; i < size && at + i < text.size(); ++i)
            c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
        out += c;
        at += size;
    }
    return out;
}

// What is left of one side when `head` and `tail` characters of it are common to both.
std::string cut_side(const std::u32string& side, std::size_t head, std::size_t tail) {
    const std::size_t begin = head > context_chars ? head - context_chars : 0;
    const std::size_t end = side.size() - (tail > context_chars ? tail - context_chars : 0);
    std::u32string shown = side.substr(begin, end - begin);
    const bool is_long = shown.size() > longest_shown;
    if (is_long) shown.resize(longest_shown);
    return (begin > 0 ? "…" : "") + scoring::to_utf8(shown) + (is_long || end < side.size() ? "…" : "");
}

std::string shift_text(const Words& words, const std::optional<int>& before, const std::optional<int>& after) {
    if (!before) return words("cli.author.diff.points_new", {{"after", std::to_string(*after)}});
    if (!after) return words("cli.author.diff.points_gone", {{"before", std::to_string(*before)}});
    return words("cli.author.diff.points", {{"before", std::to_string(*before)}, {"after", std::to_string(*after)}});
}

std::string reply_text(const Words& words, const ReplyShift& shift, const DiffNames& names) {
    std::vector<std::string> path{"stages", shift.stage};
    if (shift.choice.empty())
        path.emplace_back("model");
    else
        path.insert(path.end(), {"choices", shift.choice});
    return names.place(path) + ": " + shift_text(words, shift.before, shift.after);
}

std::string span_text(const EndingFigures& figures) {
    return std::to_string(figures.worst) + "–" + std::to_string(figures.best);
}

std::string ending_text(const Words& words, const EndingShift& shift, bool exact, const DiffNames& names) {
    const std::string ending = names.place({"endings", shift.ending});
    if (!shift.after)
        return words(exact ? "cli.author.diff.unreachable" : "cli.author.diff.not_found", {{"ending", ending}});
    if (!shift.before) return words("cli.author.diff.reachable", {{"ending", ending}});
    return words("cli.author.diff.ending", {{"ending", ending},
                                            {"shortest_before", std::to_string(shift.before->shortest)},
                                            {"shortest_after", std::to_string(shift.after->shortest)},
                                            {"scores_before", span_text(*shift.before)},
                                            {"scores_after", span_text(*shift.after)}});
}

std::string play_text(const Words& words, const PlayShift& shift, const DiffNames& names) {
    const std::string play = names.place({"plays", shift.play});
    if (!shift.after)
        return words("cli.author.diff.play_stuck", {{"play", play}, {"why", names.problem("replay", shift.why)}});
    const auto told = [&](const PlayedThrough& played) {
        return words("cli.author.diff.outcome",
                     {{"score", std::to_string(played.score)},
                      {"ending", played.ending.empty() ? "…" : names.ending(played.ending)}});
    };
    return words("cli.author.diff.play",
                 {{"play", play}, {"before", shift.before ? told(*shift.before) : "–"}, {"after", told(*shift.after)}});
}

std::string no_return_line(const Words& words, std::string_view key, const std::optional<std::size_t>& before,
                           const std::optional<std::size_t>& after) {
    if (before == after) return {};
    const auto told = [](const std::optional<std::size_t>& turn) { return turn ? std::to_string(*turn) : "–"; };
    return words(key, {{"before", told(before)}, {"after", told(after)}});
}

std::vector<std::string> worth_lines(const Words& words, const Consequences& consequences) {
    std::vector<std::string> lines;
    if (!consequences.before || !consequences.after) return lines;
    const ScenarioWorth &was = *consequences.before, &is = *consequences.after;
    const auto figure = [&](std::string_view key, int before, int after) {
        if (before != after)
            lines.push_back(words(key, {{"before", std::to_string(before)}, {"after", std::to_string(after)}}));
    };
    figure("cli.author.diff.best", was.best, is.best);
    figure("cli.author.diff.worst", was.worst, is.worst);
    lines.push_back(no_return_line(words, "cli.author.diff.no_return", was.no_return, is.no_return));
    lines.push_back(
        no_return_line(words, "cli.author.diff.gentle_no_return", was.gentle_no_return, is.gentle_no_return));
    if (!was.exact || !is.exact) lines.push_back(words("cli.author.diff.inexact"));
    return lines;
}

}  // namespace

std::string place_text(const Words& words, const std::vector<std::string>& path) {
    std::string text;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!text.empty()) text += " › ";
        if (is_named_part(path[i]) && i + 1 < path.size()) {
            text += words.name("cli.author.part.", path[i]) + " " + path[i + 1];
            ++i;
        } else {
            text += path[i];
        }
    }
    return text;
}

std::pair<std::string, std::string> side_by_side(const std::string& before, const std::string& after) {
    const std::u32string was = characters_of(before), is = characters_of(after);
    const std::size_t shorter = std::min(was.size(), is.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && was[head] == is[head]) ++head;
    while (tail < shorter - head && was[was.size() - tail - 1] == is[is.size() - tail - 1]) ++tail;
    return {cut_side(was, head, tail), cut_side(is, head, tail)};
}

std::string changes_text(const Page& page, const std::vector<ContentChange>& changes) {
    const Words& words = page.words;
    std::string text;
    for (const ContentChange& change : changes) {
        const std::string place = printable(place_text(words, change.path));
        auto [before, after] = side_by_side(change.before, change.after);
        before = page.script(printable(before)), after = page.script(printable(after));
        switch (change.kind) {
            case ContentChange::Kind::added:
                text += page.style.good("+ ") + place + ": " + after;
                break;
            case ContentChange::Kind::removed:
                text += page.style.bad("− ") + place + ": " + before;
                break;
            case ContentChange::Kind::changed:
                text += page.style.warning("~ ") + place + ": " + before + " → " + after;
                break;
            case ContentChange::Kind::moved:
                text += page.style.accent("↕ ") + words("cli.author.diff.moved", {{"place", place}});
                break;
        }
        text += "\n";
    }
    return text;
}

std::vector<std::string> consequence_lines(const Words& words, const Consequences& consequences,
                                           const DiffNames& names) {
    std::vector<std::string> lines;
    if (!consequences.loads_after) lines.push_back(words("cli.author.diff.loads_no_more"));
    if (!consequences.loads_before) lines.push_back(words("cli.author.diff.did_not_load"));
    for (const ReplyShift& shift : consequences.replies) lines.push_back(reply_text(words, shift, names));
    const bool exact = consequences.after && consequences.after->exact;
    for (const EndingShift& shift : consequences.endings) lines.push_back(ending_text(words, shift, exact, names));
    for (std::string& line : worth_lines(words, consequences)) lines.push_back(std::move(line));
    for (const PlayShift& shift : consequences.plays) lines.push_back(play_text(words, shift, names));
    std::erase_if(lines, [](const std::string& line) { return line.empty(); });
    return lines;
}

std::string consequences_text(const Page& page, const Consequences& consequences) {
    const Words& words = page.words;
    std::vector<std::string> lines = consequence_lines(
        words, consequences,
        {[&](const std::vector<std::string>& path) { return place_text(words, path); },
         [](const std::string& id) { return id; }, [](const std::string&, const std::string& text) { return text; }});
    for (const Diagnostic& diagnostic : consequences.appeared)
        lines.push_back(words(
            "cli.author.diff.appeared",
            {{"text", diagnostic.text}, {"code", diagnostic.code}, {"line", std::to_string(diagnostic.place.line)}}));
    for (const Diagnostic& diagnostic : consequences.gone)
        lines.push_back(words("cli.author.diff.gone", {{"text", diagnostic.text}, {"code", diagnostic.code}}));
    std::string text;
    for (const std::string& line : lines) text += "• " + printable(line) + "\n";
    return text;
}

}  // namespace huashu::app
