// From a sitting in the records to every report about it: both scores, the changed line, the appeal, first attempts
// over practice and sittings.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "analysis/analysis.hpp"
#include "app/commands/world.hpp"
#include "app/small_library.hpp"
#include "assess/archive.hpp"
#include "assess/records_store.hpp"
#include "integrity/lock.hpp"
#include "integrity/rescore.hpp"
#include "play/attempt.hpp"
#include "records/sqlite.hpp"
#include "reports/gather.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::Input;

namespace {

constexpr const char* sat_id = "0190a0b0-0000-7000-8000-0000000000a1";

std::string quoted_path(const std::string& file) { return "'" + file + "'"; }
bool runs(const std::string& command) { return std::system((command + " >/dev/null").c_str()) == 0; }
std::string said_by(const std::string& command) {
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    char buffer[4096];
    while (const std::size_t got = fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, got);
    pclose(pipe);
    return out;
}

// 林小安 sat an exam of two scenarios, contested a line, was upheld, and was confirmed; then she practised once.
struct ExamOffice {
    TemporaryFolder folder;
    std::int64_t now_ms = 1'777'593'600'000;
    int fault = -1;

    explicit ExamOffice(bool confirms = true) {
        REQUIRE(save_people(folder.path(), {{"", "林小安"}}));
        auto records = open();
        assess::RecordsStore store(records);
        const assess::Room room{&small_library(), &store, [this] { return now_ms += 1000; }};
        assess::event::Begun b;
        b.sitting_id = sat_id;
        b.person = "林小安";
        b.blueprint_id = "exam";
        b.blueprint_title = "上崗考核";
        b.packs_hash = assess::packs_hash_of(small_library());
        b.program = "test";
        b.minutes = 30;
        b.marking.pass_mark = 70;
        const scenarios::Scenario& drip = *small_library().find("drip");
        for (int i = 0; i < 2; ++i)
            b.items.push_back({"drip", drip.card().title, drip.content_hash(), 3u + static_cast<unsigned>(i),
                               assess::Replies::either, 1 + i, 10, 100});
        auto exam = assess::Exam::begin(room, b);
        REQUIRE(exam);
        REQUIRE(exam->open_next());
        REQUIRE(exam->answer(Input::say("非常抱歉，這不歸我管。請問哪裡滴水？我打13800138000找您。"), {}));
        REQUIRE(exam->answer(Input::say("師傅下午三點上門。"), {}));
        REQUIRE(exam->open_next());
        REQUIRE(exam->answer(Input::choose("b"), {}));
        REQUIRE(exam->answer(Input::choose("a"), {}));
        review(store, confirms);
        auto practice = Attempt::start(drip, *small_library().engine, 7, &records);
        REQUIRE(practice);
        REQUIRE(practice->answer(Input::choose("b")));
        REQUIRE(practice->answer(Input::choose("a")));
    }

    [[nodiscard]] Records open() {
        auto records = Records::open({folder.path(), [this] { return now_ms += 1000; }, nullptr});
        REQUIRE(records);
        return std::move(*records);
    }

    void review(assess::Store& store, bool confirms) {
        auto filed = assess::read_file(store, sat_id);
        REQUIRE(filed);
        const auto& ledger = filed->sitting.result->items[0].ledger;
        for (std::size_t i = 0; i < ledger.size(); ++i)
            if (ledger[i].rule == "deflect.not_mine") fault = static_cast<int>(i);
        REQUIRE(fault >= 0);
        using namespace assess::reviewing;
        const auto add = [&](auto what) { REQUIRE(assess::add_to_review(store, *filed, {now_ms += 1000, what})); };
        add(Contested{{0, fault}, "林小安", "我在引述業主的話"});
        add(Decided{0, true, 0, "王主管", "是引述"});
        if (confirms) add(Confirmed{"王主管", "準予上崗"});
    }

    int run(World& world, std::vector<std::string> arguments) const {
        world.out.clear();
        world.err.clear();
        arguments.insert(arguments.begin(), {"--data", folder.path()});
        return world.run(with_small_content(std::move(arguments)));
    }
};

}  // namespace

