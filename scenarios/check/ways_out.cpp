// The graph of stages, without moods: stages that nothing leads to, and stages from which nothing leads to the end. A
// talk always ends, because no stage is entered three times; but one that only goes in circles ends for no reason of
// its own.
#include "check/report.hpp"

namespace huashu::scenarios {
namespace {

class Graph {
public:
    explicit Graph(const ScenarioData& data) : data_(data), end_(static_cast<int>(data.stages.size())) {
        forward_.resize(data.stages.size() + 1);
        backward_.resize(data.stages.size() + 1);
        std::vector<int> anywhere;
        gather(anywhere, data.reactions);
        gather(anywhere, data.events);
        gather(anywhere, data.persona.reactions);
        for (int stage = 0; stage < end_; ++stage) add_ways(stage, anywhere);
    }

    [[nodiscard]] std::vector<bool> reached_from_start() const { return spread(data_.start, forward_); }
    [[nodiscard]] std::vector<bool> leading_to_end() const { return spread(end_, backward_); }

private:
    static void gather(std::vector<int>& jumps, const std::vector<Rule>& rules) {
        for (const Rule& rule : rules)
            if (rule.to != no_jump) jumps.push_back(rule.to);
    }

    void add_ways(int stage, const std::vector<int>& anywhere) {
        const StageData& data = data_.stages[stage];
        std::vector<int> jumps = anywhere;
        for (const NextRule& rule : data.next) jumps.push_back(rule.to);
        for (const ChoiceData& choice : data.choices)
            if (choice.next != no_jump) jumps.push_back(choice.next);
        gather(jumps, data.reactions);
        for (const int jump : jumps) {
            const int to = jump == to_end ? end_ : jump;
            forward_[stage].push_back(to);
            backward_[to].push_back(stage);
        }
    }

    static std::vector<bool> spread(int from, const std::vector<std::vector<int>>& ways) {
        std::vector<bool> seen(ways.size(), false);
        std::vector<int> stack{from};
        seen[from] = true;
        while (!stack.empty()) {
            const int at = stack.back();
            stack.pop_back();
            for (const int to : ways[at])
                if (!seen[to]) {
                    seen[to] = true;
                    stack.push_back(to);
                }
        }
        return seen;
    }

    const ScenarioData& data_;
    int end_;
    std::vector<std::vector<int>> forward_, backward_;
};

}  // namespace

void check_ways_out(const Check& check, Coverage& coverage) {
    const Graph graph(check.data);
    const std::vector<bool> reached = graph.reached_from_start();
    const std::vector<bool> leading = graph.leading_to_end();
    for (std::size_t i = 0; i < check.data.stages.size(); ++i) {
        const StageData& stage = check.data.stages[i];
        if (!reached[i]) {
            coverage.stages[i] = true;
            check.report(stage.offset, "stage-unlinked", "nothing leads to the stage \"" + stage.id + "\"",
                         "name it in a \"next\" or a \"to\", or take it out");
        }
        if (!leading[i])
            check.report(stage.offset, "no-way-to-end",
                         "from the stage \"" + stage.id + "\" the talk can only go in circles",
                         "give one of the stages of the circle a way to \"end\"");
    }
}

}  // namespace huashu::scenarios
