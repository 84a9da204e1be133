// Makes the rows of a rule's form, one kind of field at a time, with what the check says below each; which fields there
// are is for who uses it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desktop/editor/rules_view.hpp"

namespace huashu::desktop {

/// Fields are named by their keys within the open rule; their labels are interface words.
class RuleFormRows {
public:
    RuleFormRows(const RulesDesk& desk, const Speech& speech);

protected:
    [[nodiscard]] const app::Tree& at(const std::string& key) const { return app::at(root_, place(key)); }
    [[nodiscard]] std::string place(const std::string& key) const { return rule_ + "/" + key; }
    [[nodiscard]] std::string field(std::string_view key) const {
        return speech_.words.name("desktop.rules.field.", key);
    }
    void text(const std::string& key, bool wrapped = false);
    void number(const std::string& key, int low, int high, bool optional = false, std::string label = {});
    void range(const std::string& key);
    void flag(const std::string& key);
    void pick(const std::string& key, std::vector<FormOption> options, bool may_be_none, int depth = 0);
    void pick_at(const std::string& pointer, std::string label, std::vector<FormOption> options, bool may_be_none,
                 int depth);
    void names(const std::string& key, std::vector<FormOption> options);
    void names_at(const std::string& pointer, std::string label, std::vector<FormOption> options, int depth,
                  bool as_text = true);
    // A line each, what is wrong with it below it.
    void patterns(const std::string& key);
    void patterns_at(const std::string& list, const std::string& label, int depth);
    void wrapped_row(const std::string& pointer, const std::string& value, int depth, bool optional = true);
    void add_row(const std::string& list, const std::string& what, app::Tree fresh, int depth);
    void conditions(const std::string& key);
    void condition(const std::string& key);
    void condition_rows(const std::string& pointer, const app::Tree& condition, int depth);
    void add_key_row(const std::string& pointer, const app::Tree& condition, bool asks, int depth);
    // What the check says of a place; `only_here`: not of what lies within, which has rows of its own.
    void notes(const std::string& pointer, bool only_here = false);
    static void mark_on(std::vector<FormOption>& options, const app::Tree& value);
    [[nodiscard]] std::vector<FormOption> named(std::string_view prefix, std::initializer_list<const char*> ids) const;
    [[nodiscard]] std::vector<FormOption> families() const;
    [[nodiscard]] std::vector<FormOption> acts() const;
    [[nodiscard]] std::vector<FormOption> steps() const;
    [[nodiscard]] std::vector<FormOption> contexts() const;

    const RulesDesk& desk_;
    const app::Tree& root_;
    const Speech& speech_;
    std::string rule_;
    std::string kind_;
    FormRows rows_;
};

}  // namespace huashu::desktop
