// Writes two-stage tables as C++: blocks of equal size, equal blocks stored once.
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <vector>

namespace huashu::tools {

template <class T>
struct Blocks {
    std::vector<std::uint32_t> index;
    std::vector<T> data;

    Blocks(const std::vector<T>& whole, std::uint32_t block_size) {
        std::map<std::vector<T>, std::uint32_t> seen;
        for (std::size_t at = 0; at < whole.size(); at += block_size) {
            const auto begin = whole.begin() + static_cast<std::ptrdiff_t>(at);
            std::vector<T> block(begin, begin + block_size);
            const auto [found, is_new] = seen.emplace(block, static_cast<std::uint32_t>(seen.size()));
            if (is_new) data.insert(data.end(), block.begin(), block.end());
            index.push_back(found->second);
        }
    }
};

template <class T>
void write_array(std::ostream& out, const char* type, const char* name, const std::vector<T>& values) {
    out << "extern const std::" << type << ' ' << name << "[] = {";
    for (std::size_t i = 0; i < values.size(); ++i)
        out << (i % 24 == 0 ? "\n" : "") << static_cast<std::uint32_t>(values[i]) << ',';
    out << "\n};\n";
}

}  // namespace huashu::tools