TEST_CASE("sitting facts: both scores, the changed line, whose first attempt it was") {
    const ExamOffice office;
    const auto all = gather_facts(office.folder.path(), small_library(), {});
    REQUIRE(all);
    REQUIRE(all->sittings.size() == 1);
    const SittingFacts& s = all->sittings.front();
    CHECK(s.state == SittingFacts::State::confirmed);
    CHECK(s.score > s.machine);
    CHECK(s.confirmed_by == "王主管");
    CHECK(s.talks.size() == 2);
    CHECK(s.talks[0].score > s.talks[0].machine);
    CHECK(s.talks[1].score == s.talks[1].machine);
    REQUIRE(s.appeals.size() == 1);
    CHECK(s.appeals[0].upheld);
    REQUIRE(all->attempts.size() == 3);
    const AttemptFacts& first = all->attempts[0];
    REQUIRE(first.sitting);
    CHECK(first.sitting->sitting == sat_id);
    CHECK(first.first);  // she saw the scenario in the exam before she practised it
    CHECK_FALSE(all->attempts[1].first);
    CHECK_FALSE(all->attempts[2].first);
    CHECK_FALSE(all->attempts[2].sitting);
    CHECK(first.basis == AttemptFacts::Basis::same);
    CHECK(first.turns[0].reply.find("***********") != std::string::npos);
    CHECK(first.turns[0].owner == "廚房滴水了，你們管不管？");
    REQUIRE(first.sitting->changes.size() == 1);
    CHECK(first.sitting->changes[0].line == static_cast<std::size_t>(office.fault));
    CHECK(first.sitting->changes[0].from_centi < 0);
    CHECK(first.ledger[static_cast<std::size_t>(office.fault)].centipoints == 0);
    CHECK(first.sitting->changes[0].by_appeal);
    for (const AttemptFacts& a : all->attempts) {
        int sum = 0;
        for (const scoring::LedgerLine& line : a.ledger) sum += line.centipoints;
        CHECK((sum + 50) / 100 == a.score);
    }
    CHECK(all->attempts[0].score == s.talks[0].score);
    CHECK(gather_facts(office.folder.path(), small_library(), {.sitting = "0190a0b0"})->attempts.size() == 2);
    CHECK_FALSE(gather_facts(office.folder.path(), small_library(), {.sitting = "77"}));
    const auto hidden = gather_facts(office.folder.path(), small_library(), {.pseudonyms = true});
    REQUIRE(hidden);
    CHECK(hidden->sittings[0].person.starts_with("P-"));
    CHECK(hidden->sittings[0].appeals[0].by == hidden->sittings[0].person);
}

TEST_CASE("sitting reports: paper, workbook, tables and statements, from the command line and to other tools") {
    const ExamOffice office;
    const TemporaryFolder to;
    World world;
    const std::string pdf = to / "sat.pdf";
    REQUIRE_MESSAGE(
        office.run(world, {"report", "pdf", "--sitting", "0190a0b0", "--out", pdf, "--lang", "zh-Hant"}) == 0,
        world.err);
    CHECK(runs("qpdf --check " + quoted_path(pdf)));
    const std::string text = said_by("pdftotext -layout " + quoted_path(pdf) + " -");
    for (const char* words : {"上崗考核", "林小安", "王主管", "是引述", "我在引述業主的話", "簽名", "準予上崗"}) {
        CAPTURE(words);
        CHECK(text.find(words) != std::string::npos);
    }
    CHECK(text.find("13800138000") == std::string::npos);
    CHECK(office.run(world, {"report", "certificate", "--sitting", sat_id, "--out", pdf}) == 0);
    CHECK(office.run(world, {"report", "csv", "--table", "sittings"}) == 0);
    CHECK(world.out.find("王主管") != std::string::npos);
    CHECK(office.run(world, {"report", "csv", "--table", "ledger", "--sitting", sat_id}) == 0);
    CHECK(world.out.find("是引述") != std::string::npos);
    CHECK(office.run(world, {"report", "xlsx", "--sitting", sat_id, "--out", to / "sat.xlsx"}) == 0);
    CHECK(
        runs("/usr/bin/python3 -c \"import openpyxl,sys; b=openpyxl.load_workbook(sys.argv[1]); "
             "assert len(b.sheetnames)==4 and b.worksheets[3].max_row==2\" " +
             quoted_path(to / "sat.xlsx")));
    REQUIRE(office.run(world, {"report", "xapi"}) == 0);
    const std::string statements = world.out;
    CHECK(runs("/usr/bin/python3 tests/app/reports/check_xapi.py " + quoted_path(to.write("x.jsonl", statements))));
    if (const char* validator = std::getenv("HUASHU_XAPI_VALIDATOR"))
        CHECK(runs("NODE_PATH=" + quoted_path(validator) + " node tests/app/reports/xapi/validate.js " +
                   quoted_path(to / "x.jsonl")));
    CHECK(statements.find("/assessment/exam") != std::string::npos);
    CHECK(office.run(world, {"analyse", "--format", "json"}) == 0);
    CHECK(nlohmann::json::parse(world.out).at("talks_in_sittings") == 2);
}

