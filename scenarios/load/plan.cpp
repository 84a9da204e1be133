#include "load/plan.hpp"

#include <algorithm>

namespace huashu::scenarios {
namespace {

// The vertices that cut start from end, found in time linear in the stages: walk one path; a vertex of it is a
// cut when nothing explored from the vertices before it reaches further along the path.
class CutFinder {
public:
    CutFinder(const std::vector<StageData>& stages, int start)
        : stages_(stages),
          end_(static_cast<int>(stages.size())),
          path_index_(stages.size() + 1, -1),
          seen_(stages.size() + 1, false) {
        path_ = shortest_path(start);
        for (std::size_t i = 0; i < path_.size(); ++i) path_index_[path_[i]] = static_cast<int>(i);
    }

    std::vector<int> find() {
        std::vector<int> cuts;
        for (int i = 0; i < static_cast<int>(path_.size()); ++i) {
            if (path_[i] == end_) break;
            if (furthest_ == i) cuts.push_back(path_[i]);
            explore(path_[i]);
        }
        return cuts;
    }

private:
    template <class Visit>
    void each_next(int stage, Visit visit) const {
        for (const NextRule& rule : stages_[static_cast<std::size_t>(stage)].next)
            if (rule.to != no_jump) visit(rule.to == to_end ? end_ : rule.to);
    }

    std::vector<int> shortest_path(int start) const {
        std::vector<int> from(stages_.size() + 1, -2);
        std::vector<int> queue{start};
        from[start] = -1;
        for (std::size_t i = 0; i < queue.size() && from[end_] == -2; ++i) {
            if (queue[i] == end_) break;
            each_next(queue[i], [&](int to) {
                if (from[to] != -2) return;
                from[to] = queue[i];
                queue.push_back(to);
            });
        }
        std::vector<int> path;
        for (int at = from[end_] == -2 ? start : end_; at >= 0; at = from[at]) path.push_back(at);
        std::reverse(path.begin(), path.end());
        return path;
    }

    void explore(int from) {
        std::vector<int> stack{from};
        while (!stack.empty()) {
            const int at = stack.back();
            stack.pop_back();
            each_next(at, [&](int to) {
                if (path_index_[to] >= 0) {
                    furthest_ = std::max(furthest_, path_index_[to]);
                } else if (!seen_[to]) {
                    seen_[to] = true;
                    stack.push_back(to);
                }
            });
        }
    }

    const std::vector<StageData>& stages_;
    int end_;
    std::vector<int> path_;
    std::vector<int> path_index_;  ///< -1: not on the path
    std::vector<bool> seen_;
    int furthest_ = 0;
};

}  // namespace

std::vector<int> plan_of(const std::vector<StageData>& stages, int start) { return CutFinder(stages, start).find(); }

}  // namespace huashu::scenarios
