// Writes the fold table as C++: make_fold_table OPENCC_DATA_FOLDER VARIANTS_FILE OUTPUT.cpp
//
// Run by the build. The table has two stages: blocks of 128 characters, equal blocks stored once.
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <vector>

#include "char_fold.hpp"
#include "scoring/text.hpp"
#include "table_writer.hpp"

namespace {

using huashu::scoring::FoldEntry;
using huashu::scoring::FoldKind;

constexpr std::uint32_t code_points = 0x110000;
constexpr std::uint32_t block_size = 1u << huashu::scoring::fold_table::block_shift;

struct Tables {
    std::vector<std::uint32_t> folds = std::vector<std::uint32_t>(code_points);
    std::vector<std::uint32_t> sequences;
    std::vector<std::uint8_t> classes = std::vector<std::uint8_t>(code_points);
    std::map<std::u32string, std::uint32_t> sequence_places;

    std::uint32_t place_of(const std::u32string& sequence) {
        const auto [found, is_new] = sequence_places.emplace(sequence, static_cast<std::uint32_t>(sequences.size()));
        if (is_new) {
            sequences.push_back(static_cast<std::uint32_t>(sequence.size()));
            for (char32_t c : sequence) sequences.push_back(c);
        }
        return found->second;
    }

    std::uint32_t entry_for(char32_t c, const huashu::tools::CharFold& fold) {
        const bool same = fold.kind == FoldKind::single && fold.becomes[0] == c && fold.steps == 0;
        if (same && !fold.joins_backwards) return 0;
        std::uint32_t value = 0;
        if (fold.kind == FoldKind::single) value = fold.becomes[0];
        if (fold.kind == FoldKind::sequence) value = place_of(fold.becomes);
        return value | static_cast<std::uint32_t>(fold.steps >> 1) << FoldEntry::step_shift |
               static_cast<std::uint32_t>(fold.kind) << FoldEntry::kind_shift |
               (fold.joins_backwards ? FoldEntry::joins_bit : 0);
    }
};

/// Only what the fast path can do by itself goes into the direct table.
std::vector<std::uint16_t> direct_han(const Tables& tables) {
    using namespace huashu::scoring;
    std::vector<std::uint16_t> direct;
    for (char32_t c = fold_table::han_first; c < fold_table::han_first + fold_table::han_count; ++c) {
        const FoldEntry entry{tables.folds[c]};
        const bool simple = entry.kind() == FoldKind::single && !entry.joins_backwards() &&
                            entry.steps() == bit(FoldStep::script) && entry.value() < 0x10000;
        direct.push_back(static_cast<std::uint16_t>(entry.is_identity() ? c : simple ? entry.value() : 0));
    }
    return direct;
}

void write_tables(const huashu::tools::HanVariants& variants, std::ostream& out) {
    Tables tables;
    for (std::uint32_t c = 0; c < code_points; ++c) {
        tables.classes[c] = static_cast<std::uint8_t>(huashu::tools::class_for(c));
        if (c >= 0xD800 && c < 0xE000) continue;  // no text holds a surrogate
        tables.folds[c] = tables.entry_for(c, huashu::tools::fold_of(c, variants));
    }
    using huashu::tools::write_array;
    const huashu::tools::Blocks<std::uint32_t> folds(tables.folds, block_size);
    const huashu::tools::Blocks<std::uint8_t> classes(tables.classes, block_size);
    out << "// Made by make_fold_table.\n#include \"text/fold_table.hpp\"\n\nnamespace huashu::scoring::fold_table {\n";
    write_array(out, "uint16_t", "fold_index", folds.index);
    write_array(out, "uint32_t", "fold_blocks", folds.data);
    write_array(out, "uint32_t", "sequences", tables.sequences);
    write_array(out, "uint16_t", "han_direct", direct_han(tables));
    write_array(out, "uint16_t", "class_index", classes.index);
    write_array(out, "uint8_t", "class_blocks", classes.data);
    out << "}  // namespace huashu::scoring::fold_table\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: make_fold_table OPENCC_DATA_FOLDER VARIANTS_FILE OUTPUT.cpp\n");
        return 2;
    }
    try {
        const huashu::tools::HanVariants variants(argv[1], argv[2]);
        std::ofstream out(argv[3], std::ios::binary);
        write_tables(variants, out);
        out.close();
        return out ? 0 : 3;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "make_fold_table: %s\n", problem.what());
        return 3;
    }
}
