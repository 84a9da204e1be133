// The only source of chance: SplitMix64 (Steele, Lea, Flood 2014), written out here so that a seed means the same
// talk on every machine and with every standard library.
#pragma once

#include <cstdint>

namespace huashu::scenarios {

class Random {
public:
    explicit Random(std::uint64_t seed = 0) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    /// 0 to count - 1; the bias is below count / 2^32.
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32); }

    bool operator==(const Random&) const = default;

private:
    std::uint64_t state_;
};

}  // namespace huashu::scenarios
