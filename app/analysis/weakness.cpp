#include "analysis/weakness.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/chapter.hpp"

namespace huashu::app {
namespace {

using LineKind = scoring::LedgerLine::Kind;

constexpr double centi = 100;
constexpr std::size_t most_points_named = 3;

struct LineSum {
    double earned = 0, possible = 0, lost = 0;
    [[nodiscard]] double left() const { return possible - earned + lost; }
};

// What a line says about its point of the standard; lines that only square the sum say nothing.
LineSum sum_of_line(const scoring::LedgerLine& line) {
    switch (line.kind) {
        case LineKind::earned:
        case LineKind::missed:
            return {line.centipoints / centi, line.possible_centipoints / centi, 0};
        case LineKind::finding:
            return {0, 0, -line.centipoints / centi};
        default:
            return {};
    }
}

bool counts(const scoring::LedgerLine& line) {
    return (line.kind == LineKind::earned || line.kind == LineKind::missed || line.kind == LineKind::finding) &&
           chapter_of(line.source) > 0;
}

struct Chapter {
    ChapterResult result;
    std::map<std::string, double> left_by_point;
};

std::vector<std::string> dearest_points(const std::map<std::string, double>& left) {
    std::vector<std::pair<std::string, double>> sorted(left.begin(), left.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> out;
    for (const auto& [point, points] : sorted)
        if (points > 0 && out.size() < most_points_named) out.push_back(point);
    return out;
}

}  // namespace

std::vector<ChapterResult> chapters_of(const std::vector<const AttemptFacts*>& attempts) {
    std::map<int, Chapter> by_chapter;
    for (const AttemptFacts* attempt : attempts) {
        if (attempt->rewound) continue;
        std::set<int> touched;
        for (const scoring::LedgerLine& line : attempt->ledger) {
            if (!counts(line)) continue;
            const int number = chapter_of(line.source);
            const LineSum sum = sum_of_line(line);
            Chapter& chapter = by_chapter[number];
            chapter.result.earned += sum.earned;
            chapter.result.possible += sum.possible;
            chapter.result.lost += sum.lost;
            chapter.left_by_point[line.source] += sum.left();
            touched.insert(number);
        }
        for (const int number : touched) ++by_chapter[number].result.talks;
    }
    std::vector<ChapterResult> out;
    for (auto& [number, chapter] : by_chapter) {
        chapter.result.chapter = number;
        chapter.result.points = dearest_points(chapter.left_by_point);
        out.push_back(std::move(chapter.result));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.left_per_talk() > b.left_per_talk(); });
    return out;
}

std::optional<double> left_in(const AttemptFacts& attempt, int chapter) {
    std::optional<double> left;
    for (const scoring::LedgerLine& line : attempt.ledger)
        if (counts(line) && chapter_of(line.source) == chapter) left = left.value_or(0) + sum_of_line(line).left();
    return left;
}

}  // namespace huashu::app
