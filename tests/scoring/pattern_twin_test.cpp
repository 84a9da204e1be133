// Random patterns over random texts: the clever matcher and its plain twin must agree.
#include <doctest/doctest.h>

#include "plain_matcher.hpp"
#include "random_text.hpp"
#include "scoring/pattern.hpp"

using namespace huashu::scoring;
using huashu::test::Dice;

namespace {

const WordLists twin_lists{{"一", {"甲", "甲乙", "乙丙甲", "丁"}}, {"二", {"{一}丙", "<digit:1-2>", "(甲|乙)[丙]丁"}}};

std::string random_sequence(Dice& dice, int depth);

std::string random_choice(Dice& dice, int depth) {
    std::string out = random_sequence(dice, depth);
    for (std::uint32_t i = dice.below(3); i > 0; --i) out += "|" + random_sequence(dice, depth);
    return out;
}

std::string random_element(Dice& dice, int depth) {
    static const char* const literals[] = {"甲", "乙", "丙", "丁", "甲乙", "乙甲", "丙丁", "a", "A1", "乾", "！"};
    static const char* const classes[] = {"<digit>", "<num:1-2>", "<letter>", "<han>",
                                          "<any>",   "<any:1-3>", "<han:2>",  "<digit:1-3>"};
    switch (dice.below(depth > 0 ? 14 : 10)) {
        case 0:
        case 1:
            return classes[dice.below(8)];
        case 2:
            return dice.one_in(2) ? "{一}" : "{二}";
        case 3:
            return "~" + std::to_string(1 + dice.below(4));
        case 4:
            return "~~" + std::to_string(1 + dice.below(6));
        case 5: {
            static const char* const anchors[] = {"<start>", "<end>", "^", "$"};
            return anchors[dice.below(4)];
        }
        case 10:
        case 11:
            return "(" + random_choice(dice, depth - 1) + ")";
        case 12:
        case 13:
            return "[" + random_choice(dice, depth - 1) + "]";
        default:
            return literals[dice.below(11)];
    }
}

std::string random_sequence(Dice& dice, int depth) {
    std::string out = random_element(dice, depth);
    for (std::uint32_t i = dice.below(4); i > 0; --i) out += random_element(dice, depth);
    return out;
}

std::string random_reply(Dice& dice) {
    static const char* const pieces[] = {"甲", "乙", "丙", "丁", "乾", "幹", "1",  "２", "a", "A",
                                         "，", "。", "！", "~",  "「", "」", "三", "😀",  "…"};
    std::string out;
    for (std::uint32_t i = dice.below(16); i > 0; --i) out += pieces[dice.below(sizeof pieces / sizeof *pieces)];
    return out;
}

std::u32string decoded(const std::string& text) {
    std::u32string out;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        const auto byte = static_cast<unsigned char>(*at);
        const int size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? byte : byte & (0xFFu >> (size + 1));
        for (int i = 1; i < size; ++i) c = c << 6 | (static_cast<unsigned char>(at[i]) & 0x3F);
        out.push_back(c);
        at += size;
    }
    return out;
}

std::string show(const std::vector<CharSpan>& spans) {
    std::string out;
    for (CharSpan span : spans) out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
    return out;
}

}  // namespace

TEST_CASE("pattern: random patterns match as their plain twin does") {
    Dice dice(11);
    int sound = 0;
    int matched = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string pattern = random_choice(dice, 2);
        PatternSetBuilder builder(twin_lists);
        if (!builder.add(4, pattern).empty()) continue;
        ++sound;
        const PatternSet set = builder.build();
        for (int j = 0; j < 8; ++j) {
            const std::string text = random_reply(dice);
            const PreparedText prepared = prepare(text);
            std::vector<CharSpan> got;
            for (const PatternMatch& match : set.match(prepared)) got.push_back(match.span);
            const std::vector<CharSpan> wanted =
                huashu::test::PlainMatcher(twin_lists, prepared.canonical).matches(decoded(pattern));
            if (got == wanted) {
                matched += !got.empty();
                continue;
            }
            CAPTURE(pattern);
            CAPTURE(text);
            REQUIRE(show(got) == show(wanted));
        }
    }
    CHECK(sound > 4000);
    CHECK(matched > 2000);
}

TEST_CASE("pattern: many patterns in one set find what each finds alone") {
    Dice dice(23);
    for (int round = 0; round < 60; ++round) {
        PatternSetBuilder builder(twin_lists);
        std::vector<std::string> patterns;
        while (patterns.size() < 40) {
            std::string pattern = random_choice(dice, 2);
            if (builder.add(static_cast<PatternId>(patterns.size()), pattern).empty())
                patterns.push_back(std::move(pattern));
        }
        const PatternSet set = builder.build();
        for (int j = 0; j < 20; ++j) {
            const std::string text = random_reply(dice);
            const PreparedText prepared = prepare(text);
            std::vector<std::vector<CharSpan>> got(patterns.size());
            const std::vector<PatternMatch> all = set.match(prepared);
            for (const PatternMatch& match : all) got[match.pattern].push_back(match.span);
            for (std::size_t i = 1; i < all.size(); ++i)
                REQUIRE(std::pair(all[i - 1].span, all[i - 1].pattern) < std::pair(all[i].span, all[i].pattern));
            const huashu::test::PlainMatcher plain(twin_lists, prepared.canonical);
            for (std::size_t p = 0; p < patterns.size(); ++p) {
                const std::vector<CharSpan> wanted = plain.matches(decoded(patterns[p]));
                if (got[p] == wanted) continue;
                CAPTURE(patterns[p]);
                CAPTURE(text);
                REQUIRE(show(got[p]) == show(wanted));
            }
        }
    }
}
