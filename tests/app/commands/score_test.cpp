#include "commands/score_command.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/byte_lines.hpp"
#include "commands/score_line.hpp"
#include "commands/workers.hpp"
#include "content/content.hpp"
#include "world.hpp"

using namespace huashu;
using namespace huashu::app;
using nlohmann::json;

namespace {

std::vector<json> answers_of(const World& world) {
    std::vector<json> answers;
    std::istringstream lines(world.out);
    for (std::string line; std::getline(lines, line);) answers.push_back(json::parse(line));
    return answers;
}

}  // namespace

TEST_CASE("score: answers come in the order of the lines, whatever the number of threads") {
    std::string input;
    for (int i = 0; i < 3000; ++i)
        input += "{\"id\":" + std::to_string(i) + ",\"text\":\"" + (i % 3 == 0 ? "這不歸我管" : "抱歉") + "\"}\n";
    std::string alone;
    for (const char* threads : {"1", "2", "7"}) {
        World world;
        world.input = input;
        CHECK(world.run(with_small_content({"score", "--threads", threads})) == 0);
        const auto answers = answers_of(world);
        REQUIRE(answers.size() == 3000);
        for (int i = 0; i < 3000; ++i) CHECK(answers[i]["id"] == i);
        if (alone.empty()) alone = world.out;
        CHECK(world.out == alone);
    }
}

TEST_CASE("score: a reply of a megabyte is judged, one beyond the limit is an error of its line") {
    World world;
    std::string large;
    while (large.size() < 1'000'000) large += "我們馬上安排，";
    world.input = "{\"id\":\"large\",\"text\":\"" + large + "不歸我管\"}\n{\"id\":\"huge\",\"text\":\"" +
                  std::string(max_reply_bytes + 1, 'a') + "\"}\n" + std::string(max_score_line_bytes + 10, ' ') +
                  "\n{\"id\":\"small\",\"text\":\"抱歉\"}\n";
    CHECK(world.run(with_small_content({"score"})) == status_content);
    const auto answers = answers_of(world);
    REQUIRE(answers.size() == 4);
    CHECK(answers[0]["findings"][0]["begin"] == large.size());
    CHECK(answers[0]["findings"][0]["end"] == large.size() + 12);
    CHECK(answers[1]["id"] == "huge");
    CHECK(answers[1]["error"].get<std::string>().find("MiB") != std::string::npos);
    CHECK(answers[2]["line"] == 3);
    CHECK(answers[2].contains("error"));
    CHECK(answers[3]["id"] == "small");
}

TEST_CASE("score: output that can't be written is a failure of the system") {
    World world;
    world.input = "{\"id\":\"1\",\"text\":\"好\"}\n";
    world.output_is_full = true;
    CHECK(world.run(with_small_content({"score"})) == status_system);
    CHECK(world.err.find("could not be written") != std::string::npos);
}

TEST_CASE("score: the shipped files that are missing are a failure with a remedy") {
    World world;
    world.executable = "/nowhere/huashu";
    CHECK(world.run({"score"}) == status_system);
    CHECK(world.err.find("HUASHU_SHARE") != std::string::npos);
}

TEST_CASE("score: a script that waits for each answer gets it before it sends the next line") {
    int to_score[2], from_score[2];
    REQUIRE(pipe(to_score) == 0);
    REQUIRE(pipe(from_score) == 0);
    Diagnostics problems;
    const auto engine = load_engine("tests/app/fixtures/pack", problems);
    REQUIRE(engine.has_value());
    const pid_t child = fork();
    if (child == 0) {
        close(to_score[1]);
        Io io;
        io.out = [&](std::string_view text) {
            return write(from_score[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        };
        const auto status = score_lines(to_score[0], **engine, 1, io);
        _exit(status ? *status : 99);
    }
    close(to_score[0]);
    close(from_score[1]);
    for (int i = 0; i < 3; ++i) {
        const std::string line = "{\"id\":" + std::to_string(i) + ",\"text\":\"抱歉\"}\n";
        REQUIRE(write(to_score[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
        std::string answer(4096, '\0');
        const ssize_t count = read(from_score[0], answer.data(), answer.size());
        REQUIRE(count > 0);
        CHECK(json::parse(answer.substr(0, static_cast<std::size_t>(count)))["id"] == i);
    }
    close(to_score[1]);
    close(from_score[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("byte lines: whatever the pieces in which they come, the lines are the same") {
    const std::string text = "\xEF\xBB\xBFone\r\n\n  \ntwo\n" + std::string(50, 'x') + "\nthree";
    for (std::size_t piece = 1; piece < text.size(); piece += 3) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            for (std::size_t at = 0; at < text.size(); at += piece) {
                const std::string part = text.substr(at, piece);
                if (write(ends[1], part.data(), part.size()) < 0) _exit(1);
                usleep(200);
            }
            _exit(0);
        }
        close(ends[1]);
        ByteLines source(ends[0], 40);
        std::vector<ByteLine> all;
        while (true) {
            const auto batch = source.next_batch();
            REQUIRE(batch.has_value());
            if (batch->empty()) break;
            all.insert(all.end(), batch->begin(), batch->end());
        }
        close(ends[0]);
        waitpid(child, nullptr, 0);
        REQUIRE(all.size() == 4);
        CHECK(all[0].text == "one");
        CHECK(all[0].number == 1);
        CHECK(all[1].text == "two");
        CHECK(all[1].number == 4);
        CHECK(all[2].is_too_long);
        CHECK(all[2].number == 5);
        CHECK(all[3].text == "three");
        CHECK(all[3].number == 6);
    }
}

TEST_CASE("workers: every number is taken once, round after round") {
    for (const int threads : {1, 2, 5}) {
        Workers workers(threads);
        for (const std::size_t count : {0, 1, 7, 1000}) {
            std::vector<int> taken(count, 0);
            workers.run(count, [&](std::size_t i) { ++taken[i]; });
            CHECK(std::count(taken.begin(), taken.end(), 1) == static_cast<std::ptrdiff_t>(count));
        }
    }
}
