// A row of bytes whose length is fixed when it is made. Up to 16 of them lie in the object itself, so that a search
// copies a state without asking for memory; real scenarios have fewer facts, stages and variables than that.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace huashu::scenarios {

class SmallBytes {
public:
    SmallBytes() = default;
    explicit SmallBytes(std::size_t size) : size_(size) {
        if (size > near_.size()) far_ = std::make_unique<std::int8_t[]>(size);
    }
    SmallBytes(const SmallBytes& other) : size_(other.size_), near_(other.near_) {
        if (!other.far_) return;
        far_ = std::make_unique<std::int8_t[]>(size_);
        std::copy(other.begin(), other.end(), begin());
    }
    SmallBytes(SmallBytes&&) noexcept = default;
    SmallBytes& operator=(const SmallBytes& other) {
        if (this != &other) *this = SmallBytes(other);
        return *this;
    }
    SmallBytes& operator=(SmallBytes&&) noexcept = default;
    ~SmallBytes() = default;

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::int8_t* begin() { return far_ ? far_.get() : near_.data(); }
    [[nodiscard]] const std::int8_t* begin() const { return far_ ? far_.get() : near_.data(); }
    [[nodiscard]] const std::int8_t* end() const { return begin() + size_; }
    [[nodiscard]] std::int8_t& operator[](std::size_t i) { return begin()[i]; }
    [[nodiscard]] std::int8_t operator[](std::size_t i) const { return begin()[i]; }
    bool operator==(const SmallBytes& other) const {
        return size_ == other.size_ && std::equal(begin(), end(), other.begin());
    }

private:
    std::size_t size_ = 0;
    std::array<std::int8_t, 16> near_{};
    std::unique_ptr<std::int8_t[]> far_;
};

}  // namespace huashu::scenarios
