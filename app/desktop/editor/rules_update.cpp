#include "desktop/editor/rules_update.hpp"

#include <algorithm>

namespace huashu::desktop {
namespace {

using app::Tree;

RulesOutcome tell_rules(std::string message) { return {{}, std::move(message)}; }

// Lists and words that a rule may leave out are left out when they hold nothing.
Tree tidied_rule(const Tree& root, const std::string& rule) {
    Tree out = root;
    for (const char* key : {"when", "unless", "except", "ignore", "complaint", "steps", "acts", "any", "pairs"}) {
        const Tree& value = app::at(root, rule)[key];
        if (value.kind() == Tree::Kind::list && value.items().empty()) out = app::without(out, app::below(rule, key));
    }
    for (const char* key : {"note", "dimension", "target"})
        if (app::at(root, rule)[key].kind() == Tree::Kind::text && app::at(root, rule)[key].text().empty())
            out = app::without(out, app::below(rule, key));
    const Tree& anger = app::at(root, rule)["anger"];
    if (anger.kind() == Tree::Kind::object && anger.members().empty())
        out = app::without(out, app::below(rule, "anger"));
    return out;
}

}  // namespace

RulesOutcome RulesUpdate::operator()(const rule_wish::Open& w) const { return {{rule_task::Open{w.folder}}}; }

RulesOutcome RulesUpdate::operator()(const rule_wish::New& w) const { return {{rule_task::New{w.title}}}; }

RulesOutcome RulesUpdate::operator()(const rule_wish::Opened& w) const {
    s.desk = w.desk;
    s.desk->opened = ++s.opened;
    s.desk->opened_root = s.desk->document.root();
    if (s.desk->selected.empty()) {
        const std::vector<std::string> rules = app::rule_pointers(s.desk->document.root());
        if (!rules.empty()) s.desk->selected = rules.front();
    }
    const std::vector<std::string> lists = app::word_list_pointers(s.desk->document.root());
    if (!lists.empty()) s.desk->list = lists.front();
    s.desk->example = std::exchange(s.waiting, std::nullopt);
    ++s.revision;
    return {{check()}, w.recovered ? "desktop.author.toast.recovered" : ""};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Close&) const {
    if (!s.desk) return {};
    if (s.desk->document.saved()) return leave();
    s.desk->leaving = true;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Stay&) const {
    if (!s.desk) return {};
    s.desk->leaving = false;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::LeaveUnsaved&) const {
    if (!s.desk) return {};
    RulesOutcome out = leave();
    out.message = "desktop.author.toast.left_unsaved";
    return out;
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Edit& w) const {
    if (!s.desk) return {};
    Tree root = w.root;
    const std::string rule = app::rule_at(w.place);
    if (!rule.empty() && w.place == app::below(rule, "id"))  // what names a context follows it
        root = app::with_rule_id(s.desk->document.root(), rule, app::at(w.root, w.place).text());
    if (!rule.empty()) root = tidied_rule(root, rule);
    s.desk->document.apply(std::move(root), w.place, w.typing);
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Undo&) const {
    if (!s.desk || !s.desk->document.undo()) return {};
    show(s.desk->document.place());
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Redo&) const {
    if (!s.desk || !s.desk->document.redo()) return {};
    show(s.desk->document.place());
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::SelectRule& w) const {
    if (!s.desk || s.desk->selected == w.pointer) return {};
    s.desk->selected = w.pointer;
    (void)changed();
    return {{check()}};  // which of its words stand within others
}

RulesOutcome RulesUpdate::operator()(const rule_wish::SelectList& w) const {
    if (!s.desk) return {};
    s.desk->list = w.pointer;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Reveal& w) const {
    if (!s.desk) return {};
    const std::string before = s.desk->selected;
    show(w.pointer);
    (void)changed();
    return before == s.desk->selected ? RulesOutcome{} : RulesOutcome{{check()}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::ShowSheet& w) const {
    if (!s.desk) return {};
    s.desk->sheet = w.sheet;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::ShowSide& w) const {
    if (!s.desk) return {};
    s.desk->side = w.side;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::SetFilter& w) const {
    if (!s.desk || s.desk->filter == w.filter) return {};
    s.desk->filter = w.filter;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::AddRule& w) const {
    if (!s.desk) return {};
    s.desk->filter = {};
    return place(app::with_new_rule(s.desk->document.root(), w.kind, w.of));
}

RulesOutcome RulesUpdate::operator()(const rule_wish::CopyRule&) const {
    if (!rule_is_open()) return {};
    return place(app::with_rule_copy(s.desk->document.root(), s.desk->selected));
}

RulesOutcome RulesUpdate::operator()(const rule_wish::RemoveRule&) const {
    if (!rule_is_open()) return {};
    s.desk->document.apply(app::without(s.desk->document.root(), s.desk->selected), s.desk->selected);
    keep_selection();
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::RevertRule&) const {
    if (!rule_is_open()) return {};
    const std::string id = app::at(s.desk->document.root(), s.desk->selected)["id"].text();
    const std::string was = app::rule_pointer_of(s.desk->shipped, id);
    if (was.empty()) return tell_rules("desktop.rules.toast.not_shipped");
    s.desk->document.apply(app::with(s.desk->document.root(), s.desk->selected, app::at(s.desk->shipped, was)),
                           s.desk->selected);
    return document_changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Failed& w) const {
    if (s.desk) {
        s.desk->learning = false;
        ++s.desk->view;
    }
    return {{}, {}, w.error.diagnostics};
}

RulesOutcome RulesUpdate::changed() const {
    ++s.revision;
    if (s.desk) ++s.desk->view;
    return {};
}

RuleTask RulesUpdate::check() const {
    const RulesDesk& d = *s.desk;
    return rule_task::Check{{d.document.root(), d.document.saved_root(), d.folder, d.document.revision(), d.selected}};
}

bool RulesUpdate::rule_is_open() const {
    return s.desk && !app::at(s.desk->document.root(), s.desk->selected).is_nothing();
}

RulesOutcome RulesUpdate::place(const app::Placed& made) const {
    s.desk->document.apply(made.root, made.pointer);
    s.desk->selected = made.pointer;
    s.desk->sheet = RulesSheet::rules;
    reveal(app::below(made.pointer, "id"));
    return document_changed();
}

RulesOutcome RulesUpdate::leave() const {
    RulesOutcome out;
    if (!s.desk->document.saved())
        out.tasks.emplace_back(
            rule_task::Recover{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root()});
    s.desk.reset();
    ++s.revision;
    return out;
}

void RulesUpdate::reveal(const std::string& pointer) const {
    s.desk->reveal = pointer;
    ++s.desk->reveals;
}

void RulesUpdate::show(const std::string& pointer) const {
    const std::string rule = app::rule_at(pointer);
    if (!rule.empty()) {
        s.desk->sheet = RulesSheet::rules;
        s.desk->selected = rule;
    } else if (pointer.find("/lists/") != std::string::npos) {
        s.desk->sheet = RulesSheet::words;
        s.desk->list = pointer.substr(0, pointer.find('/', pointer.find("/lists/") + 7));
    } else if (pointer.starts_with("/pack.json")) {
        s.desk->sheet = RulesSheet::pack;
    }
    reveal(pointer);
}

RulesOutcome RulesUpdate::document_changed() const {
    keep_selection();
    return changed();
}

void RulesUpdate::keep_selection() const {
    const Tree& root = s.desk->document.root();
    const auto gone = [&](const std::string& pointer) { return app::at(root, pointer).is_nothing(); };
    if (gone(s.desk->selected)) {
        const auto index = static_cast<std::size_t>(std::max(0, app::index_of(s.desk->selected)));
        const std::string list(app::parent_of(s.desk->selected));
        s.desk->selected = index > 0 ? app::below(list, index - 1) : "";
        const std::vector<std::string> rules = app::rule_pointers(root);
        if (gone(s.desk->selected) || index == 0) s.desk->selected = rules.empty() ? "" : rules.front();
    }
    if (gone(s.desk->list)) {
        const std::vector<std::string> lists = app::word_list_pointers(root);
        s.desk->list = lists.empty() ? "" : lists.front();
    }
}

RulesOutcome update_rules(RulesState& state, const RuleWish& wish) { return std::visit(RulesUpdate{state}, wish); }

}  // namespace huashu::desktop
