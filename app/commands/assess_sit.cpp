// A sitting in the terminal: the owner speaks, one answers; nothing is told of what a reply was worth.
#include <algorithm>
#include <random>

#include "commands/assess_hall.hpp"
#include "commands/replies_input.hpp"
#include "paths/paths.hpp"
#include "play/record_form_input.hpp"
#include "play/talk_text.hpp"
#include "play/typed_line.hpp"
#include "records/uuid.hpp"
#include "terminal/line_input.hpp"
#include "version.hpp"

namespace huashu::app {
namespace {

using assess::Exam;
using assess::Sitting;
using scenarios::Input;

std::uint64_t chance_of_system() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
}

// The desk of that name; `is_new`: the name is added to the list.
Result<assess::Desk> desk_of(const AssessHall& hall, const std::string& given, bool is_new) {
    const std::string name = tidy_name(given);
    std::string known;
    for (const assess::Desk& desk : hall.department.desks()) {
        if (desk.person.name == name && !name.empty()) return desk;
        if (!desk.person.name.empty()) known += (known.empty() ? "" : ", ") + desk.person.name;
    }
    if (!is_new || name.empty())
        return wrong_usage("unknown-person", "there is nobody called '" + given + "'",
                           known.empty() ? "add the name with --new" : "there are: " + known + "; --new adds a name");
    Diagnostics problems;
    auto people = load_people(hall.data, problems);
    if (!people) return tl::unexpected(people.error());
    if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    people->push_back({make_uuid(clock_ms()), name});
    if (auto made = make_folder(hall.data); !made) return tl::unexpected(made.error());
    if (auto saved = save_people(hall.data, *people); !saved) return tl::unexpected(saved.error());
    return assess::Desk{people->back(), folder_of(hall.data, people->back()), nullptr};
}

// Where replies come from: a person at the terminal, or a file; nothing: no more of them.
class TerminalSitting {
public:
    TerminalSitting(const Page& page, Exam& exam, Io& io, const std::vector<ScriptedReply>* script)
        : page_(page), exam_(exam), io_(io), lines_(io.input), script_(script) {}

    Result<void> run() {
        while (exam_.sitting().phase == Sitting::Phase::running) {
            if (auto looked = exam_.look_at_clock(); !looked) return tl::unexpected(looked.error());
            if (exam_.sitting().phase != Sitting::Phase::running) break;
            auto goes_on = exam_.talk() == nullptr ? open() : exam_.wants_record() ? record() : answer();
            if (!goes_on) return tl::unexpected(goes_on.error());
            if (!*goes_on) return say(page_.words("cli.assess.left") + "\n");
        }
        return say("\n" + page_.words("desktop.exam.all_over") + "\n");
    }

private:
    Result<void> say(std::string_view text) { return print(io_, text); }

    Result<bool> open() {
        if (auto opened = exam_.open_next(); !opened) return tl::unexpected(opened.error());
        shown_ = true;
        std::string out =
            "\n" + page_.words("desktop.exam.place", {{"number", std::to_string(*exam_.sitting().open_item() + 1)},
                                                      {"count", std::to_string(exam_.sitting().items.size())}});
        out += "  " + page_.words("desktop.exam.left", {{"clock", minutes_left()}}) + "\n";
        if (auto said = say(out + opening_text(page_, *exam_.talk())); !said) return tl::unexpected(said.error());
        return true;
    }

    [[nodiscard]] std::string minutes_left() const {
        const std::int64_t seconds = assess::left_ms(exam_.sitting(), exam_.now_ms()) / 1000;
        const std::string rest = std::to_string(seconds % 60);
        return std::to_string(seconds / 60) + (rest.size() == 1 ? ":0" : ":") + rest;
    }

    [[nodiscard]] assess::Replies replies() const {
        return exam_.sitting().begun.items[static_cast<std::size_t>(*exam_.sitting().open_item())].replies;
    }

    // A talk that is gone on with shows its opening again, and what was said last.
    Result<void> show_again() {
        if (std::exchange(shown_, true)) return {};
        std::string out = opening_text(page_, *exam_.talk());
        if (!exam_.talk()->turns().empty()) out += owner_text(exam_.talk()->turns().back());
        return say(out);
    }

    Result<bool> answer() {
        if (auto shown = show_again(); !shown) return tl::unexpected(shown.error());
        auto input = next_input();
        if (!input) return tl::unexpected(input.error());
        if (!*input) return false;
        auto turn = exam_.answer(**input, {});
        if (!turn) return refused(turn.error());
        if (auto said = say(owner_text(*turn)); !said) return tl::unexpected(said.error());
        return true;
    }

