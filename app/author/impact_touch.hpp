// Which replies a change of rules can touch at all. Most drafts change a few rules that speak only where their own
// patterns stand: a reply in which none of these patterns is found, as they were and as they are, is judged as before,
// and an attempt made of such replies need not be played again.
//
//     const auto touch = ImpactTouch::between(current, draft, shipped_pack);
//     if (touch && !touch->touches(reply)) …                            // judged alike under both
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "content/content.hpp"
#include "scenarios/session.hpp"
#include "scoring/pattern.hpp"

namespace huashu::app {

class ImpactTouch {
public:
    /// Nothing: they differ in more than such rules (word lists, points, replies that teach the model, rules about what
    /// is missing …), or it can't be told; then any reply may be judged otherwise. `shipped_pack`: the folder whose
    /// replies the program's own model was trained with.
    [[nodiscard]] static std::optional<ImpactTouch> between(const Content& current, const Content& draft,
                                                            const std::string& shipped_pack);

    [[nodiscard]] bool touches(std::string_view reply) const;
    /// Any of these inputs at that scenario of both; true also where the scenario is another in the draft.
    [[nodiscard]] bool touches(const scenarios::SavedSession& play) const;

private:
    [[nodiscard]] bool read_choices(const Content& current, const Content& draft);

    std::shared_ptr<const scoring::PatternSet> patterns_;
    std::map<std::string, std::set<std::string>> touched_choices_;  ///< ids, by scenario
};

}  // namespace huashu::app
