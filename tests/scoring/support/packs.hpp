// Packs for tests: the sample, and packs written in the test itself.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "scoring/engine.hpp"
#include "support/temporary_folder.hpp"

namespace huashu::test {

inline const std::string mini_pack_folder = "tests/scoring/samples/mini";

inline const std::string pack_header =
    R"({"format":"huashu-pack","version":1,"id":"t","title":"試","weights":{"listening":15,"empathy":15,"ownership":20,)"
    R"("timing":15,"wording":10,"deescalation":10,"compliance":5,"forbidden":10},)"
    R"("severity_points":{"note":0,"minor":4,"major":12,"critical":40},"critical_cap":40,"pass_mark":70})";

inline std::string rules_file(const std::string& rules, const std::string& lists = "{}") {
    return R"({"format":"huashu-rules","version":1,"lists":)" + lists + R"(,"rules":[)" + rules + "]}";
}

/// The pack that one rules file makes, with whatever is wrong with it.
inline Result<Loaded<scoring::Pack>> load_rules(const std::string& rules, const std::string& lists = "{}") {
    const TemporaryFolder folder;
    folder.write("pack.json", pack_header);
    folder.write("r.json", rules_file(rules, lists));
    return scoring::load_pack(folder.path());
}

inline std::string all_text(const Diagnostics& problems) {
    std::string out;
    for (const Diagnostic& problem : problems) out += to_text(problem) + "\n";
    return out;
}

inline scoring::Engine engine_of_folder(const std::string& folder) {
    auto loaded = scoring::load_pack(folder);
    REQUIRE_MESSAGE(loaded.has_value(), folder);
    REQUIRE_MESSAGE(loaded->problems.empty(), all_text(loaded->problems));
    auto engine = scoring::Engine::make({loaded->value});
    REQUIRE(engine.has_value());
    return std::move(*engine);
}

/// An engine of rules that are sound.
inline scoring::Engine engine_of(const std::string& rules, const std::string& lists = "{}") {
    auto loaded = load_rules(rules, lists);
    REQUIRE(loaded.has_value());
    REQUIRE_MESSAGE(loaded->problems.empty(), all_text(loaded->problems));
    auto engine = scoring::Engine::make({loaded->value});
    REQUIRE(engine.has_value());
    return std::move(*engine);
}

/// A rule with all that every rule needs; `more` are its own keys. Its examples are not meant to be run.
inline std::string rule(const std::string& id, const std::string& kind, const std::string& more) {
    return R"({"id":")" + id + R"(","kind":")" + kind + R"(","source":"§1","reason":"因為","hits":[)" +
           (kind == "require" || kind == "limit" || kind == "echo" ? R"("甲")" : R"("[[甲]]")") + R"(],"misses":[)" +
           (kind == "context" ? R"("[[乙]]")" : R"("乙")") + "]" +
           (kind == "act" || kind == "context" ? "" : R"(,"instead":"請說")") + "," + more + "}";
}

inline std::string forbid(const std::string& id, const std::string& family, const std::string& severity,
                          const std::string& patterns, const std::string& more = "") {
    return rule(id, "forbid",
                R"("family":")" + family + R"(","severity":")" + severity + R"(","match":)" + patterns + more);
}

inline std::string act(const std::string& name, const std::string& patterns, const std::string& more = "") {
    return rule(name + ".t", "act", R"("act":")" + name + R"(","match":)" + patterns + more);
}

}  // namespace huashu::test
