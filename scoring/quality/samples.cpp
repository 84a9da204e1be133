#include <algorithm>
#include <functional>

#include "match/lists.hpp"
#include "match/parser.hpp"
#include "quality/parts.hpp"
#include "scoring/text.hpp"

namespace huashu::scoring {
namespace {

using match::ClassName;
using match::Lists;
using match::Node;

char32_t letter_of(ClassName name) {
    switch (name) {
        case ClassName::digit:
            return U'3';
        case ClassName::num:
            return U'三';
        case ClassName::letter:
            return U'a';
        case ClassName::han:
        case ClassName::any:
            return U'某';
    }
    return U'某';
}

/// Spells a pattern: in round number n every choice takes its n-th way, so that after as many rounds as the widest
/// choice has ways each was taken.
class Speller {
public:
    Speller(Lists& lists, std::size_t round) : lists_(lists), round_(round) {}

    std::u32string spell(const Node& node) {
        switch (node.kind) {
            case Node::Kind::literal:
                return node.literal;
            case Node::Kind::char_class:
                return std::u32string(std::max<std::size_t>(1, node.min), letter_of(node.class_name));
            case Node::Kind::list: {
                const Lists::List* list = lists_.find(node.name);
                return list == nullptr ? std::u32string{} : spell(list->choice);
            }
            case Node::Kind::choice:
                widest_ = std::max(widest_, node.children.size());
                return spell(node.children[round_ % node.children.size()]);
            case Node::Kind::optional:
                widest_ = std::max<std::size_t>(widest_, 2);
                return round_ % 2 == 0 ? std::u32string{} : spell(node.children[0]);
            case Node::Kind::sequence: {
                std::u32string out;
                for (const Node& child : node.children) out += spell(child);
                return out;
            }
            case Node::Kind::gap:
            case Node::Kind::anchor:
            case Node::Kind::set:  // made by simplify() only
                return {};
        }
        return {};
    }
    [[nodiscard]] std::size_t widest() const { return widest_; }

private:
    Lists& lists_;
    std::size_t round_;
    std::size_t widest_ = 1;
};

}  // namespace

std::vector<std::string> samples_of(const std::string& pattern, const WordLists& lists, std::size_t most) {
    Lists parsed_lists(lists);
    const match::Parsed parsed = parse_pattern(pattern, parsed_lists);
    std::vector<std::string> samples;
    if (!parsed.problems.empty()) return samples;
    std::size_t rounds = 1;
    for (std::size_t round = 0; round < std::min(rounds, most); ++round) {
        Speller speller(parsed_lists, round);
        std::string sample = to_utf8(speller.spell(parsed.root));
        rounds = std::max(rounds, speller.widest());
        if (std::ranges::find(samples, sample) == samples.end()) samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace huashu::scoring
