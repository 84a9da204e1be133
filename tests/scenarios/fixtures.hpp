// A small pack, persona and scenario of the tests' own, so that these tests do not move when shipped content does.
#pragma once

#include <doctest/doctest.h>

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

inline Scenario load(const std::string& file) {
    Result<Scenario> scenario = load_scenario(file, plain_engine(), personas);
    if (!scenario)
        for (const Diagnostic& problem : scenario.error().diagnostics) MESSAGE(to_text(problem));
    REQUIRE(scenario.has_value());
    return std::move(*scenario);
}

inline Scenario small() { return load(folder + "/sound/small.json"); }

}  // namespace huashu::scenarios::testing
