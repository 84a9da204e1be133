// The backstage of assessments: blueprints and forms, the exam that runs, results, reviews.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assess/department.hpp"
#include "assess/exam.hpp"
#include "desktop/live/care_backstage.hpp"
#include "desktop/live/marking_backstage.hpp"
#include "desktop/state/exam_intent.hpp"

namespace huashu::desktop {

class ExamBackstage {
public:
    struct World {
        const app::Content* content = nullptr;
        std::vector<std::string> blueprint_folders;
        std::string data_folder;                 ///< empty: there is one person only, and nothing is written
        std::string papers_folder;               ///< where exports are suggested to go; empty: beside the data
        std::function<app::Records*()> records;  ///< of the present person; null: nothing is kept
        std::function<app::Person()> person;     ///< the present one
        std::function<std::uint64_t()> new_seed;
    };
    explicit ExamBackstage(World world);

    [[nodiscard]] Intents perform(const ExamEffect& effect);
    /// A passphrase is set and was not given yet; `passphrase`: a try, empty: none. Once it was given, supervisor's
    /// pages are open until another person comes.
    [[nodiscard]] Result<bool> is_locked(const std::string& passphrase = {});
    /// No sitting runs and nothing is reckoned in the background: the content may become another.
    [[nodiscard]] bool is_at_rest() const {
        return !(exam_ && exam_->sitting().phase == assess::Sitting::Phase::running) && care_.is_at_rest() &&
               marking_.is_at_rest();
    }
    /// Before the content becomes another.
    void let_go() {
        exam_.reset();
        pool_.reset();
    }
    /// Another person: the exam on the screen is put away; it goes on by its clock.
    void person_changed() {
        exam_.reset();
        unlocked_ = false;
    }

private:
    friend struct ExamPerforming;
    [[nodiscard]] Intents load();
    [[nodiscard]] Intents begin(const std::string& blueprint_id);
    [[nodiscard]] Intents go_on();
    [[nodiscard]] Intents next_scenario();
    [[nodiscard]] Intents answer(const exam_task::Answer& task);
    [[nodiscard]] Intents hand_in(const scenarios::RecordForm& form);
    [[nodiscard]] Intents look_at_clock();
    [[nodiscard]] Intents away(bool is_away);
    [[nodiscard]] Intents open_sitting(const exam_task::OpenSitting& task);
    [[nodiscard]] Intents add(const exam_task::Add& task);
    [[nodiscard]] Intents put_aside(const exam_task::SetAside& task);
    [[nodiscard]] Intents supervise(const exam_task::Supervise& task);
    // blueprint_backstage.cpp
    [[nodiscard]] Intents open_draft(const std::string& blueprint_id);
    [[nodiscard]] Intents check_draft(const exam_task::CheckDraft& task);
    [[nodiscard]] Intents save_draft(const exam_task::SaveDraft& task);
    [[nodiscard]] std::string own_blueprints() const;
    [[nodiscard]] Result<void> calibrate(const assess::Department& all, SuperviseState& out) const;

    [[nodiscard]] assess::Room room();
    [[nodiscard]] Intents show_exam(bool fresh) const;
    [[nodiscard]] Intents show_running() const;
    [[nodiscard]] Intents show_record() const;
    [[nodiscard]] RunningExam running_now() const;
    [[nodiscard]] SealedPlay sealed_now() const;
    [[nodiscard]] Result<assess::Department> department();
    [[nodiscard]] Result<bool> is_locked_in(app::Records& site, const std::string& passphrase);
    [[nodiscard]] Result<void> look_at_first_attempts();
    [[nodiscard]] OpenSitting opened(assess::Filed filed, const std::string& folder, bool as_supervisor) const;
    [[nodiscard]] std::string own_folder() const;
    [[nodiscard]] std::string folder_of_all() const;

    World world_;
    std::optional<assess::RecordsStore> store_;  // of the present person
    app::Records* store_of_ = nullptr;
    std::optional<std::vector<assess::Candidate>> pool_;  // as of when it was first needed: one run, one draw
    std::optional<assess::Exam> exam_;
    CareBackstage care_;
    MarkingBackstage marking_;
    bool unlocked_ = false;  // the supervisor's passphrase was given
};

/// What of a talk may be seen while it counts: no judgements, model replies, labels, steps or facts to ask for.
[[nodiscard]] Talk seal(Talk talk);

}  // namespace huashu::desktop
