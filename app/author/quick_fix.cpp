#include "author/quick_fix.hpp"

#include <algorithm>

#include "author/document_edits.hpp"

namespace huashu::app {
namespace {

// The item without a condition goes behind all that have one.
std::optional<QuickFix> default_moved_last(const Tree& root, const std::string& list) {
    const auto& items = at(root, list).items();
    const auto plain = std::find_if(items.begin(), items.end(), [](const Tree& item) {
        return item["when"].is_nothing() && item["at"].text() != "any";
    });
    if (plain == items.end() || plain + 1 == items.end()) return std::nullopt;
    return QuickFix{"move-last",
                    with_moved(root, list, static_cast<std::size_t>(plain - items.begin()), items.size() - 1)};
}

// The list that an item lies in: "/endings" of "/endings/2/when".
std::string list_around(const std::string& pointer) {
    std::string_view here = pointer;
    while (!here.empty() && index_of(here) < 0) here = parent_of(here);
    return std::string(here.empty() ? here : parent_of(here));
}

}  // namespace

std::optional<QuickFix> quick_fix(const Tree& root, const LiveFinding& finding, const std::string& file_id) {
    const std::string& pointer = finding.pointer;
    if (finding.code == "unknown-key" && !pointer.empty() && !at(root, pointer).is_nothing())
        return QuickFix{"take-out", without(root, pointer)};
    if (finding.code == "file-name" && !file_id.empty())
        return QuickFix{"file-id", with(root, "/id", Tree::of(file_id))};
    if (finding.code == "duplicate-id" && last_of(pointer) == "id") {
        const std::string item(parent_of(pointer));
        const Tree& list = at(root, std::string(parent_of(item)));
        return QuickFix{"own-id", with(root, pointer, Tree::of(fresh_id(list, at(root, pointer).text())))};
    }
    if (finding.code == "ending-after-default" || finding.code == "next-after-default")
        return default_moved_last(root, list_around(pointer));
    if (finding.code == "clean-false" && last_of(pointer) == "clean") {
        const std::string condition(parent_of(pointer));
        const Tree turned = with(without(root, pointer), below(condition, "not"),
                                 Tree::of(Tree::Object{{"clean", Tree::of_boolean(true)}}));
        if (!at(root, condition)["not"].is_nothing()) return std::nullopt;
        return QuickFix{"turn-round", turned};
    }
    return std::nullopt;
}

}  // namespace huashu::app
