// What the matching benchmarks run on: replies cut out of the shipped texts, and terms and phrases made from their
// characters, so that near misses are as common as in life. Seeded: the same on every machine.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "scoring/json.hpp"
#include "scoring/text.hpp"

namespace huashu::bench {

inline constexpr std::size_t reply_chars = 110;

class MatchWork {
public:
    MatchWork() {
        for (const auto& entry : std::filesystem::recursive_directory_iterator("scenarios/library"))
            if (entry.path().extension() == ".json") files_.insert(entry.path().string());
        for (const std::string& file : files_) {
            const auto document = load_json(file);
            if (document) collect(document->root);
        }
        if (text_.size() < 10000) {
            std::fprintf(stderr, "bench_match: run it from the top of the source tree\n");
            std::exit(3);
        }
    }

    [[nodiscard]] std::vector<std::string> replies(std::size_t count) {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < count; ++i) all.push_back(scoring::to_utf8(piece(reply_chars)));
        return all;
    }

    /// One in ten is a word of the texts, so that there are hits; the others are strings of their characters.
    [[nodiscard]] std::vector<std::string> terms(std::size_t count) {
        std::set<std::u32string> all;
        while (all.size() < count) {
            const std::size_t length = 2 + below(4);
            all.insert(below(10) == 0 ? han_piece(length) : scrambled(length));
        }
        return as_utf8(all);
    }

    /// Two words and the widest gap between them.
    struct Phrase {
        std::string first, second;
        int gap = 0;
    };
    [[nodiscard]] std::vector<Phrase> phrases(std::size_t count) {
        std::vector<Phrase> all;
        while (all.size() < count)
            all.push_back({scoring::to_utf8(below(2) == 0 ? han_piece(2) : scrambled(2 + below(2))),
                           scoring::to_utf8(below(2) == 0 ? han_piece(2) : scrambled(2 + below(2))),
                           static_cast<int>(1 + below(8))});
        return all;
    }

private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    void collect(const JsonNode& node) {
        if (node.kind() == JsonNode::Kind::string && node.string().size() > 30)
            text_ += scoring::canonicalise(node.string()).chars;
        if (node.kind() == JsonNode::Kind::array)
            for (const JsonNode& item : node.array()) collect(item);
        if (node.kind() == JsonNode::Kind::object)
            for (const JsonNode::Member& member : node.object()) collect(member.value);
    }

    std::u32string piece(std::size_t length) { return text_.substr(below(text_.size() - length), length); }

    std::u32string han_piece(std::size_t length) {
        while (true) {
            std::u32string found = piece(length);
            bool han = true;
            for (char32_t c : found) han = han && c >= 0x4E00 && c <= 0x9FFF;
            if (han) return found;
        }
    }

    std::u32string scrambled(std::size_t length) {
        std::u32string out;
        while (out.size() < length) out += han_piece(1);
        return out;
    }

    static std::vector<std::string> as_utf8(const std::set<std::u32string>& all) {
        std::vector<std::string> out;
        for (const std::u32string& one : all) out.push_back(scoring::to_utf8(one));
        return out;
    }

    std::set<std::string> files_;
    std::u32string text_;
    std::mt19937 random_{20240601};
};

}  // namespace huashu::bench
