#include "desktop/text/edit_buffer.hpp"

#include <algorithm>

#include "desktop/text/line_break.hpp"
#include "desktop/text/word_bounds.hpp"

namespace huashu::desktop {

// --- content ---

bool EditBuffer::take_overflow() { return std::exchange(overflow_, false); }

void EditBuffer::set_text(std::u32string_view text) {
    text_ = cleaned(text).substr(0, most_);
    caret_ = anchor_ = text_.size();
    at_row_end_ = false;
    wanted_x_ = -1;
    undo_.clear();
    pasted_.clear();
    ++revision_;
    break_rows();
}

std::u32string EditBuffer::cleaned(std::u32string_view characters) const {
    std::u32string out;
    out.reserve(characters.size());
    for (std::size_t i = 0; i < characters.size(); ++i) {
        char32_t c = characters[i];
        if (c == U'\r') {
            if (i + 1 < characters.size() && characters[i + 1] == U'\n') continue;
            c = U'\n';
        }
        if (c == U'\n' && !multi_line_) c = U' ';
        const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || c == 0x7F;
        if (!control) out.push_back(c);
    }
    return out;
}

// --- editing ---

void EditBuffer::splice(std::size_t at, std::size_t removed, std::u32string_view with) {
    text_.replace(at, removed, with);
    ++revision_;
    break_rows();
}

void EditBuffer::replace(std::size_t begin, std::size_t end, std::u32string_view with, Edit::Kind kind) {
    const std::size_t room = most_ - std::min(most_, text_.size() - (end - begin));
    if (with.size() > room) {
        with = with.substr(0, room);
        overflow_ = true;
    }
    if (begin == end && with.empty()) return;
    undo_.push({begin, text_.substr(begin, end - begin), std::u32string(with), caret_, anchor_, kind});
    caret_ = anchor_ = begin + with.size();
    at_row_end_ = false;
    wanted_x_ = -1;
    splice(begin, end - begin, with);
}

void EditBuffer::type(std::u32string_view characters) {
    const std::u32string clean = cleaned(characters);
    if (!clean.empty()) replace(selection_begin(), selection_end(), clean, Edit::Kind::typing);
}

void EditBuffer::paste(std::u32string_view characters) {
    undo_.separate();
    const std::u32string clean = cleaned(characters);
    if (clean.empty()) return;
    pasted_.push_back(clean);
    replace(selection_begin(), selection_end(), clean, Edit::Kind::whole);
}

std::u32string EditBuffer::cut() {
    const std::u32string taken = selected();
    if (!taken.empty()) replace(selection_begin(), selection_end(), {}, Edit::Kind::whole);
    return taken;
}

void EditBuffer::erase_back(bool word) {
    if (has_selection()) return replace(selection_begin(), selection_end(), {}, Edit::Kind::whole);
    const std::size_t from = word ? word_start_before(text_, caret_) : before(caret_);
    replace(from, caret_, {}, word ? Edit::Kind::whole : Edit::Kind::erasing);
}

void EditBuffer::erase_forward(bool word) {
    if (has_selection()) return replace(selection_begin(), selection_end(), {}, Edit::Kind::whole);
    const std::size_t to = word ? word_end_after(text_, caret_) : after(caret_);
    replace(caret_, to, {}, word ? Edit::Kind::whole : Edit::Kind::erasing);
}

bool EditBuffer::undo() {
    if (!undo_.can_undo()) return false;
    const Edit& edit = undo_.undo();
    caret_ = edit.caret_before;
    anchor_ = edit.anchor_before;
    at_row_end_ = false;
    splice(edit.at, edit.inserted.size(), edit.removed);
    return true;
}

bool EditBuffer::redo() {
    if (!undo_.can_redo()) return false;
    const Edit& edit = undo_.redo();
    caret_ = anchor_ = edit.at + edit.inserted.size();
    at_row_end_ = false;
    splice(edit.at, edit.removed.size(), edit.inserted);
    return true;
}

// --- caret and selection ---

std::size_t EditBuffer::before(std::size_t position) const {
    if (position == 0) return 0;
    --position;
    while (position > 0 && break_class(text_[position]) == BreakClass::joiner) --position;
    return position;
}

std::size_t EditBuffer::after(std::size_t position) const {
    if (position >= text_.size()) return text_.size();
    ++position;
    while (position < text_.size() && break_class(text_[position]) == BreakClass::joiner) ++position;
    return position;
}

void EditBuffer::set_caret(std::size_t position, bool select) {
    caret_ = position;
    if (!select) anchor_ = position;
    at_row_end_ = false;
    wanted_x_ = -1;
    undo_.separate();
}

void EditBuffer::move(Move move, bool select) {
    const bool leaves_selection = has_selection() && !select;
    const Row& row = rows_[caret_place().row];
    switch (move) {
        case Move::left:
            return set_caret(leaves_selection ? selection_begin() : before(caret_), select);
        case Move::right:
            return set_caret(leaves_selection ? selection_end() : after(caret_), select);
        case Move::word_left:
            return set_caret(word_start_before(text_, caret_), select);
        case Move::word_right:
            return set_caret(word_end_after(text_, caret_), select);
        case Move::up:
            return move_rows(-1, select);
        case Move::down:
            return move_rows(1, select);
        case Move::page_up:
            return move_rows(-page_rows_, select);
        case Move::page_down:
            return move_rows(page_rows_, select);
        case Move::row_start:
            return set_caret(row.begin, select);
        case Move::row_end: {
            const std::size_t end = visible_end(row);
            const bool soft = !row.hard && end == row.end && end < text_.size();
            set_caret(end, select);
            at_row_end_ = soft;
            return;
        }
        case Move::text_start:
            return set_caret(0, select);
        case Move::text_end:
            return set_caret(text_.size(), select);
    }
}

void EditBuffer::move_rows(int count, bool select) {
    const CaretPlace place = caret_place();
    const float x = wanted_x_ >= 0 ? wanted_x_ : place.x;
    const auto target = static_cast<int>(place.row) + count;
    if (target < 0) return set_caret(0, select);
    if (target >= static_cast<int>(rows_.size()) && place.row + 1 == rows_.size())
        return set_caret(text_.size(), select);
    const int row = std::min(target, static_cast<int>(rows_.size()) - 1);
    click(x, (static_cast<float>(row) + 0.5f) * leading_, select);
    wanted_x_ = x;
}

void EditBuffer::select_all() {
    anchor_ = 0;
    caret_ = text_.size();
    at_row_end_ = false;
}

std::u32string EditBuffer::selected() const {
    return text_.substr(selection_begin(), selection_end() - selection_begin());
}

void EditBuffer::click(float x, float y, bool select) {
    bool at_row_end = false;
    set_caret(at(x, y, at_row_end), select);
    at_row_end_ = at_row_end;
}

void EditBuffer::select_word_at(float x, float y) {
    bool at_row_end = false;
    std::tie(anchor_, caret_) = word_around(text_, at(x, y, at_row_end));
    at_row_end_ = false;
}

void EditBuffer::select_paragraph_at(float x, float y) {
    bool at_row_end = false;
    const std::size_t here = at(x, y, at_row_end);
    const std::size_t newline = here == 0 ? std::u32string::npos : text_.rfind(U'\n', here - 1);
    anchor_ = newline == std::u32string::npos ? 0 : newline + 1;
    caret_ = std::min(text_.find(U'\n', here), text_.size());
    at_row_end_ = false;
}

// --- rows ---

void EditBuffer::lay_out(Advance advance, float width_px, float leading_px, int page_rows) {
    advance_ = std::move(advance);
    page_rows_ = std::max(1, page_rows);
    leading_ = std::max(1.0f, leading_px);
    if (width_ != width_px) laid_out_ = revision_ - 1;
    width_ = width_px;
    if (laid_out_ != revision_) break_rows();
}

void EditBuffer::break_rows() {
    if (!advance_) return;
    std::vector<float> advances(text_.size());
    std::transform(text_.begin(), text_.end(), advances.begin(), advance_);
    rows_ = wrap(text_, advances, multi_line_ ? width_ : 0);
    x_of_.assign(text_.size() + 1, 0);
    for (const Row& row : rows_) {
        float x = 0;
        for (std::size_t i = row.begin; i < row.end; ++i) {
            x_of_[i] = x;
            x += advances[i];
        }
        if (row.end == text_.size()) x_of_[row.end] = x;
    }
    if (!text_.empty() && text_.back() == U'\n') x_of_.back() = 0;
    laid_out_ = revision_;
}

float EditBuffer::x_of(std::size_t position) const { return position < x_of_.size() ? x_of_[position] : 0; }

std::size_t EditBuffer::row_of(std::size_t position) const {
    const auto after_it = std::upper_bound(rows_.begin(), rows_.end(), position,
                                           [](std::size_t value, const Row& row) { return value < row.begin; });
    return after_it == rows_.begin() ? 0 : static_cast<std::size_t>(after_it - rows_.begin()) - 1;
}

std::size_t EditBuffer::visible_end(const Row& row) const {
    std::size_t end = row.end;
    if (row.hard && end > row.begin) --end;  // before the newline
    return end;
}

EditBuffer::CaretPlace EditBuffer::caret_place() const {
    std::size_t row = row_of(caret_);
    if (at_row_end_ && row > 0 && rows_[row].begin == caret_) {
        --row;
        const std::size_t last = caret_ - 1;
        return {row, x_of(last) + (advance_ ? advance_(text_[last]) : 0)};
    }
    return {row, x_of(caret_)};
}

std::size_t EditBuffer::at(float x, float y, bool& at_row_end) const {
    const auto count = static_cast<int>(rows_.size());
    const int index = std::clamp(static_cast<int>(y / leading_), 0, count - 1);
    const Row& row = rows_[static_cast<std::size_t>(index)];
    const std::size_t end = visible_end(row);
    std::size_t position = row.begin;
    while (position < end) {
        const std::size_t next = std::min(after(position), end);
        const float right = next < end ? x_of(next) : x_of(next - 1) + (advance_ ? advance_(text_[next - 1]) : 0);
        if (x < (x_of(position) + right) / 2) return position;
        position = next;
    }
    at_row_end = !row.hard && position == row.end && position < text_.size();
    return position;
}

}  // namespace huashu::desktop
