#include "author/diff_sequence.hpp"

#include <algorithm>
#include <cstdint>

namespace huashu::app {
namespace {

constexpr std::size_t most_cells = 4'000'000;

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// The middles [begin, first_end) and [begin, second_end) by dynamic programming, from their ends backwards.
void append_middle(std::size_t begin, std::size_t first_end, std::size_t second_end,
                   const std::function<bool(std::size_t, std::size_t)>& equal, Pairs& pairs) {
    const std::size_t rows = first_end - begin, columns = second_end - begin;
    if (rows == 0 || columns == 0 || rows > most_cells / columns) return;
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) = equal(begin + i, begin + j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (equal(begin + i, begin + j))
            pairs.emplace_back(begin + i++, begin + j++);
        else if (at(i + 1, j) >= at(i, j + 1))
            ++i;
        else
            ++j;
    }
}

}  // namespace

Pairs common_items(std::size_t first_size, std::size_t second_size,
                   const std::function<bool(std::size_t, std::size_t)>& equal) {
    Pairs pairs;
    const std::size_t shorter = std::min(first_size, second_size);
    std::size_t begin = 0;
    while (begin < shorter && equal(begin, begin)) {
        pairs.emplace_back(begin, begin);
        ++begin;
    }
    std::size_t tail = 0;
    while (tail < shorter - begin && equal(first_size - tail - 1, second_size - tail - 1)) ++tail;
    append_middle(begin, first_size - tail, second_size - tail, equal, pairs);
    for (std::size_t i = tail; i > 0; --i) pairs.emplace_back(first_size - i, second_size - i);
    return pairs;
}

}  // namespace huashu::app