TEST_CASE("sitting reports: what nobody has confirmed says so, gives no certificate, and has a statement of its own") {
    const ExamOffice office(false);
    const TemporaryFolder to;
    World world;
    REQUIRE(office.run(world, {"report", "pdf", "--sitting", sat_id, "--out", to / "sat.pdf", "--lang", "zh-Hant"}) ==
            0);
    CHECK(said_by("pdftotext " + quoted_path(to / "sat.pdf") + " -").find("暫定") != std::string::npos);
    CHECK(office.run(world, {"report", "certificate", "--sitting", sat_id, "--out", to / "c.pdf"}) == 2);
    CHECK(world.err.find("certificate-not-confirmed") != std::string::npos);
    REQUIRE(office.run(world, {"report", "xapi"}) == 0);
    std::map<std::string, int> verbs;
    std::string line;
    for (const char c : world.out)
        if (c != '\n')
            line += c;
        else
            ++verbs[nlohmann::json::parse(std::exchange(line, {})).at("verb").at("id").get<std::string>()];
    CHECK(verbs["http://adlnet.gov/expapi/verbs/completed"] == 3);  // two talks and the whole
    CHECK(verbs["http://adlnet.gov/expapi/verbs/passed"] + verbs["http://adlnet.gov/expapi/verbs/failed"] == 1);
}

TEST_CASE("gather: one record that can't be read is named and left out, the others are there") {
    ExamOffice office;
    {
        auto records = office.open();
        auto row = records.database().execute(
            "DROP TRIGGER event_is_only_erased; UPDATE event SET body = '{}' WHERE kind = 'turn' AND number = 1");
        REQUIRE(row);
        REQUIRE(records.keep({{"sitting.begun", "0190a0b0-0000-7000-8000-0000000000b2", R"({"v":9})"}}));
    }
    const auto all = gather_facts(office.folder.path(), small_library(), {});
    REQUIRE(all);
    CHECK(all->attempts.size() == 2);  // of the sitting
    REQUIRE(all->left_out.size() == 2);
    for (const Diagnostic& d : all->left_out) {
        CHECK(d.code == "record-left-out");
        CHECK(d.text.find("林小安") != std::string::npos);
        CHECK_FALSE(d.remedy.empty());
    }
    World world;
    CHECK(office.run(world, {"analyse"}) == 0);
    CHECK(world.err.find("record-left-out") != std::string::npos);
}

