// Pieces that both pages of records' care share. Private to them.
#pragma once

#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/card_pen.hpp"
#include "desktop/screens/care_screen.hpp"

namespace huashu::desktop {

/// What one card needs to be drawn and to answer.
struct CareDesk {
    Ui& ui;
    const CareState& care;
    const CareView& view;
    const Speech& speech;
    CareScreen& own;
    Intents& out;

    [[nodiscard]] bool is_free() const { return !care.running.has_value(); }
    [[nodiscard]] const std::string& word(std::string_view key) const { return speech.words(key); }
    void order(CareOrder what) const { out.push_back(care_intent(care_wish::Do{std::move(what)})); }
    void ask(CareState::Asking what, std::string about = {}) const {
        out.push_back(care_intent(care_wish::Ask{what, std::move(about)}));
    }
};

/// A field for a path, in the row that is open; what stands in it. `suggested` is filled in until something was typed.
std::string path_field(CareDesk& desk, CardPen& pen, const std::string& id, std::string_view placeholder,
                       const std::string& suggested);
/// Title, back, and Esc.
void care_head(Ui& ui, Box& box, std::string_view id, const std::string& title, const Intent& back, Intents& out);
/// What is under way, with a way to stop it; asks how far it is now and then.
void care_running(CareDesk& desk, Scroll& page);
/// Where an export may go: "…/huashu-林小安.json".
[[nodiscard]] std::string export_file(const CareDesk& desk, const std::string& name);
/// Masked or word for word; a field for the file; the button.
void export_fields(CareDesk& desk, CardPen& pen, const std::string& id, const CareOrder& order);

}  // namespace huashu::desktop
