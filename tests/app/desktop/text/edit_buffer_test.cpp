#include "desktop/text/edit_buffer.hpp"

#include <doctest/doctest.h>

#include "desktop/text/utf.hpp"

using namespace huashu::desktop;
using Move = EditBuffer::Move;

namespace {

// Every character is 10 wide and rows are 20 high.
EditBuffer with(std::u32string_view text, float width = 1000) {
    EditBuffer buffer;
    buffer.lay_out([](char32_t) { return 10.0f; }, width, 20);
    buffer.type(text);
    return buffer;
}

std::string text_of(const EditBuffer& buffer) { return to_bytes(buffer.text()); }

}  // namespace

TEST_CASE("editor: typing replaces the selection and moves the caret") {
    EditBuffer b = with(U"漏水了");
    b.move(Move::left, true);
    b.type(U"嗎");
    CHECK(text_of(b) == "漏水嗎");
    CHECK(b.caret() == 3);
    CHECK_FALSE(b.has_selection());
}

TEST_CASE("editor: undo takes back typing in one go and a paste by itself, and redo brings both again") {
    EditBuffer b = with({});
    for (const char32_t c : std::u32string(U"您好")) b.type(std::u32string(1, c));
    b.paste(U"，我是小林");
    b.erase_back();
    b.erase_back();
    CHECK(text_of(b) == "您好，我是");
    CHECK(b.undo());
    CHECK(text_of(b) == "您好，我是小林");
    CHECK(b.undo());
    CHECK(text_of(b) == "您好");
    CHECK(b.undo());
    CHECK(text_of(b).empty());
    CHECK_FALSE(b.undo());
    CHECK(b.redo());
    CHECK(b.redo());
    CHECK(text_of(b) == "您好，我是小林");
    CHECK(b.redo());
    CHECK_FALSE(b.redo());
    CHECK(text_of(b) == "您好，我是");
}

TEST_CASE("editor: a new change forgets what could be done again") {
    EditBuffer b = with(U"一");
    (void)b.undo();
    b.type(U"二");
    CHECK_FALSE(b.redo());
    CHECK(text_of(b) == "二");
}

TEST_CASE("editor: undo puts caret and selection back where they were") {
    EditBuffer b = with(U"漏水了");
    b.select_all();
    b.type(U"x");
    CHECK(b.undo());
    CHECK(text_of(b) == "漏水了");
    CHECK(b.selection_begin() == 0);
    CHECK(b.selection_end() == 3);
}

TEST_CASE("editor: up and down keep the column over soft rows and short ones") {
    EditBuffer b = with(U"一二三四五六七\n八\n九十甲乙丙", 50);  // rows: 5, 2, 八, 5
    b.move(Move::text_start, false);
    for (int i = 0; i < 4; ++i) b.move(Move::right, false);
    CHECK(b.caret_place().x == 40);
    b.move(Move::down, false);
    CHECK(b.caret() == 7);  // the end of the shorter row
    b.move(Move::down, false);
    CHECK(b.caret_place().row == 2);
    b.move(Move::down, false);
    CHECK(b.caret_place().row == 3);
    CHECK(b.caret_place().x == 40);
    b.move(Move::down, false);
    CHECK(b.caret() == b.text().size());
}

TEST_CASE("editor: End on a soft row stays on that row, and a character typed there goes before the break") {
    EditBuffer b = with(U"一二三四五六七", 50);
    b.move(Move::text_start, false);
    b.move(Move::row_end, false);
    CHECK(b.caret() == 5);
    CHECK(b.caret_place().row == 0);
    CHECK(b.caret_place().x == 50);
    b.move(Move::row_end, false);
    CHECK(b.caret() == 5);
    b.move(Move::row_start, false);
    CHECK(b.caret() == 0);
}

TEST_CASE("editor: a click puts the caret at the nearer side of a character") {
    EditBuffer b = with(U"一二三\n四五");
    b.click(14, 5, false);
    CHECK(b.caret() == 1);
    b.click(16, 5, false);
    CHECK(b.caret() == 2);
    b.click(500, 25, false);
    CHECK(b.caret() == 6);
    b.click(0, 900, true);
    CHECK(b.selection_begin() == 4);
}