    // The complaint record of the talk that has ended; an empty one is handed in as it is.
    Result<bool> record() {
        std::optional<scenarios::RecordForm> form;
        if (script_ != nullptr) {
            if (used_ < script_->size() && (*script_)[used_].record) form = (*script_)[used_++].record;
        } else {
            const auto ask = [this](const std::string& prompt) -> Result<std::optional<std::string>> {
                if (auto said = say(prompt); !said) return tl::unexpected(said.error());
                return lines_.next();
            };
            auto asked = ask_for_record(page_, ask, [this](std::string_view text) { return say(text); });
            if (!asked) return tl::unexpected(asked.error());
            form = std::move(*asked);
        }
        auto handed_in = exam_.fill_in(form.value_or(scenarios::RecordForm{}));
        if (!handed_in) return refused(handed_in.error());
        return true;
    }

    // Out of time is no failure: the scenario is closed when the clock is looked at. A script stops at what is refused.
    Result<bool> refused(const Error& error) {
        if (error.diagnostics.front().code == "out-of-time") return true;
        if (script_ != nullptr || error.cause == Error::Cause::system)
            return tl::unexpected(script_ == nullptr ? error : at_line((*script_)[used_ - 1].place, error));
        report(io_, error.diagnostics);
        return true;
    }

    [[nodiscard]] std::string owner_text(const scenarios::Turn& turn) const {
        std::string out;
        for (const scenarios::OwnerLine& line : turn.owner) out += page_.paragraph(page_.script(line.text), 2);
        return out;
    }

    Result<std::optional<Input>> next_input() {
        if (script_ != nullptr) {
            if (used_ >= script_->size()) return std::optional<Input>{};
            return std::optional(input_of((*script_)[used_++], *exam_.talk()));
        }
        const std::vector<scenarios::Choice> choices =
            replies() == assess::Replies::typed ? std::vector<scenarios::Choice>{} : exam_.talk()->choices();
        std::string out;
        for (std::size_t i = 0; i < choices.size(); ++i)
            out += page_.labelled(std::to_string(i + 1), 3, page_.script(choices[i].text));
        while (true) {
            if (auto said = say(out + "> "); !said) return tl::unexpected(said.error());
            const auto line = lines_.next();
            if (!line) return std::optional<Input>{};
            const TypedLine typed = read_typed_line(*line, choices);
            if (typed.kind == TypedLine::Kind::leave) return std::optional<Input>{};
            if (typed.kind == TypedLine::Kind::answer) return std::optional(typed.input);
        }
    }

    const Page& page_;
    Exam& exam_;
    Io& io_;
    LineInput lines_;
    const std::vector<ScriptedReply>* script_;
    std::size_t used_ = 0;
    bool shown_ = false;
};

Result<Exam> begin_or_go_on(const AssessHall& hall, const assess::Desk& desk, Records& records,
                            assess::RecordsStore& store, const std::string& blueprint_name) {
    assess::Room room{&hall.content, &store, [&records] { return records.now_ms(); }};
    const auto running = assess::running_sitting(store);
    if (!running) return tl::unexpected(running.error());
    if (*running) return Exam::go_on(std::move(room), **running);
    const auto blueprint = find_blueprint(hall, blueprint_name);
    if (!blueprint) return tl::unexpected(blueprint.error());
    const auto candidates = candidates_in(hall);
    if (!candidates) return tl::unexpected(candidates.error());
    const auto past = assess::read_files(store);
    if (!past) return tl::unexpected(past.error());
    const std::int64_t now = records.now_ms();
    const auto begun = assess::plan_sitting(*blueprint, hall.content, *candidates, *past,
                                            {make_uuid(now), desk.person.id, desk.person.name, std::string(version())},
                                            now, chance_of_system());
    if (!begun) return tl::unexpected(begun.error());
    return Exam::begin(std::move(room), *begun);
}

}  // namespace

CommandResult assess_start(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    std::vector<ScriptedReply> script;
    if (!options.replies.empty()) {
        auto read = read_replies(options.replies, io);
        if (!read) return tl::unexpected(read.error());
        script = std::move(*read);
    }
    const auto desk = desk_of(*hall, options.person, options.is_new);
    if (!desk) return tl::unexpected(desk.error());
    std::optional<Records> own;
    Records* records = desk->records;
    if (records == nullptr) {
        auto opened = Records::open({.folder = desk->folder, .now_ms = nullptr, .new_id = nullptr});
        if (!opened) return tl::unexpected(opened.error());
        own.emplace(std::move(*opened));
        records = &*own;
    }
    assess::RecordsStore store(*records);
    auto exam = begin_or_go_on(*hall, *desk, *records, store, options.blueprint);
    if (!exam) return tl::unexpected(exam.error());
    if (auto told = print(io, exam->sitting().begun.sitting_id + "\n"); !told) return tl::unexpected(told.error());
    TerminalSitting sitting(hall->setting.page, *exam, io, options.replies.empty() ? nullptr : &script);
    if (auto sat = sitting.run(); !sat) return tl::unexpected(sat.error());
    return status_fine;
}

}  // namespace huashu::app
