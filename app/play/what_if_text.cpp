#include "play/what_if_text.hpp"

namespace huashu::app {
namespace {

using scenarios::Input;
using scenarios::TurnPair;

std::string change(int before, int after) {
    const std::string text = std::to_string(before) + " → " + std::to_string(after);
    if (before == after) return std::to_string(before);
    return text + " (" + (after > before ? "+" : "−") + std::to_string(std::abs(after - before)) + ")";
}

std::string cell(const std::optional<TurnPair::Side>& before, const std::optional<TurnPair::Side>& after,
                 int (*value)(const TurnPair::Side&)) {
    if (before && after) return change(value(*before), value(*after));
    return before ? std::to_string(value(*before)) + " → —" : "— → " + std::to_string(value(*after));
}

std::string stage_of(const std::optional<TurnPair::Side>& before, const std::optional<TurnPair::Side>& after) {
    const std::string first = before ? before->stage : "—";
    const std::string second = after ? after->stage : "—";
    return first == second ? first : first + " → " + second;
}

std::vector<std::string> row_of(const Page& page, const scenarios::WhatIf& result, std::size_t i) {
    const TurnPair& pair = result.turns[i];
    std::string note = i == result.turn ? page.words("cli.whatif.changed") : "";
    if (pair.replaced && pair.after) note = page.words("cli.whatif.replaced", {{"choice", pair.after->input.value}});
    return {std::to_string(i + 1),
            stage_of(pair.before, pair.after),
            cell(pair.before, pair.after, [](const TurnPair::Side& side) { return side.score; }),
            cell(pair.before, pair.after, [](const TurnPair::Side& side) { return side.after.anger; }),
            cell(pair.before, pair.after, [](const TurnPair::Side& side) { return side.after.trust; }),
            cell(pair.before, pair.after, [](const TurnPair::Side& side) { return side.after.patience; }),
            note};
}

std::string end_of(const Page& page, const scenarios::TalkOutcome& talk) {
    if (!talk.ending) return page.words("cli.card.unfinished");
    return page.script(talk.ending->title) + " · " + page.words.name("name.rank.", name_of(talk.ending->rank));
}

}  // namespace

std::string what_if_text(const Page& page, const scenarios::WhatIf& result) {
    std::string text = page.heading(page.words("cli.whatif.title", {{"turn", std::to_string(result.turn + 1)}}));
    std::vector<std::vector<std::string>> rows{
        {"", page.words("cli.whatif.stage"), page.words("cli.whatif.score"), page.words.name("name.mood.", "anger"),
         page.words.name("name.mood.", "trust"), page.words.name("name.mood.", "patience"), ""}};
    for (std::size_t i = 0; i < result.turns.size(); ++i) rows.push_back(row_of(page, result, i));
    text += page.table(rows) + "\n";
    if (result.unsaid > 0)
        text += page.paragraph(page.words("cli.whatif.unsaid", {{"count", std::to_string(result.unsaid)}}));
    text += page.paragraph(page.words("cli.whatif.before", {{"ending", end_of(page, result.before)}}));
    text += page.paragraph(page.words("cli.whatif.after", {{"ending", end_of(page, result.after)}}));
    const std::string total = change(result.before.score, result.after.score);
    return text + page.style.bold(page.words("cli.whatif.total", {{"change", total}})) + "\n";
}

}  // namespace huashu::app
