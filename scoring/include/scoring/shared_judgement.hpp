// A judgement in many hands: a choice is judged once, and every turn in which somebody says it shares that verdict.
// Copying one costs a count, not the dozens of strings that a Judgement holds. It never changes.
//
//     SharedJudgement verdict = engine.judge(reply, moment);
//     if (verdict->score >= 80) …
//     show(*verdict);
#pragma once

#include <memory>
#include <utility>

#include "scoring/judgement.hpp"

namespace huashu::scoring {

class SharedJudgement {
public:
    SharedJudgement() = default;  ///< of nothing said: equal to Judgement{}
    SharedJudgement(Judgement judgement) : held_(std::make_shared<const Judgement>(std::move(judgement))) {}

    [[nodiscard]] const Judgement& operator*() const { return held_ ? *held_ : nothing(); }
    [[nodiscard]] const Judgement* operator->() const { return &**this; }
    operator const Judgement&() const { return **this; }  ///< so that it can be handed on as the judgement that it is
    bool operator==(const SharedJudgement& other) const { return held_ == other.held_ || **this == *other; }
    bool operator==(const Judgement& other) const { return **this == other; }

private:
    static const Judgement& nothing() {
        static const Judgement none;
        return none;
    }

    std::shared_ptr<const Judgement> held_;
};

}  // namespace huashu::scoring
