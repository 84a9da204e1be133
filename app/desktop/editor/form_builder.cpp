#include "desktop/editor/form_builder.hpp"

namespace huashu::desktop {

using FormKind = FormRow::Kind;

std::string FormBuilder::field(std::string_view key) const {
    return names_.speech().words.name("desktop.author.field.", key);
}

void FormBuilder::heading(const std::string& key) {
    rows_.push_back({.kind = FormKind::heading,
                     .pointer = "#" + key,
                     .label = names_.words("desktop.author.section." + key),
                     .value = names_.words("desktop.author.about." + key)});
}

void FormBuilder::label_row(const std::string& p, const std::string& key) {
    rows_.push_back({.kind = FormKind::key, .pointer = "#" + app::below(p, key), .label = field(key)});
}

void FormBuilder::text(const std::string& p, const std::string& key) {
    rows_.push_back(
        {.kind = FormKind::text, .pointer = app::below(p, key), .label = field(key), .value = at(p)[key].text()});
}

void FormBuilder::long_text(const std::string& p, const std::string& key) {
    text(p, key);
    rows_.back().multi_line = true;
}

void FormBuilder::patterns(const std::string& p, const std::string& key) {
    rows_.push_back({.kind = FormKind::patterns, .pointer = app::below(p, key), .label = field(key)});
}

void FormBuilder::number(const std::string& p, const std::string& key, int low, int high, bool optional) {
    FormRow row{.kind = FormKind::number, .pointer = app::below(p, key), .label = field(key)};
    row.low = low;
    row.high = high;
    row.optional = optional;
    rows_.push_back(std::move(row));
}

void FormBuilder::range(const std::string& p, const std::string& key) {
    rows_.push_back({.kind = FormKind::range, .pointer = app::below(p, key), .label = field(key)});
}

void FormBuilder::pick(const std::string& p, const std::string& key, std::vector<FormOption> options) {
    FormRow row{.kind = FormKind::pick, .pointer = app::below(p, key), .label = field(key)};
    row.options = std::move(options);
    rows_.push_back(std::move(row));
}

void FormBuilder::add(const std::string& list, const std::string& what, int depth) {
    rows_.push_back(
        {.kind = FormKind::add, .pointer = list, .label = names_.words("desktop.author.add." + what), .depth = depth});
}

void FormBuilder::lines(const std::string& list, int depth) {
    const app::Tree& all = at(list);
    for (std::size_t i = 0; i < all.items().size(); ++i) {
        const std::string p = app::below(list, i);
        if (all.items()[i].kind() == app::Tree::Kind::object) {
            guarded(p, depth);
            continue;
        }
        FormRow row{.kind = FormKind::text, .pointer = p, .label = {}, .value = all.items()[i].text()};
        row.depth = depth;
        row.multi_line = true;
        row.optional = true;
        rows_.push_back(std::move(row));
    }
    add(list, "line", depth);
    rows_.push_back({.kind = FormKind::add,
                     .pointer = app::below(list, "?"),
                     .label = names_.words("desktop.author.add.guarded"),
                     .depth = depth});
}

void FormBuilder::guarded(const std::string& p, int depth) {
    FormRow head{.kind = FormKind::item, .pointer = p, .label = names_.words("desktop.author.guarded")};
    head.depth = depth;
    rows_.push_back(std::move(head));
    add_condition_rows(rows_, names_, app::below(p, "when"), depth + 1);
    const std::string inner = app::below(p, "lines");
    for (std::size_t i = 0; i < at(inner).items().size(); ++i) {
        FormRow row{
            .kind = FormKind::text, .pointer = app::below(inner, i), .label = {}, .value = at(inner).items()[i].text()};
        row.depth = depth + 1;
        row.multi_line = true;
        row.optional = true;
        rows_.push_back(std::move(row));
    }
    add(inner, "line", depth + 1);
}

void FormBuilder::conditions(const std::string& list) {
    for (std::size_t i = 0; i < at(list).items().size(); ++i) {
        FormRow head{.kind = FormKind::item, .pointer = app::below(list, i)};
        head.label = names_.speech().words("desktop.author.goal_number", {{"number", std::to_string(i + 1)}});
        head.movable = true;
        const std::string pointer = head.pointer;
        rows_.push_back(std::move(head));
        add_condition_rows(rows_, names_, pointer, 1);
    }
    add(list, "goal");
}

void FormBuilder::moods(const std::string& p) {
    for (const char* key : {"anger", "trust", "patience"}) {
        number(app::below(p, "mood"), key, -100, 100, true);
        rows_.back().depth = 1;
    }
}

void FormBuilder::assign(const std::string& p) {
    rows_.push_back({.kind = FormKind::assign,
                     .pointer = app::below(p, "set"),
                     .label = field("set"),
                     .value = assignments_text(at(p)["set"]),
                     .depth = 1});
}

}  // namespace huashu::desktop
