// A sheet of the desk as rows: what can be read and changed of a stage, the facts, the endings, … Made from the tree by
// one description of the format, so that every part of a scenario has its form and a form is only drawn in one place.
//
// A row knows the pointer of what it shows; changing it means setting that place of the tree.
#pragma once

#include <string>
#include <vector>

#include "author/document_tree.hpp"
#include "desktop/editor/author_state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct FormOption {
    std::string value, label;
    bool on = false;
    app::Tree fresh{};  ///< of a key to be added: what it begins with; nothing: as conditions of scenarios do
};

struct FormRow {
    enum class Kind : std::uint8_t {
        heading,   ///< of a section; `value`: what it is for
        item,      ///< the head of an object in a list: its id, and what can be done with it
        text,      ///< a text
        patterns,  ///< a list of texts, one a line
        assign,    ///< variables: "dodged=1, calm=2"
        number,    ///< a whole number, low..high; `optional`: it may be missing
        range,     ///< {min, max}, each may be missing
        pick,      ///< one of a few
        names,     ///< some of many
        key,       ///< of a condition that holds nothing to set (`clean`); or the head of `any` and `not`
        add,       ///< adds an item to the list at `pointer`
        add_key,   ///< adds a key to the condition at `pointer`: one of `options`
        flag,      ///< true or missing
        note,      ///< what the check says of the row above; `low`: 0 a hint, 1 a warning, 2 an error
    };
    Kind kind = Kind::text;
    std::string pointer, label, value{};
    int depth = 0;  ///< of nesting, for the indent
    int low = 0, high = 100;
    bool optional = false;    ///< may be taken out by a button of its own
    bool multi_line = false;  ///< of a text
    bool movable = false;     ///< an item that can change places with its neighbours
    bool as_text = true;      ///< of a pick or of names: a text; else a whole number where it is one
    bool is_target = false;   ///< of a pick: a stage or the end; the list of all is made when it is opened
    bool wrapped = false;     ///< a text that may be long but has no line breaks
    app::Tree fresh{};        ///< of an add: what it adds; nothing: what the format of scenarios wants there
    std::vector<FormOption> options{};
    std::string help{};  ///< what the field is for, with the point of the standard that it rests on
};

using FormRows = std::vector<FormRow>;

[[nodiscard]] FormRows make_form(const AuthorDesk& desk, const Speech& speech);
/// A condition in words: "怒氣 ≥ 70，且說過：致歉". For heads, lists and explanations.
[[nodiscard]] std::string condition_words(const app::Tree& condition, const app::Tree& root, const Speech& speech);
/// Where something stands, in words: "接住情緒 › 回覆 b › 對白".
[[nodiscard]] std::string place_words(const app::Tree& root, const std::string& pointer, const Speech& speech);

/// "dodged=1, calm=2" and back; a text that is no such list gives nothing.
[[nodiscard]] std::string assignments_text(const app::Tree& set);
[[nodiscard]] app::Tree assignments_of(const std::string& text);

/// A new condition's key with a value to begin with.
[[nodiscard]] app::Tree first_value_of_key(const std::string& key);

}  // namespace huashu::desktop
