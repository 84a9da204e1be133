// What judging finds on its way to a Judgement.
#pragma once

#include "judge/program.hpp"
#include "scoring/explanation.hpp"

namespace huashu::scoring {

/// A place in the reply, and how it was found.
struct Spot {
    CharSpan span;
    FoldSteps steps = 0;
    bool by_skeleton = false;

    [[nodiscard]] std::uint32_t size() const { return span.end - span.begin; }
};

inline constexpr std::uint32_t by_model = no_slot;

struct FoundAct {
    Act act = Act::greet;
    Spot spot;
    std::uint32_t clause = 0;       ///< in which it begins
    std::uint32_t rule = by_model;  ///< index into Program::acts
    double confidence = 1.0;
    std::vector<CharSpan> evidence;  ///< by the model only: the pieces that spoke for it, strongest first
};

/// A finding or a piece of advice that a rule puts forward; not every candidate ends in the judgement.
struct Candidate {
    SpeakerIndex speaker = 0;
    Spot spot;
    bool placed = true;  ///< false: about the reply as a whole
    double confidence = 1.0;
    std::vector<CharSpan> evidence;  ///< of a learned rule only
};

/// One thing that happened while judging, as ExplainedStep tells it; `index` counts from 0.
struct TraceStep {
    using What = ExplainedStep::What;
    What what = What::matched;
    const Rule* rule = nullptr;  ///< null: the model
    CharSpan span;
    const Rule* other = nullptr;
    int index = -1;
};
using Trace = std::vector<TraceStep>;

}  // namespace huashu::scoring
