// Makes the rows of a form of the scenario editor, one kind of field at a time; which fields there are is for who uses
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "author/document_edits.hpp"
#include "desktop/editor/form_conditions.hpp"

namespace huashu::desktop {

/// Fields are named by the pointer of the object that holds them and their key; their labels are interface words.
class FormBuilder {
public:
    FormBuilder(const app::Tree& root, const Speech& speech) : names_(root, speech) {}

    [[nodiscard]] FormRows take() { return std::move(rows_); }

protected:
    [[nodiscard]] const app::Tree& at(const std::string& pointer) const { return app::at(names_.root(), pointer); }
    [[nodiscard]] std::string field(std::string_view key) const;
    void heading(const std::string& key);
    void label_row(const std::string& p, const std::string& key);
    void text(const std::string& p, const std::string& key);
    void long_text(const std::string& p, const std::string& key);
    void patterns(const std::string& p, const std::string& key);
    void number(const std::string& p, const std::string& key, int low, int high, bool optional = false);
    void range(const std::string& p, const std::string& key);
    void pick(const std::string& p, const std::string& key, std::vector<FormOption> options);
    void add(const std::string& list, const std::string& what, int depth = 0);
    // Wordings: plain ones, and those under a condition.
    void lines(const std::string& list, int depth);
    void guarded(const std::string& p, int depth);
    void conditions(const std::string& list);
    void moods(const std::string& p);
    void assign(const std::string& p);

    /// A head that can be moved and removed for each item of a list, and what `body` adds below it.
    template <class Body>
    void each(const std::string& list, const Body& body) {
        for (std::size_t i = 0; i < at(list).items().size(); ++i) {
            FormRow head{.kind = FormRow::Kind::item, .pointer = app::below(list, i)};
            head.label = at(head.pointer)["id"].text();
            head.movable = true;
            const std::string pointer = head.pointer;
            rows_.push_back(std::move(head));
            body(pointer);
        }
    }

    FormNames names_;
    FormRows rows_;
};

}  // namespace huashu::desktop
