#include "play/page.hpp"

#include <algorithm>
#include <cstdlib>

namespace huashu::app {
namespace {

constexpr int widest_page = 100;  // longer lines are hard to read, however wide the window is

std::string repeat(std::string_view piece, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += piece;
    return all;
}

}  // namespace

std::string Page::heading(std::string_view title) const {
    const std::string shown = printable(title);
    const int used = 4 + columns_of(shown);
    return style.dim("──") + " " + style.bold(shown) + " " +
           style.dim(repeat("─", std::min(columns, widest_page) - used)) + "\n";
}

std::string Page::paragraph(std::string_view text, int indent) const {
    return blanks(indent) + wrap(printable(text), std::min(columns, widest_page), indent) + "\n";
}

std::string Page::labelled(std::string_view label, int label_columns, std::string_view text) const {
    const std::string shown = printable(label);
    const int gap = std::max(label_columns - columns_of(shown), 1);
    return style.accent(shown) + blanks(gap) + wrap(printable(text), std::min(columns, widest_page), label_columns) +
           "\n";
}

std::string Page::table(const std::vector<std::vector<std::string>>& rows) const {
    std::vector<int> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(printable(row[i])));
    }
    std::string text;
    for (std::size_t number = 0; number < rows.size(); ++number) {
        std::string line;
        for (std::size_t i = 0; i < rows[number].size(); ++i) {
            const std::string cell = printable(rows[number][i]);
            line += i + 1 < rows[number].size() ? pad(cell, widths[i] + 2) : cell;
        }
        text += (number == 0 ? style.bold(line) : line) + "\n";
    }
    return text;
}

std::string Page::bar(int value, int full) const {
    constexpr int cells = 10;
    const int filled = full <= 0 ? 0 : std::clamp((value * cells + full / 2) / full, 0, cells);
    return repeat("█", filled) + repeat("░", cells - filled);
}

std::string points(int centipoints, bool signed_always) {
    const int size = std::abs(centipoints);
    std::string text = centipoints < 0 ? "−" : signed_always && centipoints > 0 ? "+" : "";
    text += std::to_string(size / 100) + "." + std::to_string(size / 10 % 10) + std::to_string(size % 10);
    return text;
}

}  // namespace huashu::app
