#include "check/parts.hpp"

namespace huashu::scenarios {
namespace {

// Enough to find a line again; whole characters only.
std::string first_words(const std::string& text) {
    constexpr std::size_t longest = 24;
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return text.substr(0, end) + "…";
}

}  // namespace

std::string_view name_of(Witness::Sort value) {
    switch (value) {
        case Witness::Sort::stage:
            return "stage";
        case Witness::Sort::choice:
            return "choice";
        case Witness::Sort::ending:
            return "ending";
        case Witness::Sort::fact:
            return "fact";
        case Witness::Sort::event:
            return "event";
        case Witness::Sort::line:
            return "line";
    }
    return "stage";
}

Parts::Parts(const ScenarioData& data) : data_(data) {
    for (const StageData& stage : data.stages) (void)add(Witness::Sort::stage, stage.id, stage.offset);
    for (const StageData& stage : data.stages) {
        choices_.push_back(static_cast<int>(parts_.size()));
        for (const ChoiceData& choice : stage.choices)
            (void)add(Witness::Sort::choice, stage.id + "/" + choice.card.id, choice.offset);
    }
    endings_ = static_cast<int>(parts_.size());
    for (const EndingData& ending : data.endings) (void)add(Witness::Sort::ending, ending.card.id, ending.offset);
    facts_ = static_cast<int>(parts_.size());
    for (const FactData& fact : data.facts) (void)add(Witness::Sort::fact, fact.id, fact.offset);
    for (const Rule& event : data.events) events_.emplace(&event.id, add(Witness::Sort::event, event.id, event.offset));
    for (const StageData& stage : data.stages) {
        add_lines(stage.enter);
        for (const ChoiceData& choice : stage.choices)
            if (choice.answer) add_lines(*choice.answer);
        for (const Rule& reaction : stage.reactions) add_lines(reaction.say);
        if (stage.stuck) add_lines(*stage.stuck);
    }
    for (const FactData& fact : data.facts) add_lines(fact.tell);
    for (const Rule& reaction : data.reactions) add_lines(reaction.say);
    for (const Rule& event : data.events) add_lines(event.say);
    for (const EndingData& ending : data.endings) add_lines(ending.say);
}

int Parts::add(Witness::Sort sort, std::string id, std::size_t offset) {
    parts_.push_back({sort, std::move(id), data_.source->place_of(offset), Witness::By::nothing, {}, {}});
    return static_cast<int>(parts_.size()) - 1;
}

void Parts::add_lines(const Variants& variants) {
    const std::string& first = variants.texts.front();
    lines_.emplace(&first, add(Witness::Sort::line, first_words(first), variants.offset));
}

void Parts::add_lines(const Lines& lines) {
    for (const Lines::Guarded& guarded : lines.guarded) add_lines(guarded.variants);
    add_lines(lines.plain);
}

}  // namespace huashu::scenarios
