#include "author/merge_trees.hpp"

#include "author/document.hpp"

namespace huashu::app {
namespace {

Result<ContentJson> json_of(const Tree& tree) { return parse_scenario_text("merge", document_text(tree)); }

}  // namespace

Result<MergedTree> merge_trees(const Tree& base, const Tree& mine, const Tree& theirs,
                               const std::vector<MergeSide>& answers) {
    const auto from_base = json_of(base), from_mine = json_of(mine), from_theirs = json_of(theirs);
    for (const auto* side : {&from_base, &from_mine, &from_theirs})
        if (!*side) return tl::unexpected(side->error());
    Merged merged = merge_content(*from_base, *from_mine, *from_theirs, MergeSide::mine, answers);
    const auto document = parse_json("merge", content_value_text(merged.document));
    if (!document) return tl::unexpected(document.error());
    return MergedTree{read_tree(document->root), std::move(merged.conflicts)};
}

}  // namespace huashu::app
