#include "play/record_text.hpp"

namespace huashu::app {
namespace {

using scenarios::RecordForm;
using scenarios::RecordLine;
using Part = RecordLine::Part;

// Kinds, urgencies and departments stand in a line as ids; facts, promises and quotes are content.
std::string shown(const Page& page, Part part, const std::string& words) {
    switch (part) {
        case Part::kind:
            return page.words.name("name.kind.", words);
        case Part::urgency:
            return page.words.name("name.urgency.", words);
        case Part::department:
            return page.words.name("name.department.", words);
        default:
            return page.script(words);
    }
}

std::string line_text(const Page& page, const RecordLine& line) {
    const std::string amount = points(line.centipoints, true);
    std::string text = "  " + std::string(static_cast<std::size_t>(std::max(8 - columns_of(amount), 0)), ' ');
    text += line.centipoints < 0 ? page.style.bad(amount) : line.centipoints > 0 ? page.style.good(amount) : amount;
    const int indent = columns_of(text) > 12 ? 12 : columns_of(text) + 2;
    std::string words = record_line_text(page, line);
    if (!line.source.empty()) words += "  " + line.source;
    return text + "  " + wrap(printable(words), std::min(page.columns, 100), indent) + "\n";
}

std::string model_text(const Page& page, const RecordForm& model) {
    std::string text = page.words("cli.record.model") + "\n";
    text += page.paragraph(page.words("cli.record.model_facts", {{"facts", page.script(model.facts)}}), 2);
    for (const scenarios::RecordedPromise& promise : model.promises)
        text += page.paragraph("· " + page.script(promise.what + (promise.by.empty() ? "" : " · " + promise.by)), 2);
    return text;
}

}  // namespace

std::string record_line_text(const Page& page, const RecordLine& line) {
    const std::string part = page.words.name("name.record_part.", name_of(line.part));
    const std::string verdict = page.words.name("name.record_verdict.", name_of(line.verdict));
    std::string text = part + " · " + verdict;
    if (!line.item.empty()) text += "：" + shown(page, line.part, line.item);
    if (!line.quote.empty() && line.quote != line.item) text += " (" + shown(page, line.part, line.quote) + ")";
    if (line.turn >= 0) text += " · " + page.words("cli.talk.turn", {{"number", std::to_string(line.turn + 1)}});
    return text;
}

std::string record_text(const Page& page, const scenarios::Session& session, const scenarios::RecordScore& score) {
    std::string text = page.heading(page.words("cli.record.title"));
    text += page.style.bold(page.words("cli.record.score", {{"score", std::to_string(score.score)}})) + "\n\n";
    for (const RecordLine& line : score.lines) text += line_text(page, line);
    return text + "\n" + model_text(page, model_record(session));
}

}  // namespace huashu::app
