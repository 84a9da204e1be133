// Small help for whoever puts a Paper together.
#pragma once

#include <string>
#include <vector>

#include "desktop/print/paper.hpp"
#include "desktop/views/speech.hpp"
#include "reports/papers.hpp"

namespace huashu::app {

class PaperWriter {
public:
    using Kind = desktop::PaperBlock::Kind;

    PaperWriter(const desktop::Speech& speech, const Stamp& stamp, std::string name);

    desktop::PaperBlock& add(Kind kind, std::string text = {});
    void row(std::string figure, std::string text, std::string aside = {});
    void bar(std::string text, std::optional<int> share, std::string figure, bool good);
    /// Names and values; pairs without a value are left out.
    void pairs(const std::vector<std::pair<std::string, std::string>>& all);
    /// The heading of a part, by the key of its words.
    void heading(std::string_view key) { add(Kind::heading, speech_.words(key)); }
    /// Where trainee and supervisor sign.
    void signatures();
    [[nodiscard]] const desktop::Speech& speech() const { return speech_; }
    [[nodiscard]] desktop::Paper take() { return std::move(paper_); }
    desktop::Paper& paper() { return paper_; }

private:
    const desktop::Speech& speech_;
    desktop::Paper paper_;
};

using PaperKind = PaperWriter::Kind;

/// "passed", "not passed", "failed outright", in words.
[[nodiscard]] std::string verdict_words(const AttemptFacts& attempt, const desktop::Speech& speech);
/// "§5　The agitated owner".
[[nodiscard]] std::string chapter_words(int chapter, const desktop::Speech& speech);
/// Hundredths as points, without empty decimals: "16" rather than "16.00", the column of figures is narrow.
[[nodiscard]] std::string short_points(int centipoints, bool signed_always = false);
/// One decimal, with a sign where `is_signed`: "−2.3", "+0.5".
[[nodiscard]] std::string tenths(double value, bool is_signed = false);
/// How a measure did, in words: "3.5 → 1.0 per talk", or that it is too early.
[[nodiscard]] std::string effect_words(const Effect& effect, const desktop::Speech& speech);

}  // namespace huashu::app
