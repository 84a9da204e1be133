// What is erased is gone from every byte of the folder, and the chain is sound as before.
#include "integrity/erasure.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "../records/samples.hpp"
#include "integrity/backup.hpp"
#include "integrity/masking.hpp"
#include "integrity/person.hpp"
#include "integrity/retention.hpp"
#include "integrity/verify.hpp"
#include "records/sqlite.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
using scenarios::Input;
namespace fs = std::filesystem;

namespace {

const std::string said_to_erase = "師傅姓溫，電話 13912345678，住在3棟2單元1203室";

// The files below a folder that hold any of these texts.
std::string files_with(const std::string& folder, const std::vector<std::string>& texts) {
    std::string found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string bytes = read_bytes(entry.path().string());
        for (const std::string& text : texts)
            if (bytes.find(text) != std::string::npos) found += entry.path().string() + ": " + text + "\n";
    }
    return found;
}

std::string play_and_keep(Records& records, const std::string& scenario) {
    const std::string id = begin(records, scenario);
    REQUIRE(records.append(id, 0, sample_turn(Input::say(said_to_erase)), std::nullopt).has_value());
    EndRecord end{"settled-in-the-end", "best", 91, false, {}};
    REQUIRE(records.append(id, 1, sample_turn(Input::say("再見")), end).has_value());
    REQUIRE(records.keep({{"review.note", id, R"({"text":"溫師傅那一句很好"})"}}).has_value());
    return id;
}

void check_sound(const std::string& file, std::int64_t erased) {
    const auto found = verify_file(file);
    REQUIRE(found.has_value());
    for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
    CHECK(found->erased == erased);
}

}  // namespace

TEST_CASE("erasure: a person's words and scores are in no byte of the folder, others' are untouched, the chain holds") {
    const TemporaryFolder folder;
    const Person other{"01890a5d-ac96-774b-bcce-b302099a8057", "小林"};
    const Person leaving{"01890a5d-ac97-7c3f-9a54-2f6f0f6f9d11", "溫小姐"};
    REQUIRE(save_people(folder.path(), {{}, other, leaving}).has_value());
    std::string id;
    {
        Records site = open(folder);
        auto own = Records::open({folder_of(folder.path(), leaving), {}, {}});
        REQUIRE(own.has_value());
        id = play_and_keep(*own, "leak");
        play_and_keep(*own, "lift");
        REQUIRE(site.keep({{"plan", leaving.id, R"({"goal":"先聽溫小姐說完"})"}, {"site.blueprint", "b", "{}"}})
                    .has_value());
        auto others = Records::open({folder_of(folder.path(), other), {}, {}});
        REQUIRE(others.has_value());
        play_and_keep(*others, "leak");
    }
    folder.write("people/" + leaving.id + "/records-damaged-1.db", said_to_erase);
    const auto person = find_person(folder.path(), "溫小姐");
    REQUIRE(person.has_value());

    const auto masked = export_person(folder.path(), *person, {});
    REQUIRE(masked.has_value());
    CHECK(masked->find("溫小姐\"") == std::string::npos);
    CHECK(masked->find("13912345678") == std::string::npos);
    CHECK(masked->find("〔電話〕，住在〔房號〕") != std::string::npos);
    CHECK(masked->find("\"name\":\"P-") != std::string::npos);
    const auto plain = export_person(folder.path(), *person, {.masked = false, .pseudonym = false});
    REQUIRE(plain.has_value());
    for (const std::string& text : {said_to_erase, id, std::string("溫師傅那一句很好"), std::string("先聽溫小姐說完"),
                                    std::string("\"salt\":\"")})
        CHECK(plain->find(text) != std::string::npos);

    REQUIRE_FALSE(files_with(folder.path(), {"溫小姐", "settled-in-the-end"}).empty());
    const auto erased = erase_person(folder.path(), *person);
    REQUIRE_MESSAGE(erased.has_value(), (erased ? "" : erased.error().diagnostics.front().text));
    CHECK(erased->records.attempts == 2);
    CHECK(erased->records.documents == 2);
    CHECK(erased->elsewhere == 1);
    CHECK(erased->damaged_files == 1);
    const std::string own_folder = folder_of(folder.path(), leaving);
    CHECK(files_with(own_folder, {"溫", "13912345678", "1203", "再見", "settled-in-the-end", "deflect"}) == "");
    CHECK(files_with(folder.path(), {"溫小姐"}) == "");
    check_sound(own_folder + "/records.db", 2);
    check_sound(folder / "records.db", 0);
    check_sound(folder_of(folder.path(), other) + "/records.db", 0);
    CHECK_FALSE(files_with(folder_of(folder.path(), other), {said_to_erase}).empty());

    auto records = Records::open({own_folder, {}, {}});
    REQUIRE(records.has_value());
    CHECK(code_of(records->read(id)) == "attempt-erased");
    CHECK(records->history("leak")->empty());
    CHECK(records->last_results()->empty());
    CHECK(records->documents({.subject = id})->front().is_erased);
    CHECK(code_of(find_person(folder.path(), "溫小姐")) == "unknown-person");
}

TEST_CASE("erasure: of what was erased somebody can still not say that it was something else") {
    const TemporaryFolder folder;
    Records records = open(folder);
    play_and_keep(records, "leak");
    REQUIRE(erase_all(records).has_value());
    auto& database = records.database();
    CHECK_FALSE(database.execute("UPDATE event SET at_ms = 1").has_value());
    REQUIRE(database.execute("DROP TRIGGER event_is_only_erased; UPDATE event SET body = zeroblob(32) WHERE number = 1")
                .has_value());
    CHECK(verify_file(records.file())->problems.front().turn == 1);
}

