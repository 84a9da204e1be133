// The weights of a model: its own after training or copied from bytes, or those of bytes that outlive it. The embedded
// model is read where it lies in the program's file: a copy takes 12 MB, and as many pages of the file are touched.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace huashu::scoring {

class Weights {
public:
    Weights() = default;
    /// Looks at them only: they must outlive this and its copies.
    explicit Weights(std::span<const std::int8_t> lasting) : lasting_(lasting) {}

    [[nodiscard]] const std::int8_t* data() const { return own_.empty() ? lasting_.data() : own_.data(); }
    [[nodiscard]] std::size_t size() const { return own_.empty() ? lasting_.size() : own_.size(); }
    std::int8_t operator[](std::size_t i) const { return data()[i]; }
    [[nodiscard]] const std::int8_t* begin() const { return data(); }
    [[nodiscard]] const std::int8_t* end() const { return data() + size(); }

    bool operator==(const Weights& other) const { return std::ranges::equal(*this, other); }

    void clear() { *this = {}; }
    void append(std::span<const std::int8_t> more) { own_.insert(own_.end(), more.begin(), more.end()); }

private:
    std::vector<std::int8_t> own_;
    std::span<const std::int8_t> lasting_;
};

}  // namespace huashu::scoring
