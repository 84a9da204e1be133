// Loading is strict: each mistake has its code and its place, all are reported at once, and the rest of the pack
// stands.
#include <doctest/doctest.h>

#include <algorithm>

#include "rules/checks.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

std::string codes(const Diagnostics& problems) {
    std::string out;
    for (const Diagnostic& problem : problems) out += (out.empty() ? "" : " ") + problem.code;
    return out;
}

/// The parts of a sound rule, to be spoilt one at a time.
std::string sound(const std::string& id = "cold.x") { return test::forbid(id, "cold", "minor", R"(["甲"])"); }

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("pack loader: a sound rule loads, and so does the sample of every kind") {
    const auto loaded = test::load_rules(sound());
    REQUIRE(loaded.has_value());
    CHECK(loaded->problems.empty());
    CHECK(loaded->value.rule_count() == 1);
    CHECK(loaded->value.id() == "t");
    CHECK(loaded->value.pass_mark() == 70);
}

TEST_CASE("pack loader: each mistake in a rule is named, and only that rule is left out") {
    struct Row {
        std::string what, with, code;
    };
    const Row rows[] = {
        {R"("match")", R"("mach")", "missing-key unknown-key"},
        {R"("reason":"因為",)", "", "missing-key"},
        {R"("hits":["[[甲]]"],)", "", "no-examples"},
        {R"("misses":["乙"],)", R"("misses":[],)", "no-examples"},
        {R"("[[甲]]")", R"("甲")", "no-marks"},
        {R"("[[甲]]")", R"("[[甲")", "bad-marks"},
        {R"("[[甲]]")", R"("甲]]")", "bad-marks"},
        {R"("[[甲]]")", R"("[[]]甲")", "bad-marks"},
        {R"("[[甲]]")", R"("[[甲[[乙]]")", "bad-marks"},
        {R"(["乙"])", R"(["[[乙]]"])", "bad-marks"},
        {R"("[[甲]]")", R"({"txt":"[[甲]]"})", "missing-key unknown-key"},
        {R"("[[甲]]")", "7", "wrong-type"},
        {R"("source":"§1")", R"("source":"1.2")", "bad-source"},
        {R"("id":"cold.x")", R"("id":"Cold X")", "bad-id"},
        {R"("kind":"forbid")", R"("kind":"forbit")", "unknown-name"},
        {R"("kind":"forbid",)", "", "missing-key"},
        {R"("family":"cold",)", "", "missing-key"},
        {R"("severity":"minor")", R"("severity":"mild")", "unknown-name"},
        {R"("instead":"請說",)", "", "missing-key"},
        {R"(["甲"])", R"(["甲("])", "unclosed-group"},
        {R"(["甲"])", R"(["{誰}"])", "unknown-list"},
        {R"(["甲"])", R"(["[甲]"])", "matches-empty"},
        {R"("match":["甲"])", R"("match":["甲"],"ignore":["negatd"])", "unknown-context"},
        {R"("match":["甲"])", R"("match":["甲"],"unless":[{}])", "no-question"},
        {R"("match":["甲"])", R"("match":["甲"],"unless":[{"acts":["own"],"match":["乙"]}])", "two-questions"},
        {R"("match":["甲"])", R"("match":["甲"],"when":[{"anger":{"min":9,"max":3}}])", "empty-range"},
        {R"("match":["甲"])", R"("match":["甲"],"when":[{"acts":["own"],"in":"owner"}])", "no-scope-here"},
        {R"("match":["甲"])", R"("match":["甲"],"when":[{"match":["乙"],"within":3}])", "no-scope-here"},
        {R"("match":["甲"])", R"("match":["甲"],"when":[{"steps":[5]}])", "unknown-name"},
        {R"("match":["甲"])", R"("match":["甲"],"points":0)", "out-of-range"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.with);
        const auto loaded = test::load_rules(replaced(sound(), row.what, row.with) + "," + sound("cold.y"));
        REQUIRE(loaded.has_value());
        CHECK(codes(loaded->problems) == row.code);
        CHECK(loaded->value.rule_count() == 1);
        for (const Diagnostic& problem : loaded->problems) {
            CHECK(problem.place.line == 1);
            CHECK(problem.place.column > 0);
            CHECK_FALSE(problem.excerpt.empty());
        }
    }
}

TEST_CASE("pack loader: kinds have demands of their own") {
    struct Row {
        std::string rule, code;
    };
    const Row rows[] = {
        {test::rule("a.x", "act", R"("act":"appologize","match":["甲"])"), "unknown-name"},
        {test::rule("a.x", "act", R"("act":"own","match":["甲"],"instead":"乙")"), "no-instead-here"},
        {test::rule("c", "context", R"("markers":["不"])"), "missing-key"},
        {test::rule("c", "context", R"("side":"inside")"), "missing-key"},
        {test::rule("c", "context", R"("pairs":["「"])"), "bad-pair"},
        {test::rule("r", "require", R"("weight":5,"dimension":"timing")"), "missing-key"},
        {test::rule("r", "require", R"("acts":["own"],"weight":0,"dimension":"timing")"), "out-of-range"},
        {test::rule("o", "order", R"("first":{"acts":["own"]})"), "missing-key"},
        {test::rule("o", "order", R"("first":{"anger":{"min":5}},"then":{"acts":["own"]})"), "no-place"},
        {test::rule("o", "order", R"("first":{"acts":["own"]},"then":{"acts":["solve"]},"over":"talk")"),
         "unknown-name"},
        {test::rule("p", "pair", R"("trigger":{"acts":["own"],"not":true},"with":[{"acts":["deadline"]}])"),
         "no-place"},
        {test::rule("p", "pair", R"("trigger":{"acts":["own"]},"with":[])"), "empty-list"},
        {test::rule("p", "prefer", R"("match":["甲"])"), "missing-key"},
        {test::rule("l", "limit", R"("count":"chars")"), "missing-key"},
        {test::rule("l", "limit", R"("count":"char","max":5)"), "unknown-name"},
        {test::rule("l", "limit", R"("count":"match","max":5)"), "missing-key"},
        {test::rule("l", "limit", R"("count":"chars","max":5,"min":9)"), "empty-range"},
        {test::rule("l", "limit", R"("count":"questions","max":5,"voids":true)"), "no-scope-here"},
        {test::rule("l", "limit", R"("count":"chars","max":5,"when":[{"families":["cold"]}])"), "no-scope-here"},
        {test::rule("e", "echo", R"("owner":["漏"])"), "missing-key"},
        {test::rule("m", "memory", R"("match":["甲"])"), "missing-key"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rule);
        const auto loaded = test::load_rules(row.rule + "," + sound());
        REQUIRE(loaded.has_value());
        CHECK(codes(loaded->problems) == row.code);
        CHECK(loaded->value.rule_count() == 1);
    }
}

TEST_CASE("pack loader: an unsound pattern is shown at its character, escapes counted as written") {
    const test::TemporaryFolder folder;
    folder.write("pack.json", test::pack_header);
    const std::string line = R"-(  "match":["好\"\\(\u4e0d)壞"],)-";
    folder.write("r.json",
                 test::rules_file("\n" + replaced(sound(), R"("match":["甲"])", "\n" + line + R"("each":true)") + "," +
                                  sound("cold.y")));
    const auto loaded = load_pack(folder.path());
    REQUIRE(loaded.has_value());
    CAPTURE(test::all_text(loaded->problems));
    REQUIRE(loaded->problems.size() == 1);
    CHECK(loaded->problems[0].place.line == 3);
    CHECK(loaded->problems[0].place.column == 25);  // the bracket that closes nothing
}

TEST_CASE("pack loader: characters of a JSON string are found through its escapes") {
    const std::string source = R"( "a\n\ud83d\ude00\u4e0d漏x" )";
    CHECK(offset_in_string(source, 1, 0) == 2);
    CHECK(offset_in_string(source, 1, 1) == 3);   // \n
    CHECK(offset_in_string(source, 1, 2) == 5);   // a pair of surrogates: one character
    CHECK(offset_in_string(source, 1, 3) == 17);  // 不
    CHECK(offset_in_string(source, 1, 4) == 23);  // 漏
    CHECK(offset_in_string(source, 1, 5) == 26);  // x
    CHECK(offset_in_string(source, 1, 99) == 27);
}

TEST_CASE("pack loader: lists may extend each other, but not in a circle") {
    const std::string rule = replaced(sound(), R"(["甲"])", R"(["{乙}"])");
    const auto extended = test::load_rules(
        rule, R"-({"乙":{"words":["子"],"extends":["丙"]},"丙":{"words":["丑","(寅|{丁})"]},"丁":{"words":["卯"]}})-");
    REQUIRE(extended.has_value());
    CHECK(extended->problems.empty());
    const auto engine = Engine::make({extended->value});
    for (const char* word : {"子", "丑", "寅", "卯"}) CHECK(engine->judge(word).findings.size() == 1);
    struct Row {
        std::string lists, code;
    };
    const Row rows[] = {
        {R"({"乙":{"words":["子"],"extends":["丙"]},"丙":{"words":["丑"],"extends":["乙"]}})", "cyclic-list"},
        {R"({"乙":{"words":["子","丑{乙}"]}})", "cyclic-list"},
        {R"({"乙":{"words":["子"],"extends":["已"]}})", "unknown-list"},
        {R"({"乙":{"words":["子~2丑","子"]}})", "list-entry"},
        {R"({"乙":{"words":["子<end>","子"]}})", "list-entry"},
        {R"({"乙":{"words":["子","(丑"]}})", "unclosed-group"},
        {R"({"乙":{"about":"nothing"},"丙":{"words":["丑"]}})", "empty-list"},
        {R"({"乙":["子"]})", "wrong-type"},
        {R"({"乙":{"words":["子"],"word":["丑"]}})", "unknown-key"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.lists);
        const auto loaded = test::load_rules(rule + "," + sound("cold.y"), row.lists);
        REQUIRE(loaded.has_value());
        CHECK(loaded->problems[0].code == row.code);
        CHECK(loaded->value.rule_count() >= 1);
    }
}

TEST_CASE("pack loader: ids and lists are taken once over all files, the first in the order of names stands") {
    const test::TemporaryFolder folder;
    folder.write("pack.json", test::pack_header);
    folder.write("b/two.json", test::rules_file(sound(), R"({"乙":{"words":["子"]}})"));
    folder.write("a.json", test::rules_file(sound() + "," + sound("cold.y"), R"({"乙":{"words":["丑"]}})"));
    const auto loaded = load_pack(folder.path());
    REQUIRE(loaded.has_value());
    CHECK(codes(loaded->problems) == "duplicate-list duplicate-id");
    for (const Diagnostic& problem : loaded->problems) {
        CHECK(problem.place.file.ends_with("b/two.json"));
        CHECK(problem.text.find("a.json:1") != std::string::npos);
    }
    CHECK(loaded->value.rule_count() == 2);
}

TEST_CASE("pack loader: a rule that leans on a faulty context is left out with a warning") {
    const std::string context = test::rule("ctx", "context", R"("markers":["不("],"side":"before")");
    const auto loaded = test::load_rules(
        context + "," + test::forbid("cold.x", "cold", "minor", R"(["甲"],"ignore":["ctx"])") + "," + sound("cold.y"));
    REQUIRE(loaded.has_value());
    CHECK(codes(loaded->problems) == "unclosed-group left-out");
    CHECK(loaded->problems[1].level == Level::warning);
    CHECK(loaded->value.rule_count() == 1);
}

TEST_CASE("pack loader: one broken file does not take the others down") {
    const test::TemporaryFolder folder;
    folder.write("pack.json", test::pack_header);
    folder.write("a.json", "{\"format\":");
    folder.write("b.json", test::rules_file(sound()));
    folder.write("c.json", "");
    folder.write("d.json", replaced(test::rules_file(sound("cold.d")), "huashu-rules", "huashu-scenario"));
    folder.write("e.json", replaced(test::rules_file(sound("cold.e")), "\"version\":1", "\"version\":2"));
    const auto loaded = load_pack(folder.path());
    REQUIRE(loaded.has_value());
    CHECK(loaded->problems.size() == 4);
    CHECK(codes(loaded->problems).find("wrong-format newer-version") != std::string::npos);
    CHECK(loaded->value.rule_count() >= 1);
}

TEST_CASE("pack loader: without a sound pack.json there is no pack") {
    const test::TemporaryFolder folder;
    const auto missing = load_pack(folder / "none");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().cause == Error::Cause::usage);
    CHECK_FALSE(load_pack(folder.path()).has_value());
    struct Row {
        std::string what, with, code;
    };
    const Row rows[] = {{R"("timing":15)", R"("timing":16)", "wrong-total"},
                        {R"("timing":15,)", "", "missing-key wrong-total"},
                        {R"("pass_mark":70)", R"("pass_mark":170)", "out-of-range"},
                        {R"("id":"t",)", "", "missing-key"},
                        {R"("title")", R"("titel")", "missing-key unknown-key"},
                        {R"("critical":40)", R"("critical":400)", "out-of-range"}};
    for (const Row& row : rows) {
        CAPTURE(row.with);
        folder.write("pack.json", replaced(test::pack_header, row.what, row.with));
        const auto loaded = load_pack(folder.path());
        REQUIRE_FALSE(loaded.has_value());
        CHECK(loaded.error().cause == Error::Cause::content);
        CHECK(codes(loaded.error().diagnostics) == row.code);
    }
}

TEST_CASE("pack loader: a pack without a sound rule is an error") {
    const auto loaded = test::load_rules("");
    REQUIRE(loaded.has_value());
    CHECK(codes(loaded->problems) == "no-rules");
}

TEST_CASE("pack loader: the hash follows the content, not the folder") {
    const auto first = test::load_rules(sound()), again = test::load_rules(sound()),
               other = test::load_rules(sound("cold.z"));
    CHECK(first->value.content_hash() == again->value.content_hash());
    CHECK(first->value.content_hash() != other->value.content_hash());
    CHECK(first->value.content_hash().size() == 64);
}

TEST_CASE("engine: it needs a pack, and each once") {
    CHECK_FALSE(Engine::make({}).has_value());
    const auto loaded = test::load_rules(sound());
    const auto twice = Engine::make({loaded->value, loaded->value});
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().diagnostics[0].code == "duplicate-pack");
}

TEST_CASE("pack loader: doubt of pack.json is read, and refused where it makes no sense") {
    const auto load_with = [](const std::string& keys) {
        const test::TemporaryFolder folder;
        std::string header = test::pack_header;
        header.insert(header.size() - 1, keys);
        folder.write("pack.json", header);
        folder.write("r.json", test::rules_file(test::act("own", R"(["乙"])")));
        return load_pack(folder.path());
    };
    const auto sound = load_with(R"(,"doubt":{"findings":30,"acts":4,"spares":["mock"]})");
    REQUIRE(sound.has_value());
    const Rubric& rubric = sound->value.data().rubric;
    CHECK(rubric.doubted_findings == 30);
    CHECK(rubric.doubted_acts == 4);
    CHECK(rubric.undoubted == FamilySet{}.set(static_cast<std::size_t>(Family::mock)));
    for (const char* wrong : {R"("doubt":{"findings":60,"acts":1})", R"("doubt":{"findings":20})",
                              R"("doubt":{"findings":20,"acts":1,"spares":["rude"]})"}) {
        CAPTURE(wrong);
        CHECK_FALSE(load_with(std::string(",") + wrong).has_value());
    }
}

TEST_CASE("pack loader: a learned rule is never critical and says how sure it must be") {
    const auto codes_of = [](const std::string& keys) {
        const auto loaded = test::load_rules(test::rule("mock.learned", "learned", keys));
        std::vector<std::string> codes;
        for (const Diagnostic& problem : loaded->problems) codes.push_back(problem.code);
        return codes;
    };
    const auto has = [](const std::vector<std::string>& codes, const char* code) {
        return std::ranges::find(codes, code) != codes.end();
    };
    CHECK_FALSE(has(codes_of(R"("family":"mock","severity":"minor","sure":80)"), "missing-key"));
    CHECK(has(codes_of(R"("family":"mock","severity":"critical","sure":80)"), "learned-critical"));
    CHECK(has(codes_of(R"("family":"mock","severity":"minor")"), "missing-key"));
    CHECK(has(codes_of(R"("severity":"minor","sure":80)"), "missing-key"));
    CHECK_FALSE(codes_of(R"("family":"mock","severity":"minor","sure":40)").empty());
}
