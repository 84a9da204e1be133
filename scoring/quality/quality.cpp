#include "scoring/quality.hpp"

#include "judge/engine_access.hpp"
#include "quality/parts.hpp"

namespace huashu::scoring {

const Wording* wording_of(const Rule& rule) {
    return std::visit(
        [](const auto& body) -> const Wording* {
            if constexpr (requires { body.words.match; }) return body.words.match.empty() ? nullptr : &body.words;
            return nullptr;
        },
        rule.body);
}

const Guard* guard_of(const Rule& rule) {
    return std::visit(
        [](const auto& body) -> const Guard* {
            if constexpr (requires { body.guard.ignore; }) return &body.guard;
            return nullptr;
        },
        rule.body);
}

Quality check_quality(const Engine& engine, const std::string& ordinary) {
    Quality quality;
    for (const Pack& pack : engine.packs()) {
        const Scrutiny scrutiny{engine, EngineAccess::program(engine), pack.data(), quality.diagnostics};
        find_dead_patterns(scrutiny);
        find_bad_advice(scrutiny);
        find_tripping_words(scrutiny, ordinary);
        find_shared_words(scrutiny);
        find_survivors(scrutiny, quality.mutations);
    }
    sort_by_place(quality.diagnostics);
    return quality;
}

std::string examples_listing(const Engine& engine) {
    std::string out;
    const auto list = [&](const Rule& rule, const char* kind, const std::vector<Example>& examples) {
        for (const Example& example : examples) {
            const Judgement judgement = engine.judge(example.text, example.moment);
            out += rule.id + " " + kind + ": " + example.text + "\n";
            for (const auto* findings : {&judgement.findings, &judgement.advice})
                for (const Finding& finding : *findings) out += "  " + finding.rule + " [" + finding.quote + "]\n";
            for (const EarnedAct& act : judgement.acts)
                out += "  " + std::string(name_of(act.act)) + " by " + act.rule + "\n";
        }
    };
    for (const Pack& pack : engine.packs())
        for (const Rule& rule : pack.data().rules) {
            list(rule, "hit", rule.hits);
            list(rule, "miss", rule.misses);
        }
    return out;
}

}  // namespace huashu::scoring
