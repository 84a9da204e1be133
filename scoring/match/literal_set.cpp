#include "match/literal_set.hpp"

#include <algorithm>

namespace huashu::scoring::match {

LiteralSet::LiteralSet(std::vector<std::u32string> strings) : strings_(std::move(strings)) {
    std::sort(strings_.begin(), strings_.end());
    strings_.erase(std::unique(strings_.begin(), strings_.end()), strings_.end());
    lengths_ = {static_cast<std::uint32_t>(-1), 0};
    for (const std::u32string& s : strings_) {
        const auto size = static_cast<std::uint32_t>(s.size());
        lengths_ = {std::min(lengths_.min, size), std::max(lengths_.max, size)};
    }
}

}  // namespace huashu::scoring::match
