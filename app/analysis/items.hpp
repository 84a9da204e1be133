// How scenarios and their turns work as questions: too easy, too hard, telling the able from the others; choices that
// nobody takes. First attempts only: whoever plays again answers another question.
#pragma once

#include <string>
#include <vector>

#include "analysis/figures.hpp"
#include "reports/facts.hpp"

namespace huashu::app {

/// A choice that was offered so often and never taken distracts nobody.
inline constexpr int least_offers = 10;

/// A turn as an item. Talks take different ways, so a turn is known by its stage and by which reply in that stage it
/// was. Rest: the mean of the other replies of the same talk.
struct TurnItem {
    std::string stage, title;
    int nth = 1;  ///< of the replies in that stage
    ItemFigures figures;
    bool operator==(const TurnItem&) const = default;
};

struct ChoiceUse {
    std::string stage, title;
    scenarios::Choice choice;
    int offered = 0;  ///< in turns that were answered by choosing
    int taken = 0;
    [[nodiscard]] bool unused() const { return offered >= least_offers && taken == 0; }
};

/// Rest: the mean of the person's first attempts at the other scenarios.
struct ScenarioItem {
    std::string scenario_id, title;
    ItemFigures figures;
    int passed = 0;
    std::vector<TurnItem> turns;     ///< by stage in the order in which talks reach them
    std::vector<ChoiceUse> choices;  ///< every one that was ever offered, the same order
};

/// By mean, the hardest first.
[[nodiscard]] std::vector<ScenarioItem> scenario_items(const std::vector<AttemptFacts>& attempts);

/// Of the whole: Cronbach's alpha over scenarios as items. Not everybody plays everything, so it is reckoned over those
/// scenarios, taken in order of how many played them, for which enough people (least_for_reliability) have played every
/// one. `people` and `items` say how many that were; without such scenarios, what there is of the two most played.
[[nodiscard]] Reliability reliability_of_scenarios(const std::vector<AttemptFacts>& attempts);

}  // namespace huashu::app
