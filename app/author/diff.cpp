#include "author/diff.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "author/diff_sequence.hpp"

namespace huashu::app {
namespace {

class Differ {
public:
    void compare(const ContentJson& before, const ContentJson& after) {
        if (same_content(before, after)) return;
        if (before.is_object() && after.is_object()) return compare_objects(before, after);
        if (before.is_array() && after.is_array()) return compare_lists(before, after);
        put(ContentChange::Kind::changed, &before, &after);
    }
    std::vector<ContentChange> changes;

private:
    void put(ContentChange::Kind kind, const ContentJson* before, const ContentJson* after) {
        changes.push_back({kind, path_, before == nullptr ? "" : content_value_text(*before),
                           after == nullptr ? "" : content_value_text(*after)});
    }

    template <class Step>
    void below(std::string key, Step step) {
        path_.push_back(std::move(key));
        step();
        path_.pop_back();
    }

    void compare_members(const ContentJson* before, const ContentJson* after, const std::string& key) {
        below(key, [&] {
            if (before == nullptr)
                put(ContentChange::Kind::added, nullptr, after);
            else if (after == nullptr)
                put(ContentChange::Kind::removed, before, nullptr);
            else
                compare(*before, *after);
        });
    }

    void compare_objects(const ContentJson& before, const ContentJson& after) {
        const auto member = [](const ContentJson& object, const std::string& key) {
            const auto found = object.find(key);
            return found == object.end() ? nullptr : &*found;
        };
        for (auto at = before.begin(); at != before.end(); ++at)
            if (!after.contains(at.key())) compare_members(&*at, nullptr, at.key());
        for (auto at = after.begin(); at != after.end(); ++at)
            compare_members(member(before, at.key()), &*at, at.key());
    }

    void compare_lists(const ContentJson& before, const ContentJson& after) {
        if (has_ids(before) && has_ids(after) && !(before.empty() && after.empty()))
            compare_by_id(before, after);
        else
            compare_by_place(before, after);
    }

    void compare_by_id(const ContentJson& before, const ContentJson& after) {
        const auto old_items = by_id(before), new_items = by_id(after);
        for (const ContentJson& item : before)
            if (new_items.count(id_of(item)) == 0) compare_members(&item, nullptr, id_of(item));
        for (const ContentJson& item : after) {
            const auto old = old_items.find(id_of(item));
            compare_members(old == old_items.end() ? nullptr : old->second, &item, id_of(item));
        }
        note_moves(before, after);
    }

    // What stands in both and is not in the longest run that kept its order.
    void note_moves(const ContentJson& before, const ContentJson& after) {
        const std::vector<std::string> old_order = ids_also_in(before, after), new_order = ids_also_in(after, before);
        std::set<std::size_t> kept;
        for (const auto& [i, j] : common_items(old_order.size(), new_order.size(),
                                               [&](auto i, auto j) { return old_order[i] == new_order[j]; }))
            kept.insert(j);
        for (std::size_t j = 0; j < new_order.size(); ++j)
            if (kept.count(j) == 0) below(new_order[j], [&] { put(ContentChange::Kind::moved, nullptr, nullptr); });
    }

    static std::vector<std::string> ids_also_in(const ContentJson& list, const ContentJson& other) {
        const auto others = by_id(other);
        std::vector<std::string> ids;
        for (const ContentJson& item : list)
            if (others.count(id_of(item)) == 1) ids.push_back(id_of(item));
        return ids;
    }

    void compare_by_place(const ContentJson& before, const ContentJson& after) {
        auto pairs = common_items(before.size(), after.size(),
                                  [&](auto i, auto j) { return same_content(before[i], after[j]); });
        pairs.emplace_back(before.size(), after.size());
        std::size_t i = 0, j = 0;
        for (const auto& [common_i, common_j] : pairs) {
            for (; i < common_i && j < common_j; ++i, ++j) compare_members(&before[i], &after[j], place(j));
            for (; i < common_i; ++i) compare_members(&before[i], nullptr, place(i));
            for (; j < common_j; ++j) compare_members(nullptr, &after[j], place(j));
            ++i, ++j;
        }
    }

    static std::string place(std::size_t index) { return std::to_string(index + 1); }

    std::vector<std::string> path_;
};

}  // namespace

std::string_view name_of(ContentChange::Kind value) {
    constexpr std::array<std::string_view, 4> names{"added", "removed", "changed", "moved"};
    return names[static_cast<std::size_t>(value)];
}

std::vector<ContentChange> diff_content(const ContentJson& before, const ContentJson& after) {
    Differ differ;
    differ.compare(before, after);
    return std::move(differ.changes);
}

bool same_content(const ContentJson& one, const ContentJson& other) {
    if (one.is_object() && other.is_object()) {
        if (one.size() != other.size()) return false;
        for (auto at = one.begin(); at != one.end(); ++at) {
            const auto found = other.find(at.key());
            if (found == other.end() || !same_content(*at, *found)) return false;
        }
        return true;
    }
    if (!one.is_array() || !other.is_array()) return one == other;
    if (one.size() != other.size()) return false;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (!same_content(one[i], other[i])) return false;
    return true;
}

const std::string& id_of(const ContentJson& item) { return item.at("id").get_ref<const std::string&>(); }

bool has_ids(const ContentJson& list) {
    std::set<std::string_view> ids;
    for (const ContentJson& item : list) {
        if (!item.is_object()) return false;
        const auto id = item.find("id");
        if (id == item.end() || !id->is_string() || !ids.insert(id->get_ref<const std::string&>()).second) return false;
    }
    return true;
}

std::map<std::string_view, const ContentJson*> by_id(const ContentJson& list) {
    std::map<std::string_view, const ContentJson*> items;
    for (const ContentJson& item : list) items.emplace(id_of(item), &item);
    return items;
}

}  // namespace huashu::app
