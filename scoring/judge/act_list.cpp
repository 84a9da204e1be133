#include <algorithm>
#include <tuple>

#include "judge/judging.hpp"

namespace huashu::scoring {
namespace {

/// Of two finds of one act in one clause the first in this order is kept: more words, then earlier, then with less
/// folding, then the earlier rule.
auto preference(const FoundAct& act) {
    return std::tuple(act.clause, act.act, ~act.spot.size(), act.spot.span.begin, act.spot.by_skeleton, act.rule);
}

bool by_place(const FoundAct& a, const FoundAct& b) {
    return std::tuple(a.spot.span, a.act, a.clause) < std::tuple(b.spot.span, b.act, b.clause);
}

}  // namespace

void Judging::add_acts(std::vector<FoundAct>& found) {
    std::vector<FoundAct>& acts = scratch_.acts;
    std::erase_if(found, [this](const FoundAct& act) { return voided(act); });
    if (found.empty()) return;
    acts.insert(acts.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    std::ranges::sort(acts, {}, preference);
    drop_lesser([](const FoundAct& kept, const FoundAct& act) { return kept.clause == act.clause; });
    std::ranges::sort(acts, {}, [](const FoundAct& act) { return std::tuple(act.act, act.spot.span.begin); });
    drop_lesser([](const FoundAct& kept, const FoundAct& act) { return act.spot.span.begin < kept.spot.span.end; });
    std::ranges::sort(acts, by_place);
    refresh_act_set();
}

/// Of neighbours that do the same act and are rivals the longer stays, of equals the first.
template <class Rivals>
void Judging::drop_lesser(Rivals rivals) {
    std::vector<FoundAct>& acts = scratch_.acts;
    std::size_t size = 0;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        FoundAct& act = acts[i];
        FoundAct* kept = size > 0 ? &acts[size - 1] : nullptr;
        if (kept == nullptr || kept->act != act.act || !rivals(*kept, act)) {
            if (size != i) acts[size] = std::move(act);
            ++size;
            continue;
        }
        if (act.spot.size() > kept->spot.size()) std::swap(*kept, act);
        trace({TraceStep::What::act_longer, rule_of(act), act.spot.span, rule_of(*kept)});
    }
    acts.resize(size);
}

bool Judging::voided(const FoundAct& act) {
    if (void_by_.empty()) return false;
    const auto first = void_by_.begin() + act.spot.span.begin, last = void_by_.begin() + act.spot.span.end;
    const auto covered = std::count_if(first, last, [](const Rule* limit) { return limit != nullptr; });
    if (covered * 2 < std::distance(first, last)) return false;
    const Rule* limit = *std::find_if(first, last, [](const Rule* one) { return one != nullptr; });
    trace({TraceStep::What::voided, rule_of(act), act.spot.span, limit});
    return true;
}

void Judging::void_acts(std::span<const CharSpan> spans, const Rule* limit) {
    void_by_.resize(reading().length(), nullptr);
    for (const CharSpan span : spans)
        for (std::uint32_t i = span.begin; i < span.end; ++i)
            if (void_by_[i] == nullptr) void_by_[i] = limit;
    std::erase_if(scratch_.acts, [this](const FoundAct& act) { return voided(act); });
    refresh_act_set();
}

const Rule* Judging::rule_of(const FoundAct& act) const {
    return act.rule == by_model ? nullptr : program_.acts[act.rule].rule;
}

void Judging::refresh_act_set() {
    act_set_.reset();
    for (const FoundAct& act : acts()) act_set_.set(static_cast<std::size_t>(act.act));
}

}  // namespace huashu::scoring
