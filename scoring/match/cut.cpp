#include "match/cut.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "match/literal_set.hpp"

namespace huashu::scoring::match {
namespace {

/// Characters or pairs that stand in a thousand characters of this trade's replies that often or more: counted over the
/// shipped utterances, in canonical (Simplified) form.
struct Common {
    double times;
    std::u32string_view chars;
};
constexpr std::array<Common, 8> common_chars{{
    {30, U"您我"},
    {18, U"不的了"},
    {12, U"是一这"},
    {8, U"没们有个来就说到上好"},
    {6, U"人给点下要在天你看家都"},
    {4, U"会去先电那话也能别得么过水子再三"},
    {3, U"可打事以对请还门他自时问里出今后十开把跟理楼吧意前车系修换明两"},
    {2, U"小已单行回保着大经管收次用号己儿等吗发讲晚分道费心听师让谢多面起样公定报住走业边工办找"},
}};
constexpr std::array<Common, 6> common_pairs{{
    {6, U"我们"},
    {4, U"给您"},
    {2.2, U"您的自己不是"},
    {1.6, U"可以您说是我没有电话这个您家今天已经什么一个师傅"},
    {1.1, U"您一一下不能分钟不了帮您不要抱歉怎么跟您孩子不好"},
    {0.7,
     U"问题不会这么您看您要的是明天现在让您出来意思公司这样投诉的事一次以后电梯谢谢物业就是业主知道还是今晚下午不用清楚"
     U"一点时候"
     U"的话他们下来时间来了好意个人到了请您保安点前通知处理办法这边一起没人要是小时"},
}};
constexpr double usual_char = 0.3, usual_pair = 0.05;  // of those that stand in no list
constexpr double usual_more = 0.4;                     // that a third character goes with two, and so on

/// A character or a pair as a number.
constexpr std::uint64_t key_of(std::u32string_view part) {
    return part.size() == 1 ? std::uint64_t{part[0]} : std::uint64_t{part[0]} << 32 | part[1];
}

// By key, sorted. The first of the lists that holds a part counts.
std::vector<std::pair<std::uint64_t, double>> common_by_key() {
    std::vector<std::pair<std::uint64_t, double>> table;
    for (const Common& common : common_chars)
        for (std::size_t at = 0; at < common.chars.size(); ++at)
            table.emplace_back(key_of(common.chars.substr(at, 1)), common.times);
    for (const Common& common : common_pairs)
        for (std::size_t at = 0; at + 1 < common.chars.size(); at += 2)
            table.emplace_back(key_of(common.chars.substr(at, 2)), common.times);
    std::stable_sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return table;
}

double times_of(std::u32string_view part) {
    static const std::vector<std::pair<std::uint64_t, double>> table = common_by_key();
    const auto found = std::lower_bound(table.begin(), table.end(), key_of(part),
                                        [](const auto& row, std::uint64_t key) { return row.first < key; });
    if (found != table.end() && found->first == key_of(part)) return found->second;
    return part.size() == 1 ? usual_char : usual_pair;
}

/// A guess at how often a literal turns up, in hits per thousand characters. A word is as rare as its rarest pair.
double frequency(std::u32string_view literal) {
    if (literal.size() == 1) return times_of(literal);
    double times = 1000;
    for (std::size_t i = 0; i + 1 < literal.size(); ++i) times = std::min(times, times_of(literal.substr(i, 2)));
    for (std::size_t i = 2; i < literal.size(); ++i) times *= usual_more;
    return times;
}

struct Cut {
    double cost = 0;
    std::vector<const Node*> nodes;
};

std::optional<Cut> cut_of(const Node& node);

/// Every alternative needs a cut of its own.
std::optional<Cut> cut_of_choice(const Node& node) {
    Cut all;
    for (const Node& child : node.children) {
        const std::optional<Cut> one = cut_of(child);
        if (!one) return std::nullopt;
        all.cost += one->cost;
        all.nodes.insert(all.nodes.end(), one->nodes.begin(), one->nodes.end());
    }
    return all;
}

std::optional<Cut> cut_of_sequence(const Node& node) {
    std::optional<Cut> best;
    for (const Node& child : node.children) {
        std::optional<Cut> one = cut_of(child);
        if (one && (!best || one->cost < best->cost)) best = std::move(one);
    }
    return best;
}

std::optional<Cut> cut_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::set: {
            Cut cut{0, {&node}};
            for (const std::u32string& literal : node.set->strings()) cut.cost += frequency(literal);
            return cut;
        }
        case Node::Kind::choice:
            return cut_of_choice(node);
        case Node::Kind::sequence:
            return cut_of_sequence(node);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<const Node*> choose_cut(const Node& root) {
    std::optional<Cut> cut = cut_of(root);
    return cut ? std::move(cut->nodes) : std::vector<const Node*>{};
}

}  // namespace huashu::scoring::match
