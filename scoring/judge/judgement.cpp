#include "scoring/judgement.hpp"

namespace huashu::scoring {

ActSet Judgement::act_set() const {
    ActSet set;
    for (const EarnedAct& act : acts) set.set(static_cast<std::size_t>(act.act));
    return set;
}

FamilySet Judgement::family_set() const {
    FamilySet set;
    for (const Finding& finding : findings)
        if (finding.family) set.set(static_cast<std::size_t>(*finding.family));
    return set;
}

std::optional<Severity> Judgement::worst() const {
    std::optional<Severity> worst;
    for (const Finding& finding : findings)
        if (!worst || finding.severity > *worst) worst = finding.severity;
    return worst;
}

}  // namespace huashu::scoring