TEST_CASE("gather: with too many talks only those are played again that the figures rest on") {
    ExamOffice office;
    constexpr int more = 40;
    {
        auto records = office.open();
        for (int i = 0; i < more; ++i) {
            auto attempt = Attempt::start(*small_library().find("drip"), *small_library().engine, 7, &records);
            REQUIRE(attempt);
            REQUIRE(attempt->answer(i % 3 == 0 ? Input::say("抱歉，請問是哪裡滴水？") : Input::choose("b")));
            REQUIRE(attempt->answer(Input::choose("a")));
            REQUIRE(attempt->session().ending());
        }
    }
    GatherWatch watch;
    const auto thin = gather_facts(office.folder.path(), small_library(), {.play_most = 10, .watch = &watch});
    const auto whole = gather_facts(office.folder.path(), small_library(), {});
    REQUIRE(thin);
    REQUIRE(whole);
    CHECK(watch.total == more + 1);
    CHECK(watch.done == more + 1);
    CHECK(whole->attempts.size() == more + 3);
    CHECK(thin->attempts.size() == static_cast<std::size_t>(most_talks) + 2);
    REQUIRE(thin->summed.size() == 1);
    const Analysis a = analyse(thin->attempts, thin->summed), b = analyse(whole->attempts);
    CHECK(a.talks == b.talks);
    CHECK(a.summed == more + 1 - most_talks);
    CHECK(a.months == b.months);
    CHECK(a.chapters == b.chapters);
    CHECK(a.persons[0].scores == b.persons[0].scores);
    CHECK(a.persons[0].passed == b.persons[0].passed);
    CHECK(a.persons[0].mean == b.persons[0].mean);
    REQUIRE(a.scenarios.size() == b.scenarios.size());
    CHECK(a.scenarios[0].figures == b.scenarios[0].figures);
    CHECK(a.scenarios[0].turns == b.scenarios[0].turns);
    for (std::size_t i = 0; i < b.scenarios[0].choices.size(); ++i)
        CHECK(a.scenarios[0].choices[i].choice.text == b.scenarios[0].choices[i].choice.text);
    watch.stop = true;
    CHECK_FALSE(gather_facts(office.folder.path(), small_library(), {.watch = &watch}));
}

TEST_CASE("rescore: a sealed sitting comes out as it was sealed, and a changed one shows where") {
    ExamOffice office;
    World world;
    REQUIRE(office.run(world, {"rescore", sat_id, "--format", "json"}) == 0);
    const auto json = nlohmann::json::parse(world.out);
    CHECK(json.at("sitting") == sat_id);
    CHECK(json.at("verdict") == "same");
    CHECK(office.run(world, {"rescore"}) == 0);
    CHECK(world.out.find("as recorded: 2") != std::string::npos);
    const auto records = office.open();
    auto documents = *records.documents({.kind = {}, .subject = sat_id});
    for (Document& d : documents)
        if (d.kind == "sitting.sealed") {
            std::size_t at = d.body.find("\"points\":") + 9;
            while (d.body[at] < '1' || d.body[at] > '9') at = d.body.find("\"points\":", at) + 9;
            d.body.insert(at, "1");
        }
    const auto changed = rescore_sitting(documents, small_library());
    REQUIRE(changed);
    REQUIRE(*changed);
    CHECK((*changed)->verdict == Rescored::Verdict::differs);
    REQUIRE_FALSE((*changed)->differences.empty());
    CHECK((*changed)->differences[0].turn == 1);
    CHECK((*changed)->differences[0].what == "ledger");
    const Content none{};
    const auto other = rescore_sitting(documents, none);
    REQUIRE(other);
    CHECK((*other)->verdict == Rescored::Verdict::scenario_gone);
}

TEST_CASE("supervisor's commands: with a passphrase set none of them says anything without it") {
    ExamOffice office;
    office.folder.write("blueprints/exam.json",
                        R"({"format": "huashu-blueprint", "version": 1, "id": "exam", "title": "考核", "minutes": 30,
                            "pass_mark": 70, "forms": 1, "draws": [{"id": "one"}]})");
    World world;
    CHECK(office.run(world, {"assess", "draw", "exam"}) == 0);
    {
        auto records = office.open();
        SupervisorLock lock(records, {.passes = 1, .memory = 1u << 20});
        REQUIRE(lock.set("a good long one"));
    }
    const std::vector<std::vector<std::string>> commands{{"assess", "draw", "exam"},
                                                         {"assess", "list"},
                                                         {"report", "csv"},
                                                         {"report", "xapi"},
                                                         {"analyse"},
                                                         {"plan"},
                                                         {"assess", "confirm", sat_id, "--by", "王主管"}};
    for (const auto& command : commands) {
        CAPTURE(command.front());
        CHECK(office.run(world, command) == 2);
        CHECK(world.out.empty());
        CHECK(world.err.find("needs-passphrase") != std::string::npos);
    }
    world.input = "a good long one\n";
    for (std::size_t i = 0; i + 1 < commands.size(); ++i) CHECK(office.run(world, commands[i]) == 0);
}
