// The passphrase before a supervisor's business.
#include "integrity/lock.hpp"

#include <doctest/doctest.h>

#include "../records/samples.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;

namespace {

constexpr LockCost cheap{1, 8192};

struct LockedPlace {
    TemporaryFolder folder;
    std::int64_t now = 1'000'000;
    Records records = open(folder, [this] { return now; });
    SupervisorLock lock{records, cheap};
};

}  // namespace

TEST_CASE("lock: without a passphrase all is open; with one only to it") {
    LockedPlace place;
    CHECK_FALSE(*place.lock.is_set());
    CHECK(place.lock.open("anything").has_value());
    CHECK(code_of(place.lock.set("短口令")) == "passphrase-short");
    const auto code = place.lock.set("四個不相干的詞語");
    REQUIRE(code.has_value());
    CHECK(*place.lock.is_set());
    CHECK(place.lock.open("四個不相干的詞語").has_value());
    const auto wrong = place.lock.open("四個不相干的詞");
    CHECK(code_of(wrong) == "wrong-passphrase");
    CHECK(code_of(place.lock.open("")) == "wrong-passphrase");
    CHECK(code_of(place.lock.set("another one", "not it")) == "wrong-passphrase");
    CHECK(read_bytes(place.records.file()).find("四個不相干的詞語") == std::string::npos);
    CHECK(read_bytes(place.records.file() + "-wal").find("四個不相干的詞語") == std::string::npos);
}

TEST_CASE("lock: wrong tries make the next wait, longer each time, whatever is done to the clock or the program") {
    LockedPlace place;
    REQUIRE(place.lock.set("a good long one").has_value());
    for (int i = 0; i < 3; ++i) CHECK(code_of(place.lock.open("wrong")) == "wrong-passphrase");
    CHECK(*place.lock.wait_ms() == 1000);
    CHECK(code_of(place.lock.open("a good long one")) == "too-soon");
    SupervisorLock again(place.records, cheap);  // as after a new start
    CHECK(code_of(again.open("a good long one")) == "too-soon");
    place.now += 1000;
    CHECK(code_of(again.open("wrong")) == "wrong-passphrase");
    CHECK(*again.wait_ms() == 2000);
    place.now -= 500'000;  // a clock that is set back shortens nothing, and does not shut out for good
    CHECK(*again.wait_ms() == 2000);
    place.now += 2000;
    CHECK(*again.wait_ms() == 0);
    CHECK(again.open("a good long one").has_value());
    CHECK(*again.wait_ms() == 0);
    CHECK(code_of(again.open("wrong")) == "wrong-passphrase");  // the count began anew
    CHECK(*again.wait_ms() == 0);
    for (int i = 0; i < 20; ++i) {
        place.now += 400'000;
        CHECK(code_of(again.open("wrong")) == "wrong-passphrase");
    }
    CHECK(*again.wait_ms() == 300'000);
}

TEST_CASE("lock: the recovery code opens once, however it is typed, and gives way to a new one") {
    LockedPlace place;
    const auto code = place.lock.set("forgotten soon");
    REQUIRE(code.has_value());
    CHECK(code->size() == 24);
    CHECK(code_of(place.lock.recover("0000-0000-0000-0000-0000", "the next one")) == "wrong-passphrase");
    std::string typed;
    for (const char c : *code)
        if (c != '-') typed += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto next = place.lock.recover(typed, "the next one");
    REQUIRE(next.has_value());
    CHECK(*next != *code);
    CHECK(place.lock.open("the next one").has_value());
    CHECK(code_of(place.lock.open("forgotten soon")) == "wrong-passphrase");
    CHECK(code_of(place.lock.recover(*code, "the next one")) == "wrong-passphrase");
    REQUIRE(place.lock.remove("the next one").has_value());
    CHECK_FALSE(*place.lock.is_set());
}
