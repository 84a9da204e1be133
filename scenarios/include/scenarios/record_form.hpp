// The complaint record (工單) that is filled in after the talk, and what it is worth.
//
// A scenario may say what a true record of it holds: the kind (§2), the facts that the next colleague needs, how urgent
// it is, who is responsible, which promises belong into it. A form is scored against that and against what was really
// said: a fact that nobody mentioned can't be written down, a promise is recorded as it was given, with the time that
// was given. Standard: §6.1 (classify, record, times), §9.3 (nothing that leaks).
//
//     if (has_record(scenario)) {
//         RecordForm form;                          // drawn by a screen, or asked line by line in the terminal
//         RecordScore score = score_record(session, form, engine);
//         for (const RecordLine& line : score.lines) …   // the points of all lines add up to the score
//     }
//
// Pure: session, form and packs decide everything. Words for people are not made here: a line names its part, its
// verdict and the item it is about; the app has the words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::scenarios {

/// How soon someone must act: by the ordinary plan, today, at once (danger to people or spreading damage).
enum class Urgency : std::uint8_t { normal, urgent, emergency };
inline constexpr std::size_t urgency_count = 3;
/// Who is answerable: customer service, engineering, order keeping (guards), environment (cleaning, greenery), finance,
/// management (the project's manager).
enum class Department : std::uint8_t { service, engineering, order, environment, finance, management };
inline constexpr std::size_t department_count = 6;
[[nodiscard]] std::string_view name_of(Urgency value);
[[nodiscard]] std::string_view name_of(Department value);

/// One promise as the trainee writes it down.
struct RecordedPromise {
    std::string what;  ///< "韓師傅帶電工上門止水"
    std::string by;    ///< "今天中午十二點前"; empty: no time
    bool operator==(const RecordedPromise&) const = default;
};

/// A form as it was filled in. Whatever is empty was left blank.
struct RecordForm {
    std::string kind;   ///< "§2.2.1"
    std::string facts;  ///< free text
    std::optional<Urgency> urgency;
    std::optional<Department> department;
    std::vector<RecordedPromise> promises;
    bool operator==(const RecordForm&) const = default;
};

/// A promise that a reply of the talk really gave.
struct GivenPromise {
    std::string id;     ///< of the scenario's record; empty: a promise with a time that it does not name
    int turn = 0;       ///< index of the turn; the last that gave it
    std::string quote;  ///< the sentence that gave it
    std::string when;   ///< the time in it, as said; empty: none
    bool operator==(const GivenPromise&) const = default;
};

struct RecordLine {
    enum class Part : std::uint8_t { kind, urgency, department, fact, promise, discretion };
    enum class Verdict : std::uint8_t {
        right,
        wrong,
        blank,       ///< left blank
        near,        ///< kind: another of the same family; urgency: one step too high; department: it helps, but is not
                     ///< answerable
        missing,     ///< it was said, but is not written down
        unheard,     ///< the talk never brought it up, so it could not be written
        invented,    ///< written down, though nobody said it
        not_given,   ///< the promise was never given
        no_time,     ///< promise recorded, but without its time
        other_time,  ///< recorded with another time than was said
        timeless,    ///< recorded as given: without a time, so it binds nobody
        leaked,      ///< another person's data, or a number that does not belong here
        judging,     ///< words that judge the owner, or another fault that the packs find
        floor,       ///< brings a sum below 0 back to 0
    };
    Part part = Part::kind;
    Verdict verdict = Verdict::right;
    std::string item;    ///< what it is about: the truth, as the scenario words it
    std::string quote;   ///< what the form or the talk says of it; may be empty
    std::string source;  ///< "§6.1.1"
    int centipoints = 0;
    int possible_centipoints = 0;
    int turn = -1;  ///< of the talk, from 0; -1: none
    bool operator==(const RecordLine&) const = default;
};
[[nodiscard]] std::string_view name_of(RecordLine::Part value);
[[nodiscard]] std::string_view name_of(RecordLine::Verdict value);

struct RecordScore {
    int score = 0;                  ///< 0..100: the sum of the lines, rounded half up
    std::vector<RecordLine> lines;  ///< in the order of the form
    bool operator==(const RecordScore&) const = default;
};

/// Whether the scenario says what a true record holds. Without it there is no form.
[[nodiscard]] bool has_record(const Scenario& scenario);
/// What staff really promised, in order of the talk.
[[nodiscard]] std::vector<GivenPromise> promises_given(const Session& session);
/// `session` may be running or over. Without a record in the scenario: score 0 and no lines.
[[nodiscard]] RecordScore score_record(const Session& session, const RecordForm& form, const scoring::Engine& engine);
/// What an excellent colleague would write after just this talk: for the debrief, once the trainee's own is in.
[[nodiscard]] RecordForm model_record(const Session& session);

/// {"version":1,"kind":"§2.2.1","facts":"…","urgency":"urgent","department":"engineering","promises":[{"what","by"}]};
/// the same form gives the same bytes.
[[nodiscard]] std::string to_json(const RecordForm& form);
/// Every key may be left out. Error (content): no JSON, an unknown key or name, a wrong type, a newer version.
[[nodiscard]] Result<RecordForm> record_form_from_json(std::string_view json);

}  // namespace huashu::scenarios
