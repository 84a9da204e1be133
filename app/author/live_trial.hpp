// Playing what is being written: from any stage, in any mood, with the reasons of every turn. Nothing is kept of it.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "author/document_tree.hpp"
#include "scenarios/trace.hpp"

namespace huashu::app {

struct TrialStart {
    std::string stage;  ///< id; empty: where the scenario begins
    scenarios::Mood mood;
    std::uint64_t seed = 1;
};

class Trial {
public:
    /// Error (content): the draft can't be played yet; all that is wrong with it.
    [[nodiscard]] static Result<Trial> begin(const Tree& root, const std::string& file, const scoring::Engine& engine,
                                             const std::string& personas, const TrialStart& start);

    [[nodiscard]] Result<void> say(const scenarios::Input& input);
    /// Back to before the last reply.
    void take_back();

    [[nodiscard]] const scenarios::Session& session() const { return *session_; }
    [[nodiscard]] const std::vector<scenarios::TurnTrace>& traces() const { return traces_; }
    /// It began where the scenario does, as the scenario does: its end can be kept as a golden play.
    [[nodiscard]] bool from_the_beginning() const { return from_beginning_; }
    [[nodiscard]] const TrialStart& started() const { return start_; }

private:
    Trial(scenarios::Session session, const scoring::Engine& engine, TrialStart start, bool from_beginning);

    std::shared_ptr<scenarios::Session> session_;
    const scoring::Engine* engine_;
    TrialStart start_;
    bool from_beginning_ = false;
    std::vector<scenarios::TurnTrace> traces_;
};

/// A thousand robots: what random choices come to, by stage and ending.
struct RobotReport {
    int plays = 0;
    std::vector<int> stages, endings;              ///< plays that came there, as in the file
    std::vector<int> stage_scores, ending_scores;  ///< on average of what those came to; -1: none came there
    int left = 0;                                  ///< the owner broke off
    int lowest = 100, highest = 0;                 ///< scores
    double mean = 0;
};
/// `stop`: may end it early. Error as of Trial::begin.
[[nodiscard]] Result<RobotReport> send_robots(const Tree& root, const std::string& file, const scoring::Engine& engine,
                                              const std::string& personas, int plays, const std::atomic<bool>& stop);

}  // namespace huashu::app
