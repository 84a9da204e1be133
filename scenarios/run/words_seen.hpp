// The hashes of the words that were said in a talk: a flat open-addressing set, so that a state can be copied cheaply
// and a talk of ten thousand turns still asks in constant time.
#pragma once

#include <cstdint>
#include <vector>

namespace huashu::scenarios {

class WordsSeen {
public:
    [[nodiscard]] bool contains(std::uint64_t hash) const;
    void insert(std::uint64_t hash);  ///< 0 stands for no words and is not kept
    [[nodiscard]] std::size_t size() const { return count_; }
    /// A number that depends on the members, not on the order in which they came.
    [[nodiscard]] std::uint64_t digest() const { return digest_; }
    bool operator==(const WordsSeen& other) const { return count_ == other.count_ && digest_ == other.digest_; }

private:
    [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
    void grow();

    std::vector<std::uint64_t> slots_;  ///< 0: free; the size is a power of two
    std::size_t count_ = 0;
    std::uint64_t digest_ = 0;
};

}  // namespace huashu::scenarios
