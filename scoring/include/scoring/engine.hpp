// The judge. An Engine is made once from packs and then answers, for any reply, what it breaks, what it
// does and what it is worth. It reads no clock, no disk, no global and no chance: the same reply in the same
// moment under the same packs gives the same Judgement, byte for byte, on every machine.
//
//     Result<Engine> engine = Engine::make({pack});
//     Judgement j = engine->judge("這不歸我管。", {.complaint = Complaint::facility, .step = Step::one});
//
// judge() may be called from several threads at once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"
#include "scoring/judgement.hpp"
#include "scoring/pack.hpp"
#include "scoring/pattern.hpp"
#include "scoring/types.hpp"

namespace huashu::scoring {

/// What a reply stands in. Everything is optional: the more is given, the more rules apply.
struct Moment {
    std::optional<Complaint> complaint;
    Step step = Step::unknown;
    std::string owner_line;                  ///< the owner's last line
    std::vector<std::string> earlier;        ///< staff's earlier replies, oldest first
    std::vector<std::string> owner_earlier;  ///< the owner's earlier lines, oldest first
    std::string model_reply;                 ///< the scenario's, for the rule against pasting it; may be empty
    std::optional<int> anger;                ///< 0..100
};

class Engine {
public:
    /// Error: no pack, or two packs with one id. `own`: a supervisor's labelled utterances beside those of the packs;
    /// the model is then trained anew, in under a second for thousands. Their lines that are wrong are left out.
    [[nodiscard]] static Result<Engine> make(std::vector<Pack> packs, const std::vector<UtteranceFile>& own = {});

    [[nodiscard]] Judgement judge(std::string_view reply, const Moment& moment = {}) const;

    /// Patterns of an author's own (a scenario's facts and conditions), with the packs' word lists.
    [[nodiscard]] const WordLists& word_lists() const;
    [[nodiscard]] const std::vector<Pack>& packs() const;

    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;
    ~Engine();

private:
    struct Impl;
    explicit Engine(std::unique_ptr<const Impl> impl);
    std::unique_ptr<const Impl> impl_;
    friend struct EngineAccess;  // for the explanation, the scorecard and tests
};

/// Runs every rule's examples against the engine; each that fails is a diagnostic at its place in the file.
[[nodiscard]] Diagnostics run_examples(const Engine& engine);

}  // namespace huashu::scoring
