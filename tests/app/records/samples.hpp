// Small records for tests, and ways to reach a Records without a line of checks each time.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "records/records.hpp"
#include "support/temporary_folder.hpp"

inline huashu::app::AttemptStart sample_start(const std::string& scenario = "leak") {
    return {scenario, "hash-of-" + scenario, "hash-of-packs", 0xffff'ffff'ffff'fff7u, {}};
}

inline huashu::app::TurnRecord sample_turn(const huashu::scenarios::Input& input) {
    return {input, "receive", 45, {70, 20, 55}, {"deflect.not_mine"}, {"apologize", "care"}};
}

inline huashu::app::Records open(const huashu::test::TemporaryFolder& folder,
                                 std::function<std::int64_t()> now_ms = nullptr) {
    auto records = huashu::app::Records::open({folder.path(), std::move(now_ms), nullptr});
    REQUIRE_MESSAGE(records.has_value(), (records ? "" : to_text(records.error().diagnostics.front())));
    return std::move(*records);
}

inline std::string begin(huashu::app::Records& records, const std::string& scenario) {
    const auto id = records.begin(sample_start(scenario));
    REQUIRE(id.has_value());
    return *id;
}

/// The code of the first diagnostic of a failed result; "" when it did not fail.
template <class T>
std::string code_of(const huashu::Result<T>& result) {
    return result ? "" : result.error().diagnostics.front().code;
}
