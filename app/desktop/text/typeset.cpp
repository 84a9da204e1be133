#include "desktop/text/typeset.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "desktop/text/utf.hpp"

namespace huashu::desktop {
namespace {

constexpr std::size_t kept_before_sweeping = 1500;

std::size_t hash_of(std::string_view text, const TextStyle& style, float width) {
    std::size_t hash = std::hash<std::string_view>{}(text);
    const auto stir = [&hash](std::size_t value) { hash ^= value + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2); };
    stir(static_cast<std::size_t>(style.em_px) * 4 + static_cast<std::size_t>(style.weight));
    stir(std::hash<float>{}(width));
    return hash;
}

}  // namespace

TextStyle style_of(Type type, const Scale& scale) {
    return {type_style(type).weight, scale.em(type), scale.leading(type)};
}

std::vector<TextBox> Layout::boxes_of(std::uint32_t begin_byte, std::uint32_t end_byte) const {
    const auto at = [this](std::uint32_t byte) {
        return static_cast<std::size_t>(std::lower_bound(byte_of.begin(), byte_of.end(), byte) - byte_of.begin());
    };
    return boxes_of_characters(at(begin_byte), at(end_byte));
}

std::vector<TextBox> Layout::boxes_of_characters(std::size_t begin, std::size_t end) const {
    std::vector<TextBox> boxes;
    end = std::min(end, characters.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const Row& row = rows[r];
        const std::size_t first = std::max<std::size_t>(begin, row.begin);
        const std::size_t last = std::min<std::size_t>(end, row.end);
        if (first >= last) continue;
        const float y = static_cast<float>(r) * style.leading_px;
        const float x1 = std::min(x_of[last - 1] + glyphs[last - 1]->advance, std::max(row.width, x_of[first]));
        boxes.push_back({x_of[first], y, x1, y + style.leading_px});
    }
    return boxes;
}

Layout Typesetter::make(std::u32string_view characters, const TextStyle& style, float width_px) {
    Layout made;
    made.characters = characters;
    made.style = style;
    const std::size_t n = characters.size();
    std::vector<float> advances(n);
    made.glyphs.resize(n);
    made.x_of.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        made.glyphs[i] = &glyphs_.glyph(style.weight, style.em_px, characters[i]);
        advances[i] = made.glyphs[i]->advance;
    }
    made.rows = wrap(characters, advances, width_px);
    for (const Row& row : made.rows) {
        float x = 0;
        for (std::uint32_t i = row.begin; i < row.end; ++i) {
            made.x_of[i] = x;
            x += advances[i];
        }
        made.width = std::max(made.width, row.width);
    }
    made.height = static_cast<float>(made.rows.size()) * style.leading_px;
    const float ascent = glyphs_.ascent(style.em_px);
    const float descent = glyphs_.descent(style.em_px);
    made.baseline = std::round((style.leading_px - ascent - descent) / 2 + ascent);
    return made;
}

const Layout& Typesetter::layout(std::string_view text, const TextStyle& style, float width_px) {
    const std::size_t hash = hash_of(text, style, width_px);
    const auto [first, last] = kept_.equal_range(hash);
    for (auto it = first; it != last; ++it) {
        Kept& kept = *it->second;
        if (kept.width != width_px || !(kept.style == style) || kept.text != text) continue;
        kept.last_used = frame_;
        return kept.layout;
    }
    auto kept = std::make_unique<Kept>();
    kept->text = text;
    kept->style = style;
    kept->width = width_px;
    kept->layout = make(to_characters(text), style, width_px);
    kept->layout.byte_of = byte_offsets(text);
    kept->last_used = frame_;
    return kept_.emplace(hash, std::move(kept))->second->layout;
}

float Typesetter::width_of(std::string_view text, const TextStyle& style) { return layout(text, style).width; }

std::string Typesetter::fitted(std::string_view text, const TextStyle& style, float width_px, bool& cut) {
    const Layout& whole = layout(text, style);
    cut = whole.width > width_px;
    if (!cut) return std::string(text);
    constexpr char32_t ellipsis = U'…';
    const float room = width_px - glyphs_.glyph(style.weight, style.em_px, ellipsis).advance;
    std::size_t n = 0;
    while (n < whole.characters.size() && whole.x_of[n] + whole.glyphs[n]->advance <= room) ++n;
    return to_bytes(std::u32string_view(whole.characters).substr(0, n)) + to_bytes(std::u32string(1, ellipsis));
}

void Typesetter::begin_frame() {
    ++frame_;
    if (generation_ != glyphs_.generation()) {
        kept_.clear();
        generation_ = glyphs_.generation();
    }
    if (kept_.size() > kept_before_sweeping)
        std::erase_if(kept_, [this](const auto& entry) { return entry.second->last_used + 120 < frame_; });
}

}  // namespace huashu::desktop
