#include "author/stage_exchange.hpp"

#include <algorithm>

#include "author/document.hpp"
#include "author/document_edits.hpp"

namespace huashu::app {
namespace {

constexpr const char* stage_format = "huashu-stage";

bool names_id(const Tree& value, const std::string& id) {
    if (value.kind() == Tree::Kind::text) return value.text() == id;
    const auto holds = [&](const Tree& item) { return names_id(item, id); };
    return std::any_of(value.items().begin(), value.items().end(), holds) ||
           std::any_of(value.members().begin(), value.members().end(),
                       [&](const Tree::Member& member) { return holds(member.value); });
}

bool bears_id(const Tree& list, const std::string& id) {
    return std::any_of(list.items().begin(), list.items().end(),
                       [&](const Tree& item) { return item["id"].text() == id; });
}

// Ways out that lead nowhere here: of the stage's reactions and choices.
Tree without_foreign_ways(Tree stage, const Tree& stages) {
    for (const auto& [list, key] : {std::pair{"choices", "next"}, {"reactions", "to"}})
        for (std::size_t i = 0; i < stage[list].items().size(); ++i) {
            const std::string& target = stage[list].items()[i][key].text();
            if (!target.empty() && target != "end" && !bears_id(stages, target))
                stage = without(stage, below(below(below("", list), i), key));
        }
    return stage;
}

}  // namespace

std::string stage_as_text(const Tree& root, const std::string& pointer) {
    const Tree& stage = at(root, pointer);
    Tree::List facts;
    for (const Tree& fact : root["facts"].items())
        if (names_id(stage, fact["id"].text())) facts.push_back(fact);
    return document_text(Tree::of(Tree::Object{{"format", Tree::of(std::string(stage_format))},
                                               {"facts", Tree::of(std::move(facts))},
                                               {"stages", Tree::of(Tree::List{stage})}}));
}

Result<PastedStage> with_pasted_stage(const Tree& root, std::size_t index, const std::string& text) {
    const Result<Draft> read = Draft::read("clipboard", text);
    if (!read) return tl::unexpected(read.error());
    const Tree& from = read->root();
    if (from["format"].text() != stage_format || from["stages"].items().size() != 1)
        return fail(Error::Cause::content, {.code = "no-stage",
                                            .text = "there is no stage in the clipboard",
                                            .remedy = "copy one in the other scenario first",
                                            .place = {},
                                            .excerpt = {}});
    Tree made = added(root, "/stages", index + 1);  // in the way, with an id of its own
    const std::string pointer = below("/stages", index + 1);
    const Tree slot = at(made, pointer);
    Tree stage = without_foreign_ways(from["stages"].items().front(), made["stages"]);
    stage = with(with(stage, "/next", slot["next"]), "/id", slot["id"]);
    made = with(made, pointer, stage);
    const std::string& own_id = from["stages"].items().front()["id"].text();
    if (!own_id.empty() && !bears_id(root["stages"], own_id)) made = renamed(made, pointer, own_id);
    for (const Tree& fact : from["facts"].items())
        if (!bears_id(made["facts"], fact["id"].text()))
            made = with_inserted(made, "/facts", made["facts"].items().size(), fact);
    return PastedStage{made, pointer};
}

}  // namespace huashu::app
