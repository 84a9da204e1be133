// Writes the skeleton's tables as C++: make_skeleton_table OPENCC_DATA_FOLDER TABLES_FOLDER OUTPUT.cpp
//
// Run by the build. What stands in the lists is folded as text is, so that they may be written in either script; a line
// that could not work is an error of the build.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "char_fold.hpp"
#include "table_writer.hpp"
#include "text/skeleton_table.hpp"
#include "unicode_text.hpp"

namespace {

using huashu::scoring::CharClass;
using huashu::scoring::SkeletonEntry;
using namespace huashu::tools;

constexpr std::uint32_t code_points = 0x110000;

struct SpellingLine {
    std::u32string written;
    std::u32string meant;
};

class TableMaker {
public:
    TableMaker(const HanVariants& variants, const std::string& folder) : variants_(variants), entries_(code_points) {
        take_marks_off_letters();
        read(folder + "/lookalikes.txt", [this](const std::string& line) { add_lookalikes(line); });
        read(folder + "/doubled.txt", [this](const std::string& line) { add_doubled(line); });
        read(folder + "/spellings.txt", [this](const std::string& line) { add_spellings(line); });
    }

    void write(std::ostream& out) {
        for (const SpellingLine& s : spellings_) entries_[s.written[0]] |= SkeletonEntry::begins_spelling_bit;
        const Blocks<std::uint32_t> blocks(entries_, 1u << huashu::scoring::skeleton_table::block_shift);
        out << "// Made by make_skeleton_table.\n#include \"text/skeleton_table.hpp\"\n\n"
               "namespace huashu::scoring::skeleton_table {\n";
        write_array(out, "uint16_t", "entry_index", blocks.index);
        write_array(out, "uint32_t", "entry_blocks", blocks.data);
        std::sort(spellings_.begin(), spellings_.end(), [](const SpellingLine& a, const SpellingLine& b) {
            if (a.written[0] != b.written[0]) return a.written[0] < b.written[0];
            return a.written.size() != b.written.size() ? a.written.size() > b.written.size() : a.written < b.written;
        });
        out << "extern const Spelling spellings[] = {\n";
        for (const SpellingLine& s : spellings_)
            out << "{U\"" << escaped(s.written) << "\", U\"" << escaped(s.meant) << "\", "
                << (in_letters(s.written) ? "true" : "false") << "},\n";
        out << "};\nextern const std::size_t spelling_count = " << spellings_.size()
            << ";\n}  // namespace huashu::scoring::skeleton_table\n";
    }

private:
    template <class Take>
    static void read(const std::string& path, Take take) {
        std::ifstream in(path);
        if (!in) throw std::runtime_error("cannot read " + path);
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            if (line.empty() || line.front() == '#') continue;
            try {
                take(line);
            } catch (const std::exception& problem) {
                throw std::runtime_error(path + ":" + std::to_string(number) + ": " + problem.what());
            }
        }
    }

    std::u32string canonical(const std::string& text) const {
        std::u32string out;
        for (char32_t c : to_utf32(text)) out += fold_of(c, variants_).becomes;
        if (out.empty()) throw std::runtime_error("nothing is left of \"" + text + "\" when folded");
        return out;
    }

    /// As the skeleton's first pass leaves it.
    std::u32string skeletal(const std::string& text) const {
        std::u32string out;
        for (char32_t c : canonical(text)) {
            const char32_t like = SkeletonEntry{entries_[c]}.looks_like();
            const char32_t now = like != 0 ? like : c;
            const bool digit = class_for(now) == CharClass::digit;
            if (!out.empty() && out.back() == now && !digit)
                throw std::runtime_error("a doubled character in \"" + text + "\" would be folded");
            out.push_back(now);
        }
        return out;
    }

    void take_marks_off_letters() {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
        for (char32_t c = 0x80; c < code_points; ++c) {
            if (class_for(c) != CharClass::letter) continue;
            const std::u32string parts = to_utf32(nfd->normalize(to_icu(std::u32string(1, c)), status));
            if (parts.size() > 1 && parts[0] >= U'a' && parts[0] <= U'z') entries_[c] = parts[0];
        }
    }

    void add_lookalikes(const std::string& line) {
        std::istringstream words(line);
        std::string word;
        words >> word;
        const std::u32string target = canonical(word);
        while (words >> word) {
            const std::u32string like = canonical(word);
            if (target.size() != 1 || like.size() != 1)
                throw std::runtime_error("\"" + word + "\" is more than one character");
            if (like == target) continue;  // Unicode has folded it already
            entries_[like[0]] = target[0];
        }
    }

    void add_doubled(const std::string& line) {
        std::istringstream words(line);
        for (std::string word; words >> word;) entries_[canonical(word).at(0)] |= SkeletonEntry::doubles_bit;
    }

    void add_spellings(const std::string& line) {
        std::istringstream words(line);
        std::string word;
        words >> word;
        if (word.empty() || word.back() != ':')
            throw std::runtime_error("a line is \"what is meant: ways to write it\"");
        word.pop_back();
        const std::u32string meant = skeletal(word);
        while (words >> word) {
            const std::u32string written = skeletal(word);
            if (written == meant) continue;  // the same, once look-alikes are folded
            if (written.size() < meant.size())
                throw std::runtime_error("\"" + word + "\" is shorter than what is meant");
            const auto [seen, is_new] = seen_.emplace(written, meant);
            if (seen->second != meant) throw std::runtime_error("\"" + word + "\" stands twice and means two things");
            if (is_new) spellings_.push_back({written, meant});
        }
    }

    static bool in_letters(const std::u32string& text) {
        return std::all_of(text.begin(), text.end(), [](char32_t c) {
            const CharClass kind = class_for(c);
            return kind == CharClass::letter || kind == CharClass::digit;
        });
    }

    static std::string escaped(const std::u32string& text) {
        std::string out;
        char buffer[16];
        for (char32_t c : text) {
            std::snprintf(buffer, sizeof buffer, "\\U%08X", static_cast<unsigned>(c));
            out += buffer;
        }
        return out;
    }

    const HanVariants& variants_;
    std::vector<std::uint32_t> entries_;
    std::vector<SpellingLine> spellings_;
    std::map<std::u32string, std::u32string> seen_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: make_skeleton_table OPENCC_DATA_FOLDER TABLES_FOLDER OUTPUT.cpp\n");
        return 2;
    }
    try {
        const std::string folder = argv[2];
        const HanVariants variants(argv[1], folder + "/variants.txt");
        std::ofstream out(argv[3], std::ios::binary);
        TableMaker(variants, folder).write(out);
        out.close();
        return out ? 0 : 3;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "make_skeleton_table: %s\n", problem.what());
        return 1;
    }
}
