#include "play/terminal_play.hpp"

#include <random>

#include "play/record_form_input.hpp"
#include "play/record_text.hpp"
#include "play/scorecard_text.hpp"
#include "play/talk_text.hpp"
#include "play/typed_line.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;

std::uint64_t seed_by_chance() {
    std::random_device chance;
    return chance();
}

std::string text_of(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) text += to_text(diagnostic) + "\n";
    return text;
}

class TerminalPlay {
public:
    TerminalPlay(const PlayTable& table, const scenarios::Scenario& scenario) : table_(table), scenario_(scenario) {}

    Result<void> run(std::optional<std::uint64_t> seed) {
        auto attempt = resume_or_start(seed);
        while (attempt) {
            const auto ended = talk(*attempt);
            if (!ended) return tl::unexpected(ended.error());
            if (!*ended) return say(words("cli.play.kept") + "\n");
            if (auto filled = fill_in(*attempt); !filled) return filled;
            auto next = after(*attempt);
            if (!next) return tl::unexpected(next.error());
            if (!*next) return {};
            attempt = std::move(**next);
        }
        return tl::unexpected(attempt.error());
    }

private:
    [[nodiscard]] const Words& words() const { return table_.page.words; }
    [[nodiscard]] const std::string& words(std::string_view key) const { return table_.page.words(key); }
    Result<void> say(std::string_view text) { return table_.print(text); }

    Result<std::optional<std::string>> ask(const std::string& prompt) {
        if (auto said = say(table_.page.style.bold(prompt) + " "); !said) return tl::unexpected(said.error());
        return table_.lines.next();
    }

    Result<Attempt> start(std::optional<std::uint64_t> seed) {
        auto attempt = Attempt::start(scenario_, table_.engine, seed ? *seed : seed_by_chance(), &table_.records);
        if (!attempt) return attempt;
        if (auto said = say(opening_text(table_.page, attempt->session())); !said) return tl::unexpected(said.error());
        return attempt;
    }

    Result<Attempt> resume_or_start(std::optional<std::uint64_t> seed) {
        const auto unfinished = table_.records.unfinished();
        if (!unfinished) return tl::unexpected(unfinished.error());
        for (const AttemptSummary& summary : *unfinished) {
            if (summary.scenario_id != scenario_.card().id) continue;
            const auto answer = ask(words()("cli.play.go_on", {{"turns", std::to_string(summary.turns)}}));
            if (!answer) return tl::unexpected(answer.error());
            if (*answer && **answer != "n") return resume(summary.id);
            if (*answer)
                if (auto dropped = table_.records.drop(summary.id); !dropped) return tl::unexpected(dropped.error());
            break;
        }
        return start(seed);
    }

    // An attempt that the changed scenario can't take any more is told. What of it still fits can be gone on with, or
    // it is set aside and the next one begins.
    Result<Attempt> resume(const std::string& id) {
        auto attempt = Attempt::resume(id, scenario_, table_.engine, table_.records);
        const bool is_outdated = !attempt && attempt.error().cause == Error::Cause::content;
        if (!attempt && !is_outdated) return attempt;
        const std::string told = is_outdated ? text_of(attempt.error().diagnostics)
                                             : text_of(attempt->notices()) + so_far(attempt->session());
        if (auto said = say(told); !said) return tl::unexpected(said.error());
        if (!is_outdated) return attempt;
        const auto answer = ask(words()("cli.play.go_on_before"));
        if (!answer) return tl::unexpected(answer.error());
        if (*answer && **answer != "n") return resume_what_fits(id);
        if (auto dropped = table_.records.drop(id); !dropped) return tl::unexpected(dropped.error());
        return start(std::nullopt);
    }

    Result<Attempt> resume_what_fits(const std::string& id) {
        auto attempt = Attempt::resume_what_fits(id, scenario_, table_.engine, table_.records);
        if (!attempt) return attempt;
        if (auto said = say(text_of(attempt->notices()) + so_far(attempt->session())); !said)
            return tl::unexpected(said.error());
        return attempt;
    }

    [[nodiscard]] std::string so_far(const Session& session) const {
        std::string text = opening_text(table_.page, session);
        int number = 0;
        for (const scenarios::Turn& turn : session.turns())
            text += "\n" + turn_text(table_.page, session, turn, ++number);
        return text;
    }

