// Hand-made content for the gallery and for tests: small, fixed, and showing every kind of thing a screen must show.
// Not a scenario: nothing here is judged.
#pragma once

#include "desktop/state/backstage.hpp"

namespace huashu::desktop {

[[nodiscard]] std::vector<scenarios::ScenarioCard> sample_cards();
[[nodiscard]] HomeState sample_home();
/// A conversation after `turns` turns, 0..3; with three it is over.
[[nodiscard]] Talk sample_talk(int turns);
/// A judgement of a half-typed reply with a finding, an act and something missing.
[[nodiscard]] scoring::Judgement sample_draft(const std::string& text);

/// Answers effects from the samples, in memory, and remembers what it was asked.
class SampleBackstage : public Backstage {
public:
    [[nodiscard]] Intents perform(const Effect& effect) override;
    Effects seen;
    bool empty_home = false;  ///< no content at all
    bool fails = false;       ///< every effect fails: a full disk
    bool resumable = true;

private:
    int turns_ = 0;
};

}  // namespace huashu::desktop
