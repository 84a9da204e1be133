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
        verdict,     ///< a result: a large figure, words beside it, a smaller line below them
        pairs,       ///< names and values in two columns
        bar,         ///< a share of 0..100 as a bar: words, the bar, a figure
        scores,      ///< scores one after another, with the pass mark
        signatures,  ///< lines to sign on, a name below each; a heading and a hint (aside) above them may be empty
        centred,
        grand,  ///< centred and large: the heading and the name of a certificate
    } kind = Kind::text;
    std::string text;
    std::string figure, aside;  ///< of a row, a verdict, a bar
    std::vector<PaperMark> marks;
    std::vector<scenarios::Mood> course;  ///< of a curve
    std::vector<std::string> names;       ///< of a curve: anger, trust, patience; of pairs: name, value, name, …
    std::vector<int> values;              ///< of scores and of a bar (one)
    int mark = -1;                        ///< the pass mark among scores; < 0: none
    bool good = true;                     ///< of a verdict
};

struct Paper {
    std::string name;      ///< of the file, without folder and ending
    std::string language;  ///< for line breaking and the shapes of characters: "zh-TW", "zh-CN", "en"
    std::string family;    ///< font family
    std::string footer;    ///< at the foot of each page; {page} is its number, {pages} how many there are
    std::vector<PaperBlock> blocks;
    bool is_certificate = false;  ///< one page across, in a frame, without a footer
    std::int64_t made_ms = 0;     ///< of the document's properties, since 1970 UTC; 0: now
};

}  // namespace huashu::desktop
