#include "author/merge_sequence.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "author/diff.hpp"
#include "author/diff_sequence.hpp"

namespace huashu::app {
namespace {

using IdList = std::vector<std::string>;
constexpr std::size_t not_kept = static_cast<std::size_t>(-1);

// For each item of the base its place in the copy.
std::vector<std::size_t> kept_places(const ContentJson& base, const ContentJson& copy) {
    std::vector<std::size_t> places(base.size(), not_kept);
    for (const auto& [i, j] :
         common_items(base.size(), copy.size(), [&](auto i, auto j) { return same_content(base[i], copy[j]); }))
        places[i] = j;
    return places;
}

IdList only_of(const IdList& ids, const IdList& known) {
    const std::set<std::string> set(known.begin(), known.end());
    IdList out;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(out), [&](const auto& id) { return set.count(id) == 1; });
    return out;
}

// Puts what `from` has more than `order` behind its forerunner.
void insert_missing(IdList& order, const IdList& from) {
    std::set<std::string> known(order.begin(), order.end());
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!known.insert(from[i]).second) continue;
        auto behind = i == 0 ? order.end() : std::find(order.begin(), order.end(), from[i - 1]);
        order.insert(i == 0 ? order.begin() : behind + 1, from[i]);
    }
}

IdList order_led_by(const IdList& leader, const IdList& other, const IdList& base) {
    IdList order = leader;
    insert_missing(order, other);
    insert_missing(order, base);
    return order;
}

}  // namespace

std::vector<MergeChunk> merge_chunks(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs) {
    const auto in_mine = kept_places(base, mine), in_theirs = kept_places(base, theirs);
    std::vector<MergeChunk> chunks;
    std::size_t b = 0, m = 0, t = 0;
    const auto chunk_to = [&](std::size_t b_end, std::size_t m_end, std::size_t t_end) {
        if (b != b_end || m != m_end || t != t_end) chunks.push_back({{b, b_end}, {m, m_end}, {t, t_end}});
        b = b_end, m = m_end, t = t_end;
    };
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (in_mine[i] == not_kept || in_theirs[i] == not_kept) continue;
        chunk_to(i, in_mine[i], in_theirs[i]);
        chunk_to(i + 1, in_mine[i] + 1, in_theirs[i] + 1);
    }
    chunk_to(base.size(), mine.size(), theirs.size());
    return chunks;
}

MergedOrder merge_orders(const IdList& base, const IdList& mine, const IdList& theirs) {
    const bool i_moved = only_of(base, mine) != only_of(mine, base);
    const bool they_moved = only_of(base, theirs) != only_of(theirs, base);
    MergedOrder merged{order_led_by(mine, theirs, base), order_led_by(theirs, mine, base), false};
    merged.disagree = i_moved && they_moved && only_of(mine, theirs) != only_of(theirs, mine);
    if (merged.disagree) return merged;
    if (they_moved && !i_moved)
        merged.by_mine = merged.by_theirs;
    else
        merged.by_theirs = merged.by_mine;
    return merged;
}

}  // namespace huashu::app
