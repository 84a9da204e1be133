// A small pack, persona and scenario of the tests' own, so that these tests do not move when shipped content does.
#pragma once

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "scenarios/library.hpp"
#include "scoring/pack.hpp"

namespace huashu::scenarios::testing {

inline const std::string folder = "tests/scenarios";
inline const std::string personas = folder + "/personas";

inline scoring::Engine make_engine(const std::string& pack_folder) {
    Result<Loaded<scoring::Pack>> pack = scoring::load_pack(pack_folder);
    REQUIRE(pack.has_value());
    Result<scoring::Engine> engine = scoring::Engine::make({pack->value});
    REQUIRE(engine.has_value());
    return std::move(*engine);
}

/// Of the tests' own pack; made once.
inline const scoring::Engine& plain_engine() {
    static const scoring::Engine engine = [] {
        scoring::Engine made = make_engine(folder + "/pack");
        for (const Diagnostic& problem : scoring::run_examples(made)) CHECK_MESSAGE(false, to_text(problem));
        return made;
    }();
    return engine;
}

/// A diagnostic as the golden files pin it: without the excerpt, and of those that scoring words only place and code,
/// because their words are tested there.
inline std::string pinned(const Diagnostic& problem) {
    static const std::set<std::string> worded_by_scoring{
        "unknown-key", "missing-key",   "wrong-type",     "unknown-name", "out-of-range",  "empty-list",
        "empty-value", "duplicate-key", "unexpected-end", "empty-file",   "unclosed-group"};
    Diagnostic bare = problem;
    bare.excerpt.clear();
    if (worded_by_scoring.contains(problem.code)) bare.text = bare.remedy = "";
    return to_text(bare) + "\n";
}

inline Scenario load(const std::string& file) {
    Result<Scenario> scenario = load_scenario(file, plain_engine(), personas);
    if (!scenario)
        for (const Diagnostic& problem : scenario.error().diagnostics) MESSAGE(to_text(problem));
    REQUIRE(scenario.has_value());
    return std::move(*scenario);
}

inline Scenario small() { return load(folder + "/sound/small.json"); }

}  // namespace huashu::scenarios::testing
