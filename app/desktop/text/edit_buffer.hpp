// A text that is being edited: characters, caret, selection, undo, and its rows. Knows no font, no window and no
// keyboard: the widget (ui/editor.hpp) turns keys into these calls and draws the rows.
//
//     EditBuffer reply;
//     reply.lay_out([&](char32_t c) { return advance_of(c); }, 400, 27);
//     reply.type(U"您好");
//     reply.move(EditBuffer::Move::row_start, false);
//
// Positions are characters (code points), 0..size; beyond the BMP is as good as any. The caret never stands between a
// character and the marks that combine with it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "desktop/text/undo.hpp"
#include "desktop/text/wrap.hpp"

namespace huashu::desktop {

class EditBuffer {
public:
    enum class Move {
        left,
        right,
        word_left,
        word_right,
        up,
        down,
        row_start,
        row_end,
        text_start,
        text_end,
        page_up,
        page_down,
    };

    explicit EditBuffer(bool multi_line = true, std::size_t most_characters = 4000)
        : multi_line_(multi_line), most_(most_characters) {
        rows_.push_back({});
    }

    // --- content ---
    [[nodiscard]] const std::u32string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] unsigned revision() const { return revision_; }  ///< another one: another text
    /// True once after something was cut off because the text would have become longer than it may.
    [[nodiscard]] bool take_overflow();
    [[nodiscard]] std::size_t most() const { return most_; }
    /// Replaces everything and forgets what could be undone.
    void set_text(std::u32string_view text);

    /// What was pasted since set_text(), in order, whether or not it still stands there.
    [[nodiscard]] const std::vector<std::u32string>& pasted() const { return pasted_; }

    // --- editing: each replaces the selection ---
    void type(std::u32string_view characters);   ///< goes on with the change before, for undo
    void paste(std::u32string_view characters);  ///< a change of its own; line ends become \n, controls are dropped
    [[nodiscard]] std::u32string cut();
    void erase_back(bool word = false);
    void erase_forward(bool word = false);
    bool undo();
    bool redo();

    // --- caret and selection ---
    void move(Move move, bool select);
    void select_all();
    [[nodiscard]] std::size_t caret() const { return caret_; }
    [[nodiscard]] std::size_t selection_begin() const { return std::min(caret_, anchor_); }
    [[nodiscard]] std::size_t selection_end() const { return std::max(caret_, anchor_); }
    [[nodiscard]] bool has_selection() const { return caret_ != anchor_; }
    [[nodiscard]] std::u32string selected() const;
    /// Pixels from the top left of the text.
    void click(float x, float y, bool select);
    void select_word_at(float x, float y);
    void select_paragraph_at(float x, float y);

    // --- rows ---
    using Advance = std::function<float(char32_t)>;
    /// Breaks the text into rows and keeps them up to date from now on. `page_rows`: how far Page Up and Down go.
    void lay_out(Advance advance, float width_px, float leading_px, int page_rows = 5);
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] float x_of(std::size_t position) const;  ///< of the left edge, in its row
    struct CaretPlace {
        std::size_t row = 0;
        float x = 0;
    };
    [[nodiscard]] CaretPlace caret_place() const;

private:
    void replace(std::size_t begin, std::size_t end, std::u32string_view with, Edit::Kind kind);
    void splice(std::size_t at, std::size_t removed, std::u32string_view with);
    void set_caret(std::size_t position, bool select);
    [[nodiscard]] std::u32string cleaned(std::u32string_view characters) const;
    [[nodiscard]] std::size_t before(std::size_t position) const;
    [[nodiscard]] std::size_t after(std::size_t position) const;
    [[nodiscard]] std::size_t row_of(std::size_t position) const;
    [[nodiscard]] std::size_t visible_end(const Row& row) const;
    [[nodiscard]] std::size_t at(float x, float y, bool& at_row_end) const;
    void move_rows(int rows, bool select);
    void break_rows();

    std::u32string text_;
    std::vector<std::u32string> pasted_;
    std::size_t caret_ = 0, anchor_ = 0;
    // A position between two soft rows is both the end of one and the start of the next: this tells which is meant.
    bool at_row_end_ = false;
    float wanted_x_ = -1;  // where Up and Down aim at, kept while they are used
    UndoStack undo_;
    unsigned revision_ = 0;
    bool multi_line_;
    bool overflow_ = false;
    std::size_t most_;
    Advance advance_;
    float width_ = 0, leading_ = 1;
    int page_rows_ = 5;
    std::vector<Row> rows_;
    std::vector<float> x_of_;
    unsigned laid_out_ = ~0u;
};

}  // namespace huashu::desktop
