#include "han_variants.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

// OpenCC 1.1.6's headers use what C++17 calls deprecated.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <Lexicon.hpp>
#include <MarisaDict.hpp>
#pragma GCC diagnostic pop

#include "unicode_text.hpp"

namespace huashu::tools {

HanVariants::HanVariants(const std::string& opencc_folder, const std::string& own_list) {
    // Some characters part only inside words (沈默, but 沈 as a name): what OpenCC may turn into each other is one.
    for (const char* name : {"TSCharacters", "TSPhrases"}) join_dictionary(opencc_folder + "/" + name + ".ocd2", true);
    for (const char* name : {"STCharacters", "TWVariants", "TWVariantsRev", "HKVariants", "HKVariantsRev"})
        join_dictionary(opencc_folder + "/" + name + ".ocd2", false);
    join_list(own_list);
    choose_representatives();
}

char32_t HanVariants::root_of(char32_t c) {
    char32_t root = c;
    while (true) {
        const auto at = parent_.try_emplace(root, root).first;
        if (at->second == root) break;
        root = at->second;
    }
    parent_[c] = root;
    return root;
}

void HanVariants::join(char32_t a, char32_t b) {
    const char32_t root_a = root_of(a);
    const char32_t root_b = root_of(b);
    if (root_a != root_b) parent_[root_a] = root_b;
}

void HanVariants::join_dictionary(const std::string& path, bool to_simplified) {
    const auto dictionary = opencc::SerializableDict::NewFromFile<opencc::MarisaDict>(path);
    const opencc::LexiconPtr lexicon = dictionary->GetLexicon();
    for (const auto& entry : *lexicon) {
        const std::u32string key = to_utf32(entry->Key());
        for (const std::string& value : entry->Values()) {
            const std::u32string other = to_utf32(value);
            if (other.size() != key.size() || (key.size() > 1 && !to_simplified)) continue;
            if (key.size() == 1 && to_simplified) ++written_[other.front()];
            for (std::size_t i = 0; i < key.size(); ++i) join(key[i], other[i]);
        }
    }
}

void HanVariants::join_list(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        std::u32string group;
        for (std::string word; words >> word;) group += to_utf32(word);
        for (char32_t c : group) join(group.front(), c);
    }
}

// Any member would do; the one that others are most often simplified to is the common form, which makes
// explanations readable.
void HanVariants::choose_representatives() {
    std::map<char32_t, std::set<char32_t>> groups;
    std::vector<char32_t> members;
    for (const auto& pair : parent_) members.push_back(pair.first);
    for (char32_t c : members) groups[root_of(c)].insert(c);
    for (const auto& [root, group] : groups) {
        const auto less_common = [this](char32_t a, char32_t b) { return written_[a] < written_[b]; };
        const char32_t best = *std::max_element(group.begin(), group.end(), less_common);
        for (char32_t c : group) representative_[c] = best;
    }
}

char32_t HanVariants::representative(char32_t c) const {
    const auto found = representative_.find(c);
    return found == representative_.end() ? c : found->second;
}

}  // namespace huashu::tools
