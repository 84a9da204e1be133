#include "desktop/text/wrap.hpp"

#include "desktop/text/line_break.hpp"

namespace huashu::desktop {
namespace {

class Wrapper {
public:
    Wrapper(std::u32string_view text, std::span<const float> advances, float width)
        : text_(text), advances_(advances), width_(width) {}

    std::vector<Row> run() {
        for (std::uint32_t i = 0; i < text_.size(); ++i) {
            if (i > row_begin_ && may_break_between(text_[i - 1], text_[i])) note_break(i);
            take(i);
        }
        close(static_cast<std::uint32_t>(text_.size()), visible_, false);
        return std::move(rows_);
    }

private:
    void note_break(std::uint32_t at) {
        last_break_ = at;
        width_at_break_ = visible_;
        pen_at_break_ = pen_;
    }

    void take(std::uint32_t i) {
        const BreakClass kind = break_class(text_[i]);
        if (kind == BreakClass::newline) {
            close(i + 1, visible_, true);
            return;
        }
        const float advance = advances_[i];
        if (kind != BreakClass::blank && width_ > 0 && pen_ + advance > width_ && i > row_begin_) overflow(i);
        pen_ += advance;
        if (kind != BreakClass::blank) visible_ = pen_;  // blanks at the end of a row hang outside it
    }

    // Character i does not fit: the row ends at the last place where it may, or right here.
    void overflow(std::uint32_t i) {
        if (last_break_ > row_begin_) {
            const float carried = pen_ - pen_at_break_;
            close(last_break_, width_at_break_, false);
            pen_ = visible_ = carried;
            if (pen_ + advances_[i] <= width_ || i == row_begin_) return;
        }
        close(i, visible_, false);
    }

    void close(std::uint32_t end, float width, bool hard) {
        rows_.push_back({row_begin_, end, width, hard});
        row_begin_ = last_break_ = end;
        pen_ = visible_ = 0;
    }

    std::u32string_view text_;
    std::span<const float> advances_;
    float width_;
    std::vector<Row> rows_;
    std::uint32_t row_begin_ = 0, last_break_ = 0;
    float pen_ = 0, visible_ = 0;
    float width_at_break_ = 0, pen_at_break_ = 0;
};

}  // namespace

std::vector<Row> wrap(std::u32string_view text, std::span<const float> advances, float width) {
    return Wrapper(text, advances, width).run();
}

}  // namespace huashu::desktop
