// A report as it goes to paper: blocks in reading order, in words. Plain data, made from a view and laid out by
// write_pdf(); a test reads it without a printer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace huashu::desktop {

/// Marked characters of a paragraph, in bytes of its text. Told apart without colour too.
struct PaperMark {
    enum class Kind : std::uint8_t { finding, credit, strong } kind = Kind::finding;
    std::uint32_t begin = 0, end = 0;
    bool operator==(const PaperMark&) const = default;
};

struct PaperBlock {
    enum class Kind : std::uint8_t {
        title,
        heading,
        text,
        quiet,   ///< small and grey
        owner,   ///< what the owner says
        reply,   ///< what the trainee said, in a frame
        better,  ///< better wording, in a pale frame
        row,     ///< a line of a table: figure at the left, words, an aside at the right
        curve,   ///< the course of the mood
        gap,
    } kind = Kind::text;
    std::string text;
    std::string figure, aside;  ///< of a row
    std::vector<PaperMark> marks;
    std::vector<scenarios::Mood> course;  ///< of a curve
    std::vector<std::string> names;       ///< of a curve: anger, trust, patience
};

struct Paper {
    std::string name;      ///< of the file, without folder and ending
    std::string language;  ///< for line breaking and the shapes of characters: "zh-TW", "zh-CN", "en"
    std::string family;    ///< font family
    std::string footer;    ///< at the foot of each page; {page} is its number
    std::vector<PaperBlock> blocks;
};

}  // namespace huashu::desktop
