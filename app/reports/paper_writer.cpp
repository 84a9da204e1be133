#include "reports/paper_writer.hpp"

#include <cmath>
#include <cstdio>
#include <ctime>

#include "play/page.hpp"

namespace huashu::app {
namespace {

std::string local_text(std::int64_t ms_since_1970, const char* format) {
    const auto seconds = static_cast<std::time_t>(ms_since_1970 / 1000);
    std::tm local{};
    char text[40] = "";
    if (localtime_r(&seconds, &local) != nullptr) std::strftime(text, sizeof text, format, &local);
    return text;
}

}  // namespace

PaperWriter::PaperWriter(const desktop::Speech& speech, const Stamp& stamp, std::string name) : speech_(speech) {
    const bool simplified = speech.words.language() == Language::zh_hans;
    paper_.language = simplified ? "zh-CN" : "zh-TW";
    paper_.family = simplified ? "Noto Sans CJK SC" : "Noto Sans CJK TC";
    paper_.footer = speech.words("desktop.paper.footer", {{"title", name}});
    paper_.name = std::move(name);
    paper_.made_ms = stamp.made_ms;
}

desktop::PaperBlock& PaperWriter::add(Kind kind, std::string text) {
    desktop::PaperBlock block;
    block.kind = kind;
    block.text = std::move(text);
    paper_.blocks.push_back(std::move(block));
    return paper_.blocks.back();
}

void PaperWriter::row(std::string figure, std::string text, std::string aside) {
    desktop::PaperBlock& block = add(Kind::row, std::move(text));
    block.figure = std::move(figure);
    block.aside = std::move(aside);
}

void PaperWriter::bar(std::string text, std::optional<int> share, std::string figure, bool good) {
    desktop::PaperBlock& block = add(Kind::bar, std::move(text));
    block.figure = std::move(figure);
    block.good = good;
    if (share) block.values.push_back(*share);
}

void PaperWriter::pairs(const std::vector<std::pair<std::string, std::string>>& all) {
    desktop::PaperBlock& block = add(Kind::pairs);
    for (const auto& [name, value] : all)
        if (!value.empty()) block.names.insert(block.names.end(), {name, value});
}

void PaperWriter::signatures() {
    desktop::PaperBlock& block = add(Kind::signatures, speech_.words("desktop.paper.signatures"));
    block.aside = speech_.words("desktop.paper.signatures_hint");
    block.names = {speech_.words("desktop.paper.trainee"), speech_.words("desktop.paper.assessor"),
                   speech_.words("desktop.paper.day")};
}

std::string verdict_words(const AttemptFacts& attempt, const desktop::Speech& speech) {
    return speech.words(attempt.has_critical ? "desktop.result.critical"
                        : attempt.passed()   ? "desktop.result.passed"
                                             : "desktop.result.failed");
}

std::string chapter_words(int chapter, const desktop::Speech& speech) {
    const std::string number = std::to_string(chapter);
    return "§" + number + "　" + speech.words.name("desktop.chapter.", number);
}

std::string short_points(int centipoints, bool signed_always) {
    std::string text = points(centipoints, signed_always);
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

std::string tenths(double value, bool is_signed) {
    const double rounded = std::round(value * 10) / 10;
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", std::abs(rounded));
    if (rounded < 0) return std::string("−") + text;
    return (is_signed && rounded > 0 ? "+" : "") + std::string(text);
}

std::string effect_words(const Effect& effect, const desktop::Speech& speech) {
    if (!effect.change())
        return speech.words("desktop.analysis.effect_early", {{"before", std::to_string(effect.talks_before)},
                                                              {"since", std::to_string(effect.talks_since)},
                                                              {"least", std::to_string(least_talks)}});
    return speech.words("desktop.analysis.effect", {{"before", tenths(effect.left_before)},
                                                    {"since", tenths(effect.left_since)},
                                                    {"change", tenths(*effect.change(), true)}});
}

std::string local_time_text(std::int64_t ms_since_1970) { return local_text(ms_since_1970, "%Y-%m-%d %H:%M"); }
std::string local_day_text(std::int64_t ms_since_1970) { return local_text(ms_since_1970, "%Y-%m-%d"); }

}  // namespace huashu::app
