// The table that no other engine fills: ways to write a term past a filter, each found with the right bytes.
#include <doctest/doctest.h>

#include "scoring/pattern.hpp"

using namespace huashu::scoring;

namespace {

const WordLists no_lists;

/// Terms of every kind; their ids are their places.
const std::vector<std::string> terms{"傻逼", "神經病", "不歸我管", "fuck", "滾蛋", "逼樣", "經病人", "去死吧"};

const PatternSet& set() {
    static const PatternSet built = [] {
        PatternSetBuilder builder(no_lists);
        for (PatternId id = 0; id < terms.size(); ++id) CHECK(builder.add(id, terms[id], true).empty());
        return builder.build();
    }();
    return built;
}

/// The text with every match put in [[ ]], as the bytes say.
std::string marked(const std::string& text) {
    const PreparedText prepared = prepare(text);
    std::string out;
    std::size_t done = 0;
    for (const PatternMatch& match : set().match(prepared)) {
        const ByteSpan bytes = prepared.canonical.bytes_of(match.span);
        if (bytes.begin < done) continue;  // overlaps have a test of their own
        out += text.substr(done, bytes.begin - done) + "[[" + text.substr(bytes.begin, bytes.end - bytes.begin) + "]]";
        done = bytes.end;
    }
    return out + text.substr(done);
}

std::string without_marks(std::string text) {
    for (const char* mark : {"[[", "]]"})
        for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, 2);
    return text;
}

}  // namespace

TEST_CASE("capability: every way to write a term is found, with its bytes") {
    const std::pair<const char*, std::vector<const char*>> table[] = {
        {"exact", {"你這[[傻逼]]。", "[[神經病]]", "這[[不歸我管]]啊", "what the [[fuck]] is this"}},
        {"traditional and simplified", {"你个[[神经病]]", "这[[不归我管]]", "[[滚蛋]]", "你這個[[神经病]]！"}},
        {"full width", {"[[ｆｕｃｋ]]！", "ＡＢ[[神經病]]", "你[[Ｆuｃk]]"}},
        {"case", {"[[FUCK]]", "[[FuCk]] you", "你[[fUcK]]"}},
        {"space", {"你[[傻 逼]]", "[[神 經　病]]", "[[不 歸  我 管]]", "[[f u c k]] you", "[[傻\t逼]]"}},
        {"asterisk", {"你[[傻*逼]]", "[[神**經*病]]", "[[f*u*c*k]]", "這[[不*歸*我*管]]嘛"}},
        {"other marks",
         {"[[傻.逼]]", "你這[[傻...逼]]", "[[神-經_病]]", "[[傻·逼]]", "[[不/歸\\我|管]]", "[[傻、逼]]", "[[傻~逼]]",
          "[[傻\"逼]]"}},
        {"zero width",
         {"[[傻\u200B逼]]", "[[神\u200D經\uFEFF病]]", "[[f\u00ADuck]]", "[[傻\u2060逼]]", "[[傻\u202E逼]]"}},
        {"doubled",
         {"傻[[傻逼]]逼", "[[神神經經病]]", "[[神神神經經病]]", "[[ffuuucckk]]", "你[[不歸歸我管管]]哦",
          "傻[[傻 逼]]"}},
        {"three fillers",
         {"[[傻###逼]]", "[[傻@#&逼]]", "[[神★☆◆經病]]", "[[傻xyz逼]]", "[[傻123逼]]", "[[神a經b1病]]",
          "[[不×歸◎我管]]"}},
        {"emoji", {"[[傻😀逼]]", "[[神👍🏽經❤\uFE0F病]]", "[[傻👨\u200D👩\u200D👧逼]]"}},
        {"astral before", {"𠮷😀[[傻逼]]", "😀𝓐[[神 經 病]]𠮷", "𠮷𠮷𠮷[[ｆuck]]"}},
        {"clause marks between single characters",
         {"[[滾，蛋]]", "[[傻！逼]]", "[[不，歸，我，管]]", "好的，[[滾。蛋]]"}},
        {"combining marks", {"[[傻\u0336逼]]\u0336", "[[f\u0301u\u0308ck]]"}},
        {"look-alikes", {"[[fυсk]]", "[[ƒuck]]", "[[不歸莪管]]", "[[ⓕⓤⓒⓚ]]", "[[𝓕𝓾𝓬𝓴]]"}},
        {"homophones", {"你這[[煞筆]]", "[[神精病]]", "[[滾旦]]", "你是[[傻比]]嗎"}},
        {"initials and pinyin", {"你個[[SB]]", "你[[s.b]]！", "[[gun蛋]]", "[[神j病]]"}},
    };
    for (const auto& row : table)
        for (const char* text : row.second) {
            CAPTURE(std::string(row.first));
            CAPTURE(std::string(text));
            CHECK(marked(without_marks(text)) == std::string(text));
        }
}

TEST_CASE("capability: what only looks like it is left alone") {
    for (const char* text : {"插上USB接口", "包裝上的SBS防水卷材", "水滾，蛋熟了再關火", "這事由神經內科的病房負責",
                             "不管，歸我們管", "他媽媽的房子", "傻瓜，逼近下班了", "去，死角也要打掃吧",
                             "他不歸，我管得了", "信號塔嗎", "明日你馬上到", "水泥馬路", "begun", "f uck"}) {
        CAPTURE(std::string(text));
        CHECK(marked(text) == text);
    }
}

TEST_CASE("capability: overlapping terms are all found") {
    std::string got;
    const std::string text = "你這傻 逼樣，神經病人";
    const PreparedText prepared = prepare(text);
    for (const PatternMatch& match : set().match(prepared)) {
        const ByteSpan bytes = prepared.canonical.bytes_of(match.span);
        got += text.substr(bytes.begin, bytes.end - bytes.begin) + "|";
    }
    CHECK(got == "傻 逼|逼樣|神經病|經病人|");
}

TEST_CASE("capability: a finding can say which steps revealed it") {
    const std::pair<const char*, FoldSteps> rows[] = {
        {"傻逼", 0},
        {"傻 逼", bit(FoldStep::blanks)},
        {"傻*逼", bit(FoldStep::separators)},
        {"神經病", 0},
        {"神经病", 0},
        {"ＦＵＣＫ", static_cast<FoldSteps>(bit(FoldStep::width) | bit(FoldStep::letter_case))},
        {"神神經經病", bit(FoldStep::repeats)},
        {"傻\u200B逼", bit(FoldStep::invisible)},
        {"煞笔", bit(FoldStep::homophone)},
        {"sb", bit(FoldStep::initials)},
        {"不归莪管", bit(FoldStep::lookalike)},
        {"傻x1逼", bit(FoldStep::separators)},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.first));
        const std::vector<PatternMatch> found = set().match(prepare(row.first));
        REQUIRE(found.size() == 1);
        CHECK((found[0].steps & ~bit(FoldStep::script)) == row.second);
    }
}

TEST_CASE("capability: a pattern that is itself a disguise does not find the plain words") {
    PatternSetBuilder builder(no_lists);
    REQUIRE(builder.add(1, "煞筆", true).empty());
    const PatternSet disguised = builder.build();
    CHECK(disguised.matches_any(prepare("煞筆")));
    CHECK(disguised.matches_any(prepare("沙筆")));
    CHECK_FALSE(disguised.matches_any(prepare("傻逼")));
}
