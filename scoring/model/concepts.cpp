#include "model/concepts.hpp"

#include <algorithm>
#include <optional>

#include "match/parser.hpp"

namespace huashu::scoring {
namespace {

using Strings = std::vector<std::u32string>;
constexpr std::size_t most_forms = 64;  // of one entry

/// All that an entry can be, if it is made of plain alternatives only and of not too many.
std::optional<Strings> forms_of(const match::Node& node) {
    using Kind = match::Node::Kind;
    switch (node.kind) {
        case Kind::literal:
            return Strings{node.literal};
        case Kind::choice: {
            Strings all;
            for (const match::Node& child : node.children) {
                const std::optional<Strings> one = forms_of(child);
                if (!one || all.size() + one->size() > most_forms) return std::nullopt;
                all.insert(all.end(), one->begin(), one->end());
            }
            return all;
        }
        case Kind::optional: {
            std::optional<Strings> inner = forms_of(node.children.front());
            if (inner) inner->emplace_back();
            return inner;
        }
        case Kind::sequence: {
            Strings all{U""};
            for (const match::Node& child : node.children) {
                const std::optional<Strings> one = forms_of(child);
                if (!one || all.size() * one->size() > most_forms) return std::nullopt;
                Strings longer;
                for (const std::u32string& left : all)
                    for (const std::u32string& right : *one) longer.push_back(left + right);
                all = std::move(longer);
            }
            return all;
        }
        default:
            return std::nullopt;
    }
}

Concepts::Name name_of_list(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char byte : name) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
    return static_cast<char32_t>(hash | 0x80000000u);
}

struct ListedWord {
    std::u32string word;
    std::uint32_t list = 0;  // by name
    auto operator<=>(const ListedWord&) const = default;
};

}  // namespace

Concepts::Concepts(const WordLists& lists) {
    match::Lists parsed_lists(lists);
    std::vector<ListedWord> words;
    std::vector<Name> ids;
    std::size_t chars = 1;
    for (const auto& [name, entries] : lists) {
        const auto list = static_cast<std::uint32_t>(ids.size());
        ids.push_back(name_of_list(name));
        for (const std::string& entry : entries) {
            if (entry.find_first_of("{<~") != std::string::npos) continue;
            const auto forms = forms_of(match::parse_pattern(entry, parsed_lists, match::Role::list_entry).root);
            for (const std::u32string& form : forms.value_or(Strings{})) {
                if (form.empty()) continue;
                chars += form.size();
                words.push_back({form, list});
            }
        }
    }
    if (words.empty()) return;
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::size_t size = 16;
    while (size < 2 * chars) size *= 2;
    table_.resize(size);
    nodes_.resize(1);
    singles_.resize(0x10000 / 64);
    pairs_.resize(0x10000 / 64);
    for (std::size_t i = 0; i < words.size();) {
        const auto first = static_cast<std::uint32_t>(names_.size());
        const std::u32string& word = words[i].word;
        std::size_t end = i;
        for (; end < words.size() && words[end].word == word; ++end) names_.push_back(ids[words[end].list]);
        add(word, first, static_cast<std::uint32_t>(names_.size()));
        i = end;
    }
}

void Concepts::add(std::u32string_view word, std::uint32_t first_name, std::uint32_t end_name) {
    std::uint32_t node = 0;
    for (const char32_t c : word) node = child(node, c);
    const std::uint32_t bit = word.size() == 1 ? word[0] & 0xFFFF : pair_bit(word[0], word[1]);
    (word.size() == 1 ? singles_ : pairs_)[bit / 64] |= std::uint64_t{1} << bit % 64;
    nodes_[node] = {first_name, end_name};
}

std::size_t Concepts::slot_of(std::uint64_t key) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15ull >> 32) & mask;
    while (table_[at].key != 0 && table_[at].key != key) at = (at + 1) & mask;
    return at;
}

std::uint32_t Concepts::child(std::uint32_t node, char32_t c) {
    const std::uint64_t key = (std::uint64_t{node} + 1) << 32 | c;
    Slot& slot = table_[slot_of(key)];
    if (slot.key == 0) {
        slot = {key, static_cast<std::uint32_t>(nodes_.size())};
        nodes_.emplace_back();
    }
    return slot.node;
}

Concepts::Word Concepts::longest(std::u32string_view text) const {
    Word found;
    if (table_.empty() || text.empty()) return found;
    const std::uint32_t single = text[0] & 0xFFFF, pair = text.size() > 1 ? pair_bit(text[0], text[1]) : 0;
    if (((singles_[single / 64] >> single % 64 | pairs_[pair / 64] >> pair % 64) & 1) == 0) return found;
    std::uint32_t node = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const std::uint64_t key = (std::uint64_t{node} + 1) << 32 | text[i];
        const Slot& slot = table_[slot_of(key)];
        if (slot.key == 0) break;
        node = slot.node;
        if (nodes_[node].names_end > nodes_[node].names) found = {i + 1, nodes_[node].names, nodes_[node].names_end};
    }
    return found;
}

}  // namespace huashu::scoring
