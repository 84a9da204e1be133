#include "play/talk_text.hpp"

#include <algorithm>

#include "play/marked_text.hpp"

namespace huashu::app {
namespace {

using scenarios::OwnerLine;
using scenarios::Session;
using scenarios::Turn;
using scoring::Finding;

// The speakers' names stand in a column of their own.
int speaker_columns(const Page& page, const Session& session) {
    const std::string owner = page.script(session.scenario().card().owner.address);
    return std::max(columns_of(owner), columns_of(page.words("cli.talk.you"))) + 2;
}

std::string owner_text(const Page& page, const Session& session, const std::vector<OwnerLine>& lines) {
    const std::string name = page.script(session.scenario().card().owner.address);
    const int columns = speaker_columns(page, session);
    std::string text;
    for (const OwnerLine& line : lines) {
        text += page.labelled(text.empty() ? name : "", columns, page.script(line.text));
    }
    return text;
}

// Findings come first, advice after; their numbers are the marks below the reply.
std::vector<const Finding*> notes_of(const Turn& turn) {
    std::vector<const Finding*> notes;
    for (const Finding& finding : turn.judgement->findings) notes.push_back(&finding);
    for (const Finding& finding : turn.judgement->advice) notes.push_back(&finding);
    return notes;
}

std::string reply_text(const Page& page, const Session& session, const Turn& turn) {
    const int columns = speaker_columns(page, session);
    const std::string you = pad(page.words("cli.talk.you"), columns);
    if (turn.input.kind == scenarios::Input::Kind::silence)
        return page.style.bold(you) + page.words("cli.talk.silence") + "\n";
    SpannedText reply{turn.text, {}};
    for (const Finding* note : notes_of(turn)) reply.spans.push_back(note->span);
    if (turn.input.kind == scenarios::Input::Kind::choice) reply = convert(reply, page.script);
    return page.style.bold(you) + mark_spans(reply, std::min(page.columns, 100), columns);
}

std::string title_of(const Page& page, const Finding& finding) {
    if (!finding.family) return page.words("cli.talk.advice");
    return page.words.name("name.family.", name_of(*finding.family)) + " · " +
           page.words.name("name.severity.", name_of(finding.severity));
}

std::string note_text(const Page& page, const Finding& finding, std::size_t number, int indent) {
    std::string head = std::to_string(number) + " " + title_of(page, finding);
    if (finding.points > 0) head += " · −" + std::to_string(finding.points);
    head += " · " + finding.source;
    const std::string coloured = finding.family ? page.style.bad(head) : page.style.warning(head);
    std::string text = std::string(static_cast<std::size_t>(indent), ' ') + coloured + "\n";
    text += page.paragraph(page.script(finding.reason), indent + 2);
    if (!finding.instead.empty())
        text += page.paragraph(page.words("cli.talk.instead", {{"words", page.script(finding.instead)}}), indent + 2);
    return text;
}

std::string names_of(const Page& page, const scoring::ActSet& acts) {
    std::string names;
    for (std::size_t i = 0; i < scoring::act_count; ++i) {
        if (!acts.test(i)) continue;
        if (!names.empty()) names += page.words("cli.talk.comma");
        names += page.words.name("name.act.", name_of(static_cast<scoring::Act>(i)));
    }
    return names;
}

std::string acts_text(const Page& page, const Turn& turn, int indent) {
    std::string text;
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    if (const std::string did = names_of(page, turn.judgement->act_set()); !did.empty())
        text += blanks + page.style.good("+") + " " + wrap(did, page.columns, indent + 2) + "\n";
    scoring::ActSet missing;  // the first act of a requirement is the one it is named for; the others would do as well
    for (const scoring::MissingAct& lack : turn.judgement->missing)
        if (!lack.acts.empty()) missing.set(static_cast<std::size_t>(lack.acts.front()));
    if (const std::string lacks = names_of(page, missing); !lacks.empty())
        text += blanks + page.style.dim("−") + " " +
                wrap(page.words("cli.talk.lacks", {{"acts", lacks}}), page.columns, indent + 2) + "\n";
    return text;
}

}  // namespace

std::string opening_text(const Page& page, const Session& session) {
    const scenarios::ScenarioCard& card = session.scenario().card();
    std::string about = page.words.name("name.kind.", card.kind) + " · " +
                        page.words.name("name.channel.", name_of(card.channel)) + " · " +
                        page.words("cli.talk.difficulty", {{"level", std::to_string(card.difficulty)}}) + " · " +
                        page.script(card.owner.address + "（" + card.persona_name + "）");
    return page.heading(page.script(card.title)) + page.paragraph(about) + "\n" +
           page.paragraph(page.script(card.brief)) + "\n" + owner_text(page, session, session.opening());
}

std::string turn_text(const Page& page, const Session& session, const Turn& turn, int number) {
    const int indent = speaker_columns(page, session);
    std::string text = page.heading(page.words("cli.talk.turn", {{"number", std::to_string(number)}}) + " · " +
                                    page.words.name("name.step.", name_of(turn.step)));
    text += reply_text(page, session, turn);
    std::size_t note_number = 0;
    for (const Finding* note : notes_of(turn)) text += note_text(page, *note, ++note_number, indent);
    text += acts_text(page, turn, indent);
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    text += blanks + page.words("cli.talk.reply_score", {{"score", std::to_string(turn.judgement->score)}}) + "\n";
    text += blanks + mood_text(page, turn.before, turn.after) + "\n";
    return text + owner_text(page, session, turn.owner);
}

std::string facts_text(const Page& page, const Session& session) {
    const auto facts = session.facts();
    const auto told = std::count_if(facts.begin(), facts.end(), [](const auto& fact) { return fact.told; });
    std::string text =
        page.words("cli.talk.facts", {{"told", std::to_string(told)}, {"all", std::to_string(facts.size())}}) + "\n";
    for (const scenarios::FactNote& fact : facts)
        if (fact.told) text += page.paragraph("· " + page.script(fact.label + "：" + fact.note), 2);
    return text;
}

std::string mood_text(const Page& page, const scenarios::Mood& before, const scenarios::Mood& after) {
    const auto value = [&](std::string_view id, int from, int to) {
        std::string text = page.words.name("name.mood.", id) + " " + page.bar(to, 100) + " " + std::to_string(to);
        if (to != from) text += (to > from ? " (+" : " (−") + std::to_string(std::abs(to - from)) + ")";
        return text;
    };
    return value("anger", before.anger, after.anger) + "   " + value("trust", before.trust, after.trust) + "   " +
           value("patience", before.patience, after.patience);
}

}  // namespace huashu::app