    [[nodiscard]] std::string choices_text(const std::vector<scenarios::Choice>& choices) const {
        std::string text = "\n";
        int number = 0;
        for (const scenarios::Choice& choice : choices)
            text += table_.page.labelled("  " + std::to_string(++number), 5, table_.page.script(choice.text));
        return text + table_.page.style.dim(words("cli.play.hint")) + "\n";
    }

    // True: the talk has ended. False: the person has left.
    Result<bool> talk(Attempt& attempt) {
        while (attempt.session().waits_for() == Session::Waits::reply) {
            const auto choices = attempt.session().choices();
            if (auto said = say(choices_text(choices)); !said) return tl::unexpected(said.error());
            while (true) {
                const auto line = ask(">");
                if (!line) return tl::unexpected(line.error());
                if (!*line) return false;
                const TypedLine typed = read_typed_line(**line, choices);
                if (typed.kind == TypedLine::Kind::leave) return false;
                const auto answered = obey(attempt, typed);
                if (!answered) return tl::unexpected(answered.error());
                if (*answered) break;
            }
        }
        return true;
    }

    // True: a turn was played.
    Result<bool> obey(Attempt& attempt, const TypedLine& typed) {
        const Session& session = attempt.session();
        std::string text;
        bool is_turn = false;
        switch (typed.kind) {
            case TypedLine::Kind::answer: {
                const auto turn = attempt.answer(typed.input);
                is_turn = turn.has_value();
                text = turn ? "\n" + turn_text(table_.page, session, *turn, static_cast<int>(session.turns().size()))
                            : text_of(turn.error().diagnostics);
                break;
            }
            case TypedLine::Kind::facts:
                text = facts_text(table_.page, session);
                break;
            case TypedLine::Kind::model:
                text = table_.page.paragraph(table_.page.script(session.model_reply()), 2);
                break;
            default:
                text = table_.page.paragraph(words("cli.play.help"), 2);
                break;
        }
        if (auto said = say(text); !said) return tl::unexpected(said.error());
        return is_turn;
    }

    // The complaint record, before the scorecard tells what was promised.
    Result<void> fill_in(Attempt& attempt) {
        if (!scenario_.card().has_record || attempt.record()) return {};
        const auto form = ask_for_record(
            table_.page, [this](const std::string& prompt) { return ask(prompt); }, table_.print);
        if (!form) return tl::unexpected(form.error());
        if (!*form) return {};
        const auto score = attempt.fill_in(**form);
        return say(score ? "\n" + record_text(table_.page, attempt.session(), *score)
                         : text_of(score.error().diagnostics));
    }

    // The scorecard, and what to do next; nothing: leave.
    Result<std::optional<Attempt>> after(const Attempt& attempt) {
        const int pass_mark = table_.engine.packs().front().pass_mark();
        if (auto said = say("\n" + scorecard_text(table_.page, attempt.session(), pass_mark) + "\n"); !said)
            return tl::unexpected(said.error());
        const int turns = static_cast<int>(attempt.session().turns().size());
        while (true) {
            const auto line = ask(words()("cli.play.after", {{"turns", std::to_string(turns)}}));
            if (!line) return tl::unexpected(line.error());
            if (!*line || (*line)->empty() || **line == ":q") return std::optional<Attempt>();
            const bool is_number =
                (*line)->size() <= 3 && (*line)->find_first_not_of("0123456789") == std::string::npos;
            const int turn = is_number ? std::stoi(**line) : 0;
            if (turn < 1 || turn > turns) continue;
            auto again = turn == 1 ? start(std::nullopt) : rewound(attempt, turn - 1);
            if (!again) return tl::unexpected(again.error());
            return std::optional<Attempt>(std::move(*again));
        }
    }

    Result<Attempt> rewound(const Attempt& attempt, int turns) {
        auto again = attempt.rewind(turns);
        if (!again) return again;
        if (auto said = say(so_far(again->session())); !said) return tl::unexpected(said.error());
        return again;
    }

    const PlayTable& table_;
    const scenarios::Scenario& scenario_;
};

}  // namespace

Result<void> play_in_terminal(const PlayTable& table, const scenarios::Scenario& scenario,
                              std::optional<std::uint64_t> seed) {
    return TerminalPlay(table, scenario).run(seed);
}

}  // namespace huashu::app
