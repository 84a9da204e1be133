// What the model tells apart, in one numbering: the speech acts, the forbidden families, and whether there is any fault
// at all.
#pragma once

#include <bitset>

#include "scoring/types.hpp"

namespace huashu::scoring {

inline constexpr std::size_t fault_label = act_count + family_count;
inline constexpr std::size_t label_count = fault_label + 1;
using LabelSet = std::bitset<label_count>;

[[nodiscard]] constexpr std::size_t label_of(Act act) { return static_cast<std::size_t>(act); }
[[nodiscard]] constexpr std::size_t label_of(Family family) { return act_count + static_cast<std::size_t>(family); }
[[nodiscard]] constexpr bool is_family(std::size_t label) { return label >= act_count && label < fault_label; }

[[nodiscard]] inline LabelSet labels_of(const ActSet& acts, const FamilySet& families) {
    LabelSet labels = LabelSet(acts.to_ullong()) | LabelSet(families.to_ullong()) << act_count;
    return labels.set(fault_label, families.any());
}

}  // namespace huashu::scoring