TEST_CASE("retention: what is older goes, what is new or still worked on stays") {
    const TemporaryFolder folder;
    constexpr std::int64_t day = 86'400'000;
    std::int64_t now = 1000 * day;
    Records records = open(folder, [&now] { return now; });
    CHECK(*retention_days(records) == std::nullopt);
    REQUIRE(set_retention(records, 30).has_value());
    CHECK(*retention_days(records) == 30);
    const std::string old = play_and_keep(records, "leak");
    const std::string contested = play_and_keep(records, "leak");
    now += 40 * day;
    REQUIRE(records.keep({{"appeal", contested, "{}"}}).has_value());
    const std::string fresh = play_and_keep(records, "leak");
    const auto counted = expire(folder.path(), 30, now, false);
    REQUIRE(counted.has_value());
    CHECK(counted->attempts == 1);
    CHECK(counted->documents == 1);
    CHECK(records.read(old).has_value());
    CHECK(expire(folder.path(), 30, now, true)->attempts == 1);
    CHECK(code_of(records.read(old)) == "attempt-erased");
    CHECK(records.read(contested).has_value());
    CHECK(records.read(fresh).has_value());
    CHECK(*retention_days(records) == 30);
    CHECK(expire(folder.path(), 30, now, true)->attempts == 0);
    check_sound(records.file(), 1);
}

TEST_CASE("backup: made while somebody writes, verified, and a data folder of its own") {
    const TemporaryFolder folder;
    const TemporaryFolder elsewhere;
    const Person person{"01890a5d-ac96-774b-bcce-b302099a8057", "小林"};
    REQUIRE(save_people(folder.path(), {{}, person}).has_value());
    Records site = open(folder);
    auto own = Records::open({folder_of(folder.path(), person), {}, {}});
    REQUIRE(own.has_value());
    const std::string id = play_and_keep(*own, "leak");
    const std::string target = elsewhere / "copy";
    const auto backup = back_up(folder.path(), target);
    REQUIRE_MESSAGE(backup.has_value(), (backup ? "" : backup.error().diagnostics.front().text));
    REQUIRE(backup->records.size() == 2);
    CHECK(backup->other_files == 1);
    for (const Verification& found : backup->records) CHECK(found.problems.empty());
    CHECK(find_person(target, "小林")->id == person.id);
    CHECK(Records::open({folder_of(target, person), {}, {}})->read(id)->turns.size() == 2);
    CHECK(code_of(back_up(folder.path(), target)) == "backup-exists");
    CHECK(code_of(back_up(folder.path(), folder / "inside")) == "backup-inside");
    CHECK(code_of(back_up(elsewhere / "none", elsewhere / "x")) == "no-records");
    CHECK(code_of(back_up(folder.path(), "/proc/none/copy")) == "folder-not-made");
}

TEST_CASE("masking: numbers that are somebody's are hidden, others stay") {
    const struct {
        const char* text;
        const char* masked;
    } rows[] = {
        {"電話 13912345678。", "電話 〔電話〕。"},
        {"請打139-1234-5678找我", "請打〔電話〕找我"},
        {"+86 139 1234 5678", "〔電話〕"},
        {"一三九一二三四五六七八", "〔電話〕"},
        {"１３９１２３４５６７８", "〔電話〕"},
        {"(020)87654321轉2", "〔電話〕轉2"},
        {"我在3棟2單元1203室", "我在〔房號〕"},
        {"A座1801的業主", "〔房號〕的業主"},
        {"三棟二單元一二零三室", "〔房號〕"},
        {"1203室漏水", "〔房號〕漏水"},
        {"12-3-402", "〔房號〕"},
        {"身份證 44010619800101123X", "身份證 〔證件號碼〕"},
        {"發到 lin.wen@example.com 吧", "發到 〔郵箱〕 吧"},
        {"粵B·12345擋了路", "〔車牌〕擋了路"},
        {"今天下午三點，24小時內回覆", "今天下午三點，24小時內回覆"},
        {"2026-05-01 10:30 到", "2026-05-01 10:30 到"},
        {"2026年5月1日", "2026年5月1日"},
        {"在3樓，賠500元，管理費1234567元", "在3樓，賠500元，管理費1234567元"},
        {"打12345熱線，或119", "打12345熱線，或119"},
        {"01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8057"},
        {"01890000-1234-7000-8000-000000000301", "01890000-1234-7000-8000-000000000301"},
        {"樓上1602是王先生", "樓上〔房號〕是王先生"},
        {"1\u200B3\u200B8\u200B0\u200B0\u200B1\u200B3\u200B8\u200B0\u200B0\u200B0", "〔電話〕"},
        {"一戶一戶檢查，影響三十戶", "一戶一戶檢查，影響三十戶"},
        {"", ""},
    };
    for (const auto& row : rows) CHECK(mask_personal(row.text) == row.masked);
    CHECK(mask_json(R"({"seed":13912345678,"value":"13912345678"})") == R"({"seed":13912345678,"value":"〔電話〕"})");
    CHECK(mask_json(R"({"score":302,"value":"我住302"})") == R"({"score":302,"value":"我住〔房號〕"})");
    CHECK(mask_json(R"({"score":302,"at_ms":1777593600250})") == R"({"score":302,"at_ms":1777593600250})");
}
