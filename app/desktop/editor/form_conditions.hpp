// The rows of a condition: one for each of its keys, nested ones below them, and one to add another.
#pragma once

#include "desktop/editor/form_view.hpp"

namespace huashu::desktop {

/// What conditions and ways can name, by the words that people use.
class FormNames {
public:
    FormNames(const app::Tree& root, const Speech& speech) : root_(root), speech_(speech) {}

    [[nodiscard]] std::vector<FormOption> acts(const app::Tree& on) const;
    [[nodiscard]] std::vector<FormOption> families(const app::Tree& on) const;
    /// The values of `ids`, named by prefix + id.
    [[nodiscard]] std::vector<FormOption> named(std::string_view prefix, std::initializer_list<const char*> ids,
                                                const app::Tree& on) const;
    /// Of the objects of a list ("facts"), by that member ("label").
    [[nodiscard]] std::vector<FormOption> of_list(std::string_view list, std::string_view label,
                                                  const app::Tree& on) const;
    /// Stages and the end. Not `whole`: only what is chosen, since a form of a scenario of a thousand stages names them
    /// all in each of its rows.
    [[nodiscard]] std::vector<FormOption> targets(const app::Tree& on, bool may_be_none, bool whole) const;
    [[nodiscard]] std::vector<FormOption> choices_of(const std::string& pointer, const app::Tree& on) const;
    [[nodiscard]] const app::Tree& root() const { return root_; }
    [[nodiscard]] const Speech& speech() const { return speech_; }
    [[nodiscard]] std::string words(std::string_view key) const { return speech_.words(key); }

private:
    const app::Tree& root_;
    const Speech& speech_;
};

void add_condition_rows(FormRows& rows, const FormNames& names, const std::string& pointer, int depth);

}  // namespace huashu::desktop
