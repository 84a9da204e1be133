#include <algorithm>
#include <array>

#include "assess/draw_parts.hpp"

namespace huashu::assess {
namespace {

class FormSearch {
public:
    FormSearch(const Blueprint& blueprint, const std::vector<Candidate>& candidates, int forms, std::uint64_t seed)
        : blueprint_(blueprint),
          candidates_(candidates),
          forms_(static_cast<std::size_t>(forms)),
          slots_(slots_of(blueprint, candidates)),
          chance_(seed) {}

    Arrangement run() {
        Arrangement best;
        long best_cost = 0;
        for (int attempt = 0; attempt < restarts; ++attempt) {
            Arrangement now = begin();
            const long cost = improve(now);
            if (!best.empty() && cost >= best_cost) continue;
            best_cost = cost;
            best = std::move(now);
        }
        return best;
    }

private:
    // What is wrong with an arrangement, dearest first. Difficulty within the tolerance costs little, beyond it much.
    static constexpr long same_household = 1'000'000, other_coverage = 100'000, beyond_tolerance = 1'000,
                          same_kind = 400, shared = 60, hundredth = 1;
    static constexpr int restarts = 4, steps_per_slot = 150;

    // Scenarios that few forms have yet come first, the rest by chance.
    Arrangement begin() {
        Arrangement out;
        std::vector<int> used(candidates_.size(), 0);
        for (std::size_t f = 0; f < forms_; ++f) {
            std::vector<std::size_t> order(candidates_.size());
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
            chance_.shuffle(order);
            std::vector<std::size_t> rank(order.size());
            for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
            std::vector<Slot> slots = slots_;
            for (Slot& slot : slots)
                std::sort(slot.fitting.begin(), slot.fitting.end(), [&](std::size_t a, std::size_t b) {
                    return used[a] != used[b] ? used[a] < used[b] : rank[a] < rank[b];
                });
            out.push_back(fill_slots(slots, candidates_.size()));
            for (const std::size_t c : out.back()) ++used[c];
        }
        return out;
    }

    // Takes any step that makes nothing worse. Returns what is still wrong.
    long improve(Arrangement& now) {
        long cost = cost_of(now);
        const std::size_t steps = steps_per_slot * slots_.size() * forms_;
        for (std::size_t i = 0; i < steps && cost > 0; ++i) {
            std::vector<std::size_t>& form = now[chance_.below(forms_)];
            const std::size_t slot = chance_.below(slots_.size());
            const std::vector<std::size_t>& fitting = slots_[slot].fitting;
            const std::size_t other = fitting[chance_.below(fitting.size())];
            if (std::find(form.begin(), form.end(), other) != form.end()) continue;
            const std::size_t before = std::exchange(form[slot], other);
            const long then = cost_of(now);
            if (then <= cost)
                cost = then;
            else
                form[slot] = before;
        }
        return cost;
    }

    [[nodiscard]] long cost_of(const Arrangement& all) const {
        long cost = 0;
        int least = 0, most = 0;
        std::array<int, 3> first{};
        for (std::size_t f = 0; f < all.size(); ++f) {
            const int difficulty = difficulty_of(all[f]);
            least = f == 0 ? difficulty : std::min(least, difficulty);
            most = f == 0 ? difficulty : std::max(most, difficulty);
            std::array<int, 3> coverage{};
            for (const std::size_t c : all[f]) ++coverage[static_cast<std::size_t>(candidates_[c].complaint)];
            if (f == 0) first = coverage;
            for (std::size_t i = 0; i < first.size(); ++i) cost += other_coverage * std::abs(coverage[i] - first[i]);
            cost += repeats_in(all[f]);
            for (std::size_t g = 0; g < f; ++g) cost += shared * shared_by(all[f], all[g]);
        }
        const int spread = most - least;
        return cost + hundredth * spread + beyond_tolerance * std::max(0, spread - blueprint_.tolerance_centi);
    }

    [[nodiscard]] int difficulty_of(const std::vector<std::size_t>& form) const {
        long sum = 0, weights = 0;
        for (std::size_t s = 0; s < form.size(); ++s) {
            const int weight = blueprint_.draws[slots_[s].draw].weight;
            sum += static_cast<long>(weight) * candidates_[form[s]].difficulty_centi();
            weights += weight;
        }
        return static_cast<int>((2 * sum + weights) / (2 * weights));
    }

    [[nodiscard]] long repeats_in(const std::vector<std::size_t>& form) const {
        long cost = 0;
        for (std::size_t a = 0; a < form.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const Candidate& x = candidates_[form[a]];
                const Candidate& y = candidates_[form[b]];
                if (!x.household.empty() && x.household == y.household) cost += same_household;
                if (x.kind == y.kind) cost += same_kind;
            }
        return cost;
    }

    [[nodiscard]] static long shared_by(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
        return std::count_if(a.begin(), a.end(),
                             [&](std::size_t c) { return std::find(b.begin(), b.end(), c) != b.end(); });
    }

    const Blueprint& blueprint_;
    const std::vector<Candidate>& candidates_;
    std::size_t forms_;
    std::vector<Slot> slots_;
    Chance chance_;
};

}  // namespace

Arrangement search_forms(const Blueprint& blueprint, const std::vector<Candidate>& candidates, int forms,
                         std::uint64_t seed) {
    return FormSearch(blueprint, candidates, forms, seed).run();
}

}  // namespace huashu::assess
