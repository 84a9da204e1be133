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

[[nodiscard]] app::Outlook sample_outlook();
[[nodiscard]] EarlierCard sample_earlier();
[[nodiscard]] RecordState sample_record(bool filled_in);
[[nodiscard]] scenarios::WhatIf sample_what_if(int turn);

/// Answers effects from the samples, in memory, and remembers what it was asked.
class SampleBackstage : public Backstage {
public:
    [[nodiscard]] Intents perform(const Effect& effect) override;
    Effects seen;
    bool empty_home = false;  ///< no content at all
    bool fails = false;       ///< every effect fails: a full disk
    bool resumable = true;
    bool broken_content = false;  ///< a scenario was left out
    bool no_history = false;      ///< nothing was ever finished
    bool nothing_said = false;    ///< a debrief of a talk without a reply
    bool long_replies = false;    ///< of thirty lines
    bool timed = false;           ///< the owner waits a minute for each reply
    int team = 12;                ///< people with results to analyse
    bool odd_names = false;       ///< emoji, rare characters, a very long name

    /// As new.
    void begin_anew() { *this = SampleBackstage{}; }

private:
    [[nodiscard]] Intents answer_to(const Effect& effect);
    void make_odd(Intents& intents) const;
    [[nodiscard]] std::optional<Intents> about_people(const Effect& effect);
    [[nodiscard]] std::optional<Intents> about_analysis(const Effect& effect) const;

    int turns_ = 0;
    std::vector<app::HintTaken> hints_;
    std::vector<app::Person> people_{{"", "林小安"}, {"01", "陳建國"}, {"02", "歐陽若蘭（夜班）"}};
    std::string person_;
};

}  // namespace huashu::desktop
