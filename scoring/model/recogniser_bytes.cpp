// Version 4: the magic line, sizes, the hash, the heads, how they mix, the keys of the features, their weights; numbers
// little-endian, as on every machine that Debian's amd64 and arm64 run on.
#include <algorithm>
#include <bit>
#include <cstring>

#include "model/recogniser.hpp"

namespace huashu::scoring {
namespace {

static_assert(std::endian::native == std::endian::little);
constexpr std::string_view magic = "huashu model 4\n";

class Writer {
public:
    template <class T>
    void put(const T& value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put_text(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes += text;
    }
    std::string bytes;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    template <class T>
    void get(T& value) {
        take(reinterpret_cast<char*>(&value), sizeof value);
    }
    void get_text(std::string& text) {
        std::uint32_t size = 0;
        get(size);
        if (size > 1024) sound_ = false;
        if (!sound_) return;
        text.resize(size);
        take(text.data(), size);
    }
    void take(char* to, std::size_t size) {
        if (rest_.size() < size) {
            sound_ = false;
            return;
        }
        std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
    }
    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] std::size_t left() const { return rest_.size(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
    bool sound_ = true;
};

template <class Stream, class Head>
void each_field(Stream&& with, Head& head) {
    with(head.scale);
    with(head.bias);
    with(head.threshold);
    with(head.slope);
    with(head.offset);
    with(head.calibrated);
    with(head.usable);
    with(head.examples);
    with(head.precision);
    with(head.recall);
}

}  // namespace

std::string to_bytes(const Recogniser& model) {
    Writer out;
    out.bytes = magic;
    out.put(static_cast<std::uint32_t>(model.rows()));
    out.put(static_cast<std::uint32_t>(label_count));
    out.put_text(model.pack);
    out.put_text(model.data_hash);
    for (const Head& head : model.heads) each_field([&](const auto& value) { out.put(value); }, head);
    out.put(model.most_family);
    for (std::size_t row = 0; row < model.rows(); ++row) out.put(model.key_of_row(row));
    for (const std::int8_t weight : model.weights) out.put(weight);
    return out.bytes;
}

std::optional<Recogniser> recogniser_from(std::string_view bytes, Bytes are) {
    if (!bytes.starts_with(magic)) return std::nullopt;
    Reader in(bytes.substr(magic.size()));
    std::uint32_t rows = 0, labels = 0;
    in.get(rows);
    in.get(labels);
    if (!in.sound() || labels != label_count) return std::nullopt;
    Recogniser model;
    in.get_text(model.pack);
    in.get_text(model.data_hash);
    for (Head& head : model.heads) each_field([&](auto& value) { in.get(value); }, head);
    in.get(model.most_family);
    if (!in.sound() || in.left() != std::size_t{rows} * (sizeof(std::uint32_t) + Recogniser::lanes))
        return std::nullopt;
    std::vector<std::uint32_t> keys(rows);
    in.take(reinterpret_cast<char*>(keys.data()), rows * sizeof(std::uint32_t));
    if (std::ranges::adjacent_find(keys, std::ranges::greater_equal{}) != keys.end()) return std::nullopt;
    model.set_keys(keys);
    const std::string_view rest = in.rest();
    const std::span weights(reinterpret_cast<const std::int8_t*>(rest.data()), rest.size());
    if (are == Bytes::outlive_model)
        model.weights = Weights(weights);
    else
        model.weights.append(weights);
    return model;
}

}  // namespace huashu::scoring
