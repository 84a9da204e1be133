#include "record/written.hpp"

#include <algorithm>
#include <initializer_list>

namespace huashu::scenarios {
namespace {

std::vector<scoring::ByteSpan> between(std::string_view text, std::initializer_list<std::string_view> stops) {
    std::vector<scoring::ByteSpan> pieces;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) pieces.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        for (const std::string_view stop : stops)
            if (text.substr(at, stop.size()) == stop) length = stop.size();
        if (length > 0) {
            close(at);
            begin = at + length;
        }
        at += length > 0 ? length : 1;
    }
    close(text.size());
    return pieces;
}

}  // namespace

std::vector<scoring::ByteSpan> sentences_of(std::string_view text) {
    return between(text, {"。", "！", "？", "\n", "!", "?"});
}

std::vector<scoring::ByteSpan> parts_of(std::string_view sentence) { return between(sentence, {"；", ";"}); }

std::vector<int> groups_in(const RecordData& record, std::string_view text) {
    std::vector<int> groups;
    for (const scoring::PatternMatch& match : record.patterns.match(scoring::prepare(text)))
        groups.push_back(static_cast<int>(match.pattern));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

std::vector<std::string> long_numbers_in(std::string_view text) {
    constexpr std::size_t shortest = 7;
    std::vector<std::string> numbers;
    std::string digits;
    const auto close = [&] {
        if (digits.size() >= shortest) numbers.push_back(digits);
        digits.clear();
    };
    for (const char32_t c : scoring::canonicalise(text).chars) {
        if (c >= U'0' && c <= U'9')
            digits += static_cast<char>(c);
        else if (c != U'-' && c != U' ')  // 138 0013-8000
            close();
    }
    close();
    return numbers;
}

}  // namespace huashu::scenarios
