#include "desktop/editor/map_view.hpp"

#include <unordered_map>

namespace huashu::desktop {
namespace {

std::string step_mark(const std::string& step, const Speech& speech) {
    if (step.size() == 1) return step;
    return speech.words.name("desktop.author.step_mark.", step);
}

struct ProblemCount {
    int errors = 0, warnings = 0;
};

// How much is wrong with each item of the lists, by its pointer.
std::unordered_map<std::string, ProblemCount> count_problems(const AuthorDesk& desk) {
    std::unordered_map<std::string, ProblemCount> counts;
    if (!desk.report) return counts;
    for (const app::LiveFinding& finding : desk.report->findings) {
        const std::size_t second = finding.pointer.find('/', 1);
        if (second == std::string::npos) continue;
        ProblemCount& count = counts[finding.pointer.substr(0, finding.pointer.find('/', second + 1))];
        ++(finding.level == Level::error ? count.errors : count.warnings);
    }
    return counts;
}

class MapMaker {
public:
    MapMaker(const AuthorDesk& desk, const Speech& speech)
        : desk_(desk), speech_(speech), problems_(count_problems(desk)) {}

    MapView make() {
        const app::Outline& outline = desk_.outline;
        for (std::size_t i = 0; i < outline.stages.size(); ++i) add_stage(outline.stages[i], i);
        for (std::size_t i = 0; i < outline.endings.size(); ++i) add_ending(outline.endings[i], i);
        MapNode end;
        end.kind = MapNode::Kind::end;
        end.title = speech_.words("desktop.author.the_end");
        end.spot = desk_.plan.end;
        const std::size_t end_at = view_.nodes.size();
        view_.nodes.push_back(std::move(end));
        for (std::size_t i = 0; i < outline.stages.size(); ++i)
            for (const app::OutlineWay& way : outline.stages[i].ways)
                view_.ways.push_back(
                    {i, way.to < 0 ? end_at : static_cast<std::size_t>(way.to), way.kind, way.guarded});
        for (std::size_t i = 0; i < outline.endings.size(); ++i)
            if (!outline.endings[i].at_any_time)
                view_.ways.push_back({end_at, outline.stages.size() + i, app::OutlineWay::Kind::next, false});
        view_.left = desk_.plan.left;
        view_.top = desk_.plan.top;
        view_.right = desk_.plan.right;
        view_.bottom = desk_.plan.bottom;
        return std::move(view_);
    }

private:
    void finish(MapNode node, const std::vector<app::Spot>& spots, std::size_t i, const std::vector<int>* reached,
                const std::vector<int>* scores) {
        if (i < spots.size()) node.spot = spots[i];
        const auto found = problems_.find(node.pointer);
        if (found != problems_.end()) {
            node.errors = found->second.errors;
            node.warnings = found->second.warnings;
        }
        node.by_hand = desk_.by_hand.contains(node.key);
        node.unreached = node.unreached || (desk_.report && desk_.report->unreached.contains(node.key));
        if (desk_.robots && desk_.robots->plays > 0 && reached != nullptr && i < reached->size()) {
            node.reached_per_cent = ((*reached)[i] * 100 + desk_.robots->plays / 2) / desk_.robots->plays;
            node.reached = std::to_string(node.reached_per_cent) + " %";
            if (i < scores->size() && (*scores)[i] >= 0)
                node.reached +=
                    "　" + speech_.words("desktop.author.robots_mean", {{"score", std::to_string((*scores)[i])}});
        }
        view_.nodes.push_back(std::move(node));
    }

    void add_stage(const app::OutlineStage& stage, std::size_t i) {
        MapNode node;
        node.pointer = app::below("/stages", i);
        node.key = app::stage_key(stage.id);
        node.id = stage.id;
        node.title = stage.title.empty() ? stage.id : stage.title;
        node.mark = step_mark(stage.step, speech_);
        node.start = static_cast<int>(i) == desk_.outline.start;
        node.unreached = !stage.linked;
        finish(std::move(node), desk_.plan.stages, i, desk_.robots ? &desk_.robots->stages : nullptr,
               desk_.robots ? &desk_.robots->stage_scores : nullptr);
    }

    void add_ending(const app::OutlineEnding& ending, std::size_t i) {
        MapNode node;
        node.kind = MapNode::Kind::ending;
        node.pointer = app::below("/endings", i);
        node.key = app::ending_key(ending.id);
        node.id = ending.id;
        node.title = ending.title.empty() ? ending.id : ending.title;
        node.rank = ending.rank;
        node.any_time = ending.at_any_time;
        finish(std::move(node), desk_.plan.endings, i, desk_.robots ? &desk_.robots->endings : nullptr,
               desk_.robots ? &desk_.robots->ending_scores : nullptr);
    }

    const AuthorDesk& desk_;
    const Speech& speech_;
    std::unordered_map<std::string, ProblemCount> problems_;
    MapView view_;
};

}  // namespace

MapView make_map_view(const AuthorDesk& desk, const Speech& speech) { return MapMaker(desk, speech).make(); }

}  // namespace huashu::desktop
