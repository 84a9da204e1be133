// Texts for property tests: seeded, and rich in what makes folding hard.
#pragma once

#include <random>
#include <string>

namespace huashu::test {

/// Unlike the distributions of <random>, the same on every platform.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
    bool one_in(std::uint32_t n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

inline std::string random_piece(Dice& dice) {
    static const char* const pieces[] = {"漏水",
                                         "裡裏里",
                                         "着著",
                                         "台臺",
                                         "為爲为",
                                         "乾幹干",
                                         "後后",
                                         "麼么",
                                         "妳",
                                         "您",
                                         "ＡＢc",
                                         "ß",
                                         "ﬁ",
                                         "㈱",
                                         "①",
                                         "½",
                                         " ",
                                         "  ",
                                         "\u3000",
                                         "\n",
                                         "\r\n",
                                         "\t",
                                         "\u200B",
                                         "\u200D",
                                         "\uFEFF",
                                         "\u202E",
                                         "\u00AD",
                                         "\uFE0F",
                                         "。",
                                         "，",
                                         "！",
                                         "？",
                                         "...",
                                         "…",
                                         "……",
                                         ".",
                                         ",",
                                         "1,000",
                                         "3.5",
                                         "*",
                                         "~",
                                         "「滾！」",
                                         "e\u0301",
                                         "\u0301",
                                         "\u0323\u0302",
                                         "a\u0308\u0304",
                                         "\u1100\u1161\u11A8",
                                         "\uAC00\u11A8",
                                         "\u1161",
                                         "\u30AB\u3099",
                                         "\uFF76\uFF9E",
                                         "\u00B4",
                                         "\uFDFA",
                                         "😀",
                                         "👨\u200D👩\u200D👧",
                                         "👍🏽",
                                         "1\uFE0F\u20E3",
                                         "𠮷",
                                         "𝓢𝓑",
                                         "\uF900",
                                         "\u2F00",
                                         "SB",
                                         "s b",
                                         "i\u0307",
                                         "\u0130",
                                         "\u0345",
                                         "\u03C3\u03C2",
                                         "我我我",
                                         "媽媽",
                                         "\u0E01\u0E38\u0E49",
                                         "\u0915\u093C",
                                         "\u212B",
                                         "\u09C7\u09BE"};
    if (dice.one_in(12)) return std::string(1 + dice.below(3), static_cast<char>(dice.below(256)));  // often no UTF-8
    return pieces[dice.below(sizeof pieces / sizeof *pieces)];
}

inline std::string random_text(Dice& dice, std::uint32_t most_pieces = 12) {
    std::string text;
    for (std::uint32_t i = dice.below(most_pieces + 1); i > 0; --i) text += random_piece(dice);
    return text;
}

}  // namespace huashu::test
