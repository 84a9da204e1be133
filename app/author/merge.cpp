#include "author/merge.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "author/diff.hpp"
#include "author/merge_sequence.hpp"

namespace huashu::app {
namespace {

using Spot = const ContentJson*;  // null: not there

bool same_spot(Spot one, Spot other) {
    if (one == nullptr || other == nullptr) return one == other;
    return same_content(*one, *other);
}

class Merger {
public:
    Merger(MergeSide prefer, const std::vector<MergeSide>& answers) : prefer_(prefer), answers_(answers) {}

    // Nothing: it is not there in what comes of it.
    std::optional<ContentJson> merge(Spot base, Spot mine, Spot theirs) {
        if (same_spot(mine, theirs) || same_spot(base, theirs)) return copy(mine);
        if (same_spot(base, mine)) return copy(theirs);
        if (mine != nullptr && theirs != nullptr) {
            if (mine->is_object() && theirs->is_object())
                return merge_objects(base != nullptr && base->is_object() ? *base : ContentJson::object(), *mine,
                                     *theirs);
            if (mine->is_array() && theirs->is_array() && base != nullptr && base->is_array())
                return merge_lists(*base, *mine, *theirs);
        }
        return conflict(base, mine, theirs);
    }

    std::vector<MergeConflict> conflicts;

private:
    static std::optional<ContentJson> copy(Spot place) {
        return place == nullptr ? std::nullopt : std::optional<ContentJson>(*place);
    }

    // Of the conflict that is found next.
    [[nodiscard]] MergeSide side_of_next() const {
        return conflicts.size() < answers_.size() ? answers_[conflicts.size()] : prefer_;
    }

    std::optional<ContentJson> conflict(Spot base, Spot mine, Spot theirs, bool of_order = false) {
        const MergeSide side = side_of_next();
        const auto text = [](Spot place) { return place == nullptr ? "" : content_value_text(*place); };
        conflicts.push_back({path_, of_order, text(base), text(mine), text(theirs)});
        return copy(side == MergeSide::mine ? mine : theirs);
    }

    std::optional<ContentJson> merge_below(const std::string& key, Spot base, Spot mine, Spot theirs) {
        path_.push_back(key);
        auto merged = merge(base, mine, theirs);
        path_.pop_back();
        return merged;
    }

    ContentJson merge_objects(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs) {
        const auto member = [](const ContentJson& object, const std::string& key) -> Spot {
            const auto found = object.find(key);
            return found == object.end() ? nullptr : &*found;
        };
        ContentJson merged = ContentJson::object();
        const auto take = [&](const std::string& key) {
            if (auto value = merge_below(key, member(base, key), member(mine, key), member(theirs, key)))
                merged[key] = std::move(*value);
        };
        for (auto at = mine.begin(); at != mine.end(); ++at) take(at.key());
        for (auto at = theirs.begin(); at != theirs.end(); ++at)
            if (!mine.contains(at.key())) take(at.key());
        return merged;
    }

    ContentJson merge_lists(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs) {
        if (has_ids(base) && has_ids(mine) && has_ids(theirs)) return merge_by_id(base, mine, theirs);
        ContentJson merged = ContentJson::array();
        for (const MergeChunk& chunk : merge_chunks(base, mine, theirs)) merge_chunk(chunk, base, mine, theirs, merged);
        return merged;
    }

    void merge_chunk(const MergeChunk& chunk, const ContentJson& base, const ContentJson& mine,
                     const ContentJson& theirs, ContentJson& merged) {
        const auto part = [](const ContentJson& list, ItemRange range) {
            return ContentJson(ContentJson::array_t(list.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                                    list.begin() + static_cast<std::ptrdiff_t>(range.end)));
        };
        const ContentJson from_base = part(base, chunk.base), from_mine = part(mine, chunk.mine),
                          from_theirs = part(theirs, chunk.theirs);
        const auto append = [&](const ContentJson& items) { merged.insert(merged.end(), items.begin(), items.end()); };
        if (same_content(from_mine, from_theirs) || same_content(from_base, from_theirs)) return append(from_mine);
        if (same_content(from_base, from_mine)) return append(from_theirs);
        if (from_base.empty()) {  // both added something here
            append(from_mine);
            for (const ContentJson& item : from_theirs)
                if (std::none_of(from_mine.begin(), from_mine.end(),
                                 [&](const ContentJson& other) { return same_content(other, item); }))
                    merged.push_back(item);
            return;
        }
        if (from_base.size() == from_mine.size() && from_base.size() == from_theirs.size()) {
            for (std::size_t i = 0; i < from_base.size(); ++i)
                if (auto item = merge_below(std::to_string(chunk.mine.begin + i + 1), &from_base[i], &from_mine[i],
                                            &from_theirs[i]))
                    merged.push_back(std::move(*item));
            return;
        }
        path_.push_back(std::to_string(chunk.mine.begin + 1));
        append(*conflict(&from_base, &from_mine, &from_theirs));
        path_.pop_back();
    }

    ContentJson merge_by_id(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs) {
        const auto old_items = by_id(base), my_items = by_id(mine), their_items = by_id(theirs);
        const auto place = [](const auto& items, const std::string& id) -> Spot {
            const auto found = items.find(id);
            return found == items.end() ? nullptr : found->second;
        };
        const auto orders = merge_orders(ids_of(base), ids_of(mine), ids_of(theirs));
        const MergeSide order = side_of_next();
        if (orders.disagree) conflict_of_order(base, mine, theirs);
        ContentJson merged = ContentJson::array();
        for (const std::string& id : order == MergeSide::mine ? orders.by_mine : orders.by_theirs)
            if (auto item = merge_below(id, place(old_items, id), place(my_items, id), place(their_items, id)))
                merged.push_back(std::move(*item));
        return merged;
    }

    void conflict_of_order(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs) {
        const ContentJson old_order = ids_of(base), my_order = ids_of(mine), their_order = ids_of(theirs);
        (void)conflict(&old_order, &my_order, &their_order, true);
    }

    static std::vector<std::string> ids_of(const ContentJson& list) {
        std::vector<std::string> ids;
        for (const ContentJson& item : list) ids.push_back(id_of(item));
        return ids;
    }

    MergeSide prefer_;
    const std::vector<MergeSide>& answers_;
    std::vector<std::string> path_;
};

}  // namespace

Merged merge_content(const ContentJson& base, const ContentJson& mine, const ContentJson& theirs, MergeSide prefer,
                     const std::vector<MergeSide>& answers) {
    Merger merger(prefer, answers);
    auto document = merger.merge(&base, &mine, &theirs);
    return {document ? std::move(*document) : ContentJson(), std::move(merger.conflicts)};
}

}  // namespace huashu::app