TEST_CASE("editor: a double click takes a word, Chinese too, and a third the paragraph") {
    EditBuffer b = with(U"我們下午去公園\n散步");
    b.select_word_at(25, 5);
    CHECK(to_bytes(b.selected()) == "下午");
    b.select_paragraph_at(25, 5);
    CHECK(to_bytes(b.selected()) == "我們下午去公園");
    b.select_paragraph_at(5, 25);
    CHECK(to_bytes(b.selected()) == "散步");
}

TEST_CASE("editor: Ctrl with an arrow or Backspace goes by words") {
    EditBuffer b = with(U"hello 公園 world");
    b.move(Move::word_left, false);
    CHECK(b.caret() == 9);
    b.erase_back(true);
    CHECK(text_of(b) == "hello world");
    b.move(Move::text_start, false);
    b.move(Move::word_right, false);
    CHECK(b.caret() == 5);
    b.erase_forward(true);
    CHECK(text_of(b) == "hello");
}

TEST_CASE("editor: characters beyond the BMP and combined ones are one step each") {
    EditBuffer b = with(U"𠮷e\u0301😀");
    b.move(Move::left, false);
    b.move(Move::left, false);
    CHECK(b.caret() == 1);
    b.erase_forward();
    CHECK(text_of(b) == "𠮷😀");
    b.erase_back();
    CHECK(text_of(b) == "😀");
}

TEST_CASE("editor: pasted text keeps its line breaks in one form and loses control characters") {
    EditBuffer b = with({});
    b.paste(U"一\r\n二\r三\u0007四");
    CHECK(b.text() == U"一\n二\n三四");
    EditBuffer single(false);
    single.paste(U"一\n二");
    CHECK(single.text() == U"一 二");
}

TEST_CASE("editor: what is too long is cut, and said once") {
    EditBuffer b(true, 5);
    b.paste(std::u32string(1'000'000, U'水'));
    CHECK(b.text().size() == 5);
    CHECK(b.take_overflow());
    CHECK_FALSE(b.take_overflow());
    b.type(U"x");
    CHECK(b.text().size() == 5);
    CHECK(b.take_overflow());
}

TEST_CASE("editor: cut gives what it takes, and nothing without a selection") {
    EditBuffer b = with(U"漏水了");
    CHECK(b.cut().empty());
    b.move(Move::left, true);
    b.move(Move::left, true);
    CHECK(to_bytes(b.cut()) == "水了");
    CHECK(text_of(b) == "漏");
}

TEST_CASE("editor: rows follow every change, at any width") {
    EditBuffer b = with(U"一二三四五六", 30);
    CHECK(b.rows().size() == 2);
    b.erase_back();
    b.erase_back();
    b.erase_back();
    CHECK(b.rows().size() == 1);
    b.lay_out([](char32_t) { return 10.0f; }, 10, 20);
    CHECK(b.rows().size() == 3);
}

TEST_CASE("editor: random edits never lose the caret, and undoing all of them gives the start back") {
    unsigned seed = 7;
    const auto next = [&](unsigned below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 10) % below;
    };
    for (int round = 0; round < 50; ++round) {
        EditBuffer b = with({}, 60);
        b.set_text(U"開始。");
        for (int step = 0; step < 120; ++step) {
            switch (next(7)) {
                case 0:
                    b.type(U"水");
                    break;
                case 1:
                    b.type(U" a\n");
                    break;
                case 2:
                    b.erase_back(next(2) == 0);
                    break;
                case 3:
                    b.erase_forward(next(2) == 0);
                    break;
                case 4:
                    b.move(static_cast<Move>(next(12)), next(2) == 0);
                    break;
                case 5:
                    b.paste(U"漏，水𠮷");
                    break;
                default:
                    (void)b.undo();
                    break;
            }
            REQUIRE(b.caret() <= b.text().size());
            REQUIRE(b.selection_end() <= b.text().size());
            REQUIRE(b.caret_place().row < b.rows().size());
            REQUIRE(b.rows().back().end == b.text().size());
        }
        while (b.undo()) continue;
        CHECK(text_of(b) == "開始。");
    }
}
