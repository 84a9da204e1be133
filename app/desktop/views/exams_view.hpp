// What the trainee's pages of assessments show: which there are and what they ask, the sitting that runs.
#pragma once

#include <string>
#include <vector>

#include "desktop/state/exam_state.hpp"
#include "desktop/ui/icons.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

enum class ExamStatus : std::uint8_t { ready, running, later, used_up, broken };

struct ExamCard {
    std::string id, title, facts;  ///< "3 題　45 分鐘　合格線 75"
    ExamStatus status = ExamStatus::ready;
    std::string status_words;
    bool selected = false;
};

/// A part of what is drawn: "設施損壞 × 1", "難度 1–2", "親筆回覆", …
struct ExamPart {
    std::string what, level, replies, time, weight;
    Icon icon = Icon::none;
};

struct MySitting {
    std::string id, title, line;
    int score = 0;
    enum class Kind : std::uint8_t { passed, failed, running, set_aside } kind = Kind::running;
    std::string state;  ///< "待主管確認"
    bool provisional = false;
};

struct ExamsView {
    std::vector<ExamCard> cards;
    std::string title, about;  ///< of the selected one
    std::vector<ExamPart> parts;
    std::vector<std::string> rules;  ///< how it is taken and marked, a sentence each
    std::vector<std::string> fatal;  ///< what fails by itself
    ExamStatus status = ExamStatus::ready;
    std::string status_words;
    std::string selected;
    std::vector<std::string> problems;  ///< why it can't be sat
    std::vector<MySitting> mine;
    std::string running_title;  ///< empty: none runs
};
[[nodiscard]] ExamsView make_exams_view(const State& state, const Speech& speech);

/// One scenario of the running sitting.
struct LobbyItem {
    enum class Kind : std::uint8_t { done, late, next, ahead } kind = Kind::ahead;
    std::string label, replies, time;
};
struct LobbyView {
    std::string title, who, clock;  ///< "還剩 38:20"
    bool hurry = false;             ///< less than a tenth is left
    std::string ended;              ///< how the last talk ended
    std::vector<LobbyItem> items;
    std::vector<std::string> rules;
    std::string go;  ///< words of the button
    int done = 0;
};
[[nodiscard]] LobbyView make_lobby_view(const RunningExam& running, const Speech& speech);

[[nodiscard]] std::string clock_words(std::int64_t ms);  ///< "38:20", "1:02:03"
[[nodiscard]] std::string level_words(int centi);        ///< "2.35"
[[nodiscard]] MySitting make_my_sitting(const assess::Filed& filed, const Speech& speech);
[[nodiscard]] std::vector<std::string> fatal_words(const assess::FatalRules& fatal, const Speech& speech);

}  // namespace huashu::desktop
