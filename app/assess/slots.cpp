#include "assess/slots.hpp"

namespace huashu::assess {
namespace {

// Kuhn's algorithm: a slot takes a candidate, or sends its present holder to look for another.
class Filling {
public:
    Filling(const std::vector<Slot>& slots, std::size_t candidates)
        : slots_(slots), holder_(candidates, nobody), taken_(slots.size(), nobody) {}

    std::vector<std::size_t> run() {
        for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
            asked_.assign(holder_.size(), false);
            (void)find_for(slot);
        }
        return taken_;
    }

private:
    bool find_for(std::size_t slot) {
        for (const std::size_t candidate : slots_[slot].fitting) {
            if (asked_[candidate]) continue;
            asked_[candidate] = true;
            if (holder_[candidate] != nobody && !find_for(holder_[candidate])) continue;
            holder_[candidate] = slot;
            taken_[slot] = candidate;
            return true;
        }
        return false;
    }

    const std::vector<Slot>& slots_;
    std::vector<std::size_t> holder_, taken_;
    std::vector<bool> asked_;
};

}  // namespace

std::vector<Slot> slots_of(const Blueprint& blueprint, const std::vector<Candidate>& candidates) {
    std::vector<Slot> slots;
    for (std::size_t d = 0; d < blueprint.draws.size(); ++d) {
        Slot slot{d, {}};
        for (std::size_t c = 0; c < candidates.size(); ++c)
            if (fits(candidates[c], blueprint.draws[d])) slot.fitting.push_back(c);
        for (int i = 0; i < blueprint.draws[d].count; ++i) slots.push_back(slot);
    }
    return slots;
}

std::vector<std::size_t> fill_slots(const std::vector<Slot>& slots, std::size_t candidate_count) {
    return Filling(slots, candidate_count).run();
}

}  // namespace huashu::assess
