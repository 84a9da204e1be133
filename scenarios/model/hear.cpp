#include "model/hear.hpp"

#include <algorithm>

#include "model/hash.hpp"

namespace huashu::scenarios {
namespace {

struct Block {
    char32_t first, last;
};
// Blanks, punctuation and symbols that survive canonicalisation, as blocks.
constexpr Block speechless[] = {{0x00, 0x2F},     {0x3A, 0x40},     {0x5B, 0x60},     {0x7B, 0xBF},
                                {0x2000, 0x206F}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},
                                {0xFE10, 0xFE6F}, {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFFD, 0xFFFD}};

bool says_something(char32_t c) {
    return std::none_of(std::begin(speechless), std::end(speechless),
                        [c](const Block& block) { return block.first <= c && c <= block.last; });
}

std::vector<int> groups_of(const std::vector<scoring::PatternMatch>& matches) {
    std::vector<int> groups;
    for (const scoring::PatternMatch& match : matches) groups.push_back(static_cast<int>(match.pattern));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

std::vector<int> asked_facts(const ScenarioData& data, const std::vector<int>& groups) {
    std::vector<int> facts;
    for (std::size_t i = 0; i < data.facts.size(); ++i)
        if (std::binary_search(groups.begin(), groups.end(), data.facts[i].group)) facts.push_back(static_cast<int>(i));
    return facts;
}

void take_findings(Heard& heard, const std::vector<scoring::Finding>& findings) {
    for (const scoring::Finding& finding : findings) {
        if (!finding.family) continue;
        heard.families.set(static_cast<std::size_t>(*finding.family));
        if (finding.severity >= scoring::Severity::minor) heard.charged.set(static_cast<std::size_t>(*finding.family));
        heard.worst = std::max(heard.worst, static_cast<int>(finding.severity));
    }
}

}  // namespace

std::u32string words_of(const scoring::FoldedText& canonical) {
    std::u32string words;
    std::copy_if(canonical.chars.begin(), canonical.chars.end(), std::back_inserter(words), says_something);
    return words;
}

Heard hear(const ScenarioData& data, std::string_view reply, const scoring::Judgement& judgement) {
    return Hearer().hear(data, reply, judgement);
}

std::uint64_t hash_words(std::u32string_view words) {
    std::uint64_t hash = hash_seed;
    for (const char32_t c : words)
        for (int shift = 0; shift < 24; shift += 8) hash = hash_byte(hash, static_cast<std::uint8_t>(c >> shift));
    return finish_hash(hash);
}

Heard Hearer::hear(const ScenarioData& data, std::string_view reply, const scoring::Judgement& judgement) {
    Heard heard;
    scoring::prepare_into(reply, text_);
    words_.clear();
    std::copy_if(text_.canonical.chars.begin(), text_.canonical.chars.end(), std::back_inserter(words_),
                 says_something);
    data.patterns.match(text_, matches_);
    heard.acts = judgement.act_set();
    take_findings(heard, judgement.findings);
    heard.groups = groups_of(matches_);
    heard.asked = asked_facts(data, heard.groups);
    if (words_.empty()) {
        heard.inputs = bit(InputSort::empty);
        return heard;
    }
    heard.words_hash = hash_words(words_);
    if (heard.acts.none() && heard.families.none() && heard.asked.empty()) heard.inputs = bit(InputSort::off_topic);
    const auto hears = static_cast<std::size_t>(data.persona.hears);
    if (hears > 0 && words_.size() > hears)
        heard.inputs = static_cast<InputSorts>(heard.inputs | bit(InputSort::too_long));
    return heard;
}

Heard hear_silence() {
    Heard heard;
    heard.inputs = bit(InputSort::silent);
    return heard;
}

}  // namespace huashu::scenarios
