#include "play/scorecard_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace huashu::app {
namespace {

using scoring::DimensionScore;
using scoring::LedgerLine;
using scoring::Scorecard;

std::string right(const std::string& text, int columns) {
    return std::string(static_cast<std::size_t>(std::max(columns - columns_of(text), 0)), ' ') + text;
}

std::string dimension_name(const Page& page, scoring::Dimension dimension) {
    return page.words.name("name.dimension.", name_of(dimension));
}

int widest_dimension(const Page& page, const Scorecard& card) {
    int widest = 0;
    for (const DimensionScore& each : card.dimensions)
        widest = std::max(widest, columns_of(dimension_name(page, each.dimension)));
    return widest;
}

std::string dimension_text(const Page& page, const DimensionScore& each, int name_columns) {
    std::string text = "  " + pad(dimension_name(page, each.dimension), name_columns) + "  ";
    if (each.possible_centipoints > 0)
        text += page.bar(each.earned_centipoints, each.possible_centipoints) + "  " +
                right(points(each.earned_centipoints), 6) + " / " + right(points(each.possible_centipoints), 6);
    else
        text += right("—", 27);
    if (each.lost_centipoints > 0) text += "   " + page.style.bad(points(-each.lost_centipoints));
    return text + "\n";
}

std::string ledger_title(const Page& page, const LedgerLine& line) {
    switch (line.kind) {
        case LedgerLine::Kind::floor:
            return page.words("cli.card.floor");
        case LedgerLine::Kind::cap:
            return page.words("cli.card.cap");
        case LedgerLine::Kind::shared:
            return page.words("cli.card.shared") + " " + line.rule;
        default:
            return line.rule.empty() ? page.words("cli.card.clean") : line.rule;
    }
}

std::string ledger_text(const Page& page, const LedgerLine& line, int name_columns) {
    const std::string amount = right(points(line.centipoints, true), 8);
    const std::string turn =
        line.turn < 0 ? "" : page.words("cli.talk.turn", {{"number", std::to_string(line.turn + 1)}});
    const bool is_bound = line.kind == LedgerLine::Kind::floor || line.kind == LedgerLine::Kind::cap;
    std::string text = "  ";
    text += line.centipoints < 0 ? page.style.bad(amount) : line.centipoints > 0 ? page.style.good(amount) : amount;
    text += "  " + pad(turn, 8) + "  " + pad(is_bound ? "" : dimension_name(page, line.dimension), name_columns) +
            "  " + printable(ledger_title(page, line));
    if (!line.source.empty()) text += "  " + printable(line.source);
    return text + "\n";
}

// What moved the score, and its sum. Requirements that were not met are worth nothing and have a list of their own.
std::string ledger_text(const Page& page, const Scorecard& card, int name_columns) {
    std::string text = page.words("cli.card.ledger") + "\n";
    int sum = 0;
    for (const LedgerLine& line : card.ledger) {
        sum += line.centipoints;
        if (line.kind != LedgerLine::Kind::missed) text += ledger_text(page, line, name_columns);
    }
    return text + "  " + right("= " + points(sum), 8) + "\n";
}

// A talk that broke off has missed nearly everything: the first few say what was next.
std::string missed_text(const Page& page, const Scorecard& card) {
    constexpr std::size_t most_shown = 6;
    std::string text;
    std::vector<std::string> seen;
    for (const LedgerLine& line : card.ledger) {
        if (line.kind != LedgerLine::Kind::missed || line.rule.empty()) continue;
        if (std::find(seen.begin(), seen.end(), line.rule) != seen.end()) continue;
        seen.push_back(line.rule);
        if (seen.size() > most_shown) continue;
        const std::string& words = line.instead.empty() ? line.reason : line.instead;
        text += page.paragraph("· " + page.script(words) + "  " + line.source, 2);
    }
    if (seen.empty()) return {};
    if (seen.size() > most_shown)
        text += "  " + page.words("cli.card.more", {{"count", std::to_string(seen.size() - most_shown)}}) + "\n";
    return "\n" + page.words("cli.card.missed") + "\n" + text;
}

std::string memories_text(const Page& page, const std::vector<scenarios::Memory>& memories) {
    if (memories.empty()) return {};
    std::string text = page.words("cli.card.memories") + "\n";
    for (const scenarios::Memory& memory : memories)
        text += page.paragraph(
            "· " + page.words.name("name.memory.", name_of(memory.sort)) + "：" + page.script(memory.note), 2);
    return text;
}

std::string ending_text(const Page& page, const scenarios::Session& session) {
    if (!session.ending()) return page.paragraph(page.words("cli.card.unfinished"));
    const scenarios::Ending& ending = *session.ending();
    std::string text =
        page.style.bold(page.script(ending.title)) + " · " + page.words.name("name.rank.", name_of(ending.rank)) + "\n";
    if (!ending.note.empty()) text += page.paragraph(page.script(ending.note));
    return text + memories_text(page, session.memories());
}

}  // namespace

std::string scorecard_text(const Page& page, const scenarios::Session& session, int pass_mark) {
    const Scorecard card = session.scorecard();
    const int name_columns = widest_dimension(page, card);
    std::string text = page.heading(page.words("cli.card.title")) + ending_text(page, session);
    const std::string score =
        page.words("cli.card.score", {{"score", std::to_string(card.score)}, {"pass_mark", std::to_string(pass_mark)}});
    const bool passed = card.score >= pass_mark && !card.has_critical;
    text += "\n" + (passed ? page.style.good(score) : page.style.bad(score)) + "\n";
    if (card.has_critical) text += page.paragraph(page.words("cli.card.critical"));
    text += "\n";
    for (const DimensionScore& each : card.dimensions) text += dimension_text(page, each, name_columns);
    return text + "\n" + ledger_text(page, card, name_columns) + missed_text(page, card);
}

}  // namespace huashu::app
