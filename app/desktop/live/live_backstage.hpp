// The real backstage: scenarios and rules from their folders, attempts with their records, settings in a file.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "desktop/state/backstage.hpp"
#include "play/attempt.hpp"
#include "records/records.hpp"

namespace huashu::desktop {

class AnalysisReader;
class ExamBackstage;

class LiveBackstage : public Backstage {
public:
    struct Options {
        app::Records* records = nullptr;             ///< null: nothing is kept (the tour)
        std::string settings_file;                   ///< empty: settings are not kept
        std::string data_folder;                     ///< of the list of people; empty: there is one person only
        std::vector<std::string> blueprint_folders;  ///< of assessments
        std::string papers_folder;                   ///< where reports are written; empty: none are
        /// Seeds of new conversations; null: from the system's entropy.
        std::function<std::uint64_t()> new_seed;
        /// What the home screen lists as long as the content is not there.
        std::vector<scenarios::ScenarioCard> cards{};
    };
    /// `content` and the records must outlive the backstage. A content without an engine is not there yet: what needs
    /// it waits for content_arrived().
    LiveBackstage(const app::Content& content, Options options);
    /// Before anything else: the records of that person are used. An unknown id means the first person.
    [[nodiscard]] Result<void> begin_as(const std::string& person_id);
    ~LiveBackstage() override;

    [[nodiscard]] Intents perform(const Effect& effect) override;
    /// The content has been filled in: carries out what waited for it, in order.
    [[nodiscard]] Intents content_arrived();
    [[nodiscard]] bool is_ready() const { return content_.engine != nullptr; }
    /// Nothing runs that rests on the content, but for what the page shows.
    [[nodiscard]] bool is_at_rest() const;
    /// Before the content becomes another; content_arrived() is to follow.
    void let_go();
    [[nodiscard]] int pass_mark() const { return pass_mark_; }

private:
    friend struct Performing;
    void note_pass_mark();
    [[nodiscard]] std::vector<scenarios::ScenarioCard> cards() const;
    [[nodiscard]] Talk talk_now() const;
    [[nodiscard]] Intents show(Result<app::Attempt> attempt);
    [[nodiscard]] Intents load_home() const;
    [[nodiscard]] Intents start(const std::string& scenario_id);
    [[nodiscard]] Intents open(const std::string& attempt_id, bool to_play_on);
    [[nodiscard]] Intents answer(const scenarios::Input& input);
    [[nodiscard]] Intents debrief() const;
    [[nodiscard]] Intents history() const;
    [[nodiscard]] std::optional<EarlierCard> earlier_card(const std::vector<app::AttemptSummary>& all) const;
    [[nodiscard]] Intents ask_what_if(const effect::AskWhatIf& question) const;
    [[nodiscard]] Intents fill_in_record(const scenarios::RecordForm& form);
    [[nodiscard]] intent::RecordShown record_now() const;
    [[nodiscard]] Intents write_paper(const Paper& paper) const;
    [[nodiscard]] Intents load_analysis(const std::string& passphrase);
    [[nodiscard]] Intents poll_analysis();
    [[nodiscard]] Intents stop_analysis();
    [[nodiscard]] Intents handed_over(std::chrono::milliseconds patience);
    [[nodiscard]] Intents save_plan(const effect::SavePlan& wish) const;
    [[nodiscard]] Intents write_workbook(const effect::WriteWorkbook& wish) const;
    [[nodiscard]] Intents load_people(const std::string& current);
    [[nodiscard]] Intents switch_person(const std::string& id);
    [[nodiscard]] std::vector<app::Person> people_now() const;
    [[nodiscard]] Intents add_person(const std::string& name);
    [[nodiscard]] Intents rename_person(const std::string& name);

    const app::Content& content_;
    Options options_;
    int pass_mark_ = 80;
    std::optional<app::Attempt> attempt_;
    Effects waiting_;  ///< for the content
    std::vector<app::Person> people_{app::Person{}};
    std::string person_;                   ///< id of the present one
    std::optional<app::Records> records_;  ///< of a person other than the first; options_.records points to it then
    app::Records* first_records_ = nullptr;
    std::unique_ptr<ExamBackstage> exams_;
    std::unique_ptr<AnalysisReader> reader_;  ///< null: nobody has asked for an analysis, or it was handed over
};

}  // namespace huashu::desktop
