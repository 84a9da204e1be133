// Draws the fields of a blueprint's draft into cards, and turns what is done to them into another draft. Private to the
// screen of blueprints.
#pragma once

#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/assess_screens.hpp"

namespace huashu::desktop {

/// Fields one after another, each below its label, in as many rows as they need. A pass that does not draw measures.
class FieldFlow {
public:
    FieldFlow(Ui& ui, Box inner, bool draws) : ui_(ui), inner_(inner), x_(inner.x0), y_(inner.y0), draws_(draws) {}
    /// Where the control goes.
    Box next(std::string_view label, float width);
    /// Another row of the same field, close below `row`.
    Box below(const Box& row);
    /// The rest of the row stays empty.
    void end_row();
    [[nodiscard]] float used() { return end_row(), y_ - inner_.y0; }
    [[nodiscard]] bool draws() const { return draws_; }
    [[nodiscard]] float row_height() const;

private:
    Ui& ui_;
    Box inner_;
    float x_, y_;
    bool draws_;
};

class BlueprintPen {
public:
    BlueprintPen(Ui& ui, const BlueprintDraft& draft, const BlueprintView& view, const Speech& speech, ExamScreens& own,
                 Intents& out)
        : ui_(ui), draft_(draft), view_(view), speech_(speech), own_(own), out_(out) {}

    /// Each returns the height that it used.
    float whole(Box inner, bool draws);
    float marking(Box inner, bool draws);
    float draw(Box inner, std::size_t index, bool draws);
    /// The list that is open, over everything.
    void open_list(Box all);

private:
    [[nodiscard]] const assess::Blueprint& now() const { return draft_.value.blueprint; }
    [[nodiscard]] std::string words(std::string_view key) const {
        return speech_.words("desktop.blueprint." + std::string(key));
    }
    void change(assess::Blueprint to, const std::string& field = {});
    void text(FieldFlow& flow, const std::string& id, std::string_view label, float width, const std::string& value,
              const std::function<void(assess::Blueprint&, std::string)>& set);
    void number(FieldFlow& flow, const std::string& id, std::string_view label, int value, int low, int high, int step,
                const std::function<void(assess::Blueprint&, int)>& set, const std::string& shown = {},
                bool enabled = true);
    /// A row of chips; the index of the one that was clicked, or -1.
    int chips(FieldFlow& flow, const std::string& id, std::string_view label, const std::vector<DraftOption>& options,
              float width);
    void list(FieldFlow& flow, const std::string& id, std::string_view label, const std::vector<DraftOption>& options);
    void rules(FieldFlow& flow);
    void about(Box& at, bool draws);
    void draw_head(Box row, std::size_t index, bool draws);
    void draw_numbers(FieldFlow& flow, std::size_t index, const std::string& id);

    Ui& ui_;
    const BlueprintDraft& draft_;
    const BlueprintView& view_;
    const Speech& speech_;
    ExamScreens& own_;
    Intents& out_;
};

}  // namespace huashu::desktop
