#include "desktop/editor/side_view.hpp"

#include <algorithm>
#include <filesystem>

#include "author/quick_fix.hpp"
#include "desktop/editor/form_view.hpp"
#include "desktop/editor/guide_view.hpp"
#include "desktop/editor/reasons_view.hpp"
#include "desktop/views/problem_words.hpp"

namespace huashu::desktop {
namespace {

void add_problems(SideView& view, const AuthorDesk& desk, const Speech& speech) {
    const app::LiveReport& report = *desk.report;
    view.up_to_date = report.revision == desk.document.revision();
    view.complete = view.up_to_date && report.depth == app::LiveReport::Depth::analysed;
    view.playable = report.playable;
    for (const app::LiveFinding& finding : report.findings) {
        ++(finding.level == Level::error ? view.errors : view.warnings);
        ProblemRow row{finding.level, problem_words(finding.code, finding.text, speech),
                       problem_detail(finding.code, finding.remedy, speech),
                       place_words(desk.document.root(), finding.pointer, speech), finding.pointer};
        const std::string file_id = std::filesystem::path(desk.file).stem().string();
        if (auto fix = app::quick_fix(desk.document.root(), finding, file_id)) {
            row.fix = speech.words.name("desktop.author.fix.", fix->what);
            row.fixed = std::move(fix->root);
        }
        view.problems.push_back(std::move(row));
    }
}

void add_scores(SideView& view, const AuthorDesk& desk, const Speech& speech) {
    const scenarios::Analysis& analysis = *desk.report->analysis;
    if (analysis.endings.empty()) return;
    view.best = analysis.best.score;
    view.worst = analysis.worst.score;
    view.exact = analysis.exact;
    for (const app::OutlineEnding& ending : desk.outline.endings) {
        const auto found = std::find_if(analysis.endings.begin(), analysis.endings.end(),
                                        [&](const auto& reach) { return reach.ending == ending.id; });
        const auto number = static_cast<std::size_t>(&ending - desk.outline.endings.data());
        EndingReachRow row{ending.title.empty() ? ending.id : ending.title,
                           {},
                           app::below("/endings", number),
                           found != analysis.endings.end()};
        row.figures = row.reached
                          ? speech.words("desktop.author.ending_reach", {{"worst", std::to_string(found->worst.score)},
                                                                         {"best", std::to_string(found->best.score)},
                                                                         {"turns", std::to_string(found->shortest)}})
                          : speech.words("desktop.author.ending_by_typing");
        view.endings.push_back(std::move(row));
    }
}

void add_no_return(SideView& view, const AuthorDesk& desk, const Speech& speech) {
    const scenarios::Analysis& analysis = *desk.report->analysis;
    const bool gentle = analysis.gentle_no_return.has_value();
    const auto& found = gentle ? analysis.gentle_no_return : analysis.no_return;
    if (!found) return;
    view.no_return = speech.words(
        gentle ? "desktop.author.gentle_no_return" : "desktop.author.no_return",
        {{"turns", std::to_string(found->play.inputs.size())}, {"score", std::to_string(found->play.score)}});
    view.no_return_play = found->play.inputs;
}

}  // namespace

SideView make_side_view(const AuthorDesk& desk, const Speech& speech) {
    SideView view;
    if (desk.report) add_problems(view, desk, speech);
    if (desk.report && desk.report->analysis) {
        add_scores(view, desk, speech);
        add_no_return(view, desk, speech);
    }
    if (desk.robots)
        view.robots = speech.words("desktop.author.robots_line",
                                   {{"plays", std::to_string(desk.robots->plays)},
                                    {"low", std::to_string(desk.robots->lowest)},
                                    {"mean", std::to_string(static_cast<int>(desk.robots->mean + 0.5))},
                                    {"high", std::to_string(desk.robots->highest)}});
    view.guide = make_guide(desk, speech);
    view.guide_done = static_cast<std::size_t>(
        std::count_if(view.guide.begin(), view.guide.end(), [](const GuideStep& step) { return step.done; }));
    if (desk.trial) add_trial(view, desk, speech);
    return view;
}

}  // namespace huashu::desktop
