#include <algorithm>

#include "reports/papers.hpp"
#include "reports/talk_on_paper.hpp"

namespace huashu::app {
namespace {

std::string sitting_verdict(const SittingFacts& s, const desktop::Speech& speech) {
    if (!s.sealed()) return speech.words.name("cli.assess.state.", name_of(s.state));
    return speech.words(s.fatal    ? "desktop.exam.verdict.fatal"
                        : s.passed ? "desktop.exam.verdict.passed"
                                   : "desktop.exam.verdict.failed");
}

std::string clock_of(std::int64_t ms) {
    const std::int64_t seconds = ms / 1000;
    const std::string rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() == 1 ? "0" : "") + rest;
}

std::string confirmed_words(const SittingFacts& s) {
    if (s.confirmed_ms == 0) return {};
    return s.confirmed_by + "　" + local_time_text(s.confirmed_ms);
}

void add_sitting_head(PaperWriter& to, const SittingFacts& s, const Stamp& stamp) {
    const desktop::Speech& speech = to.speech();
    const Words& words = speech.words;
    to.add(PaperKind::title, speech.content(s.blueprint));
    to.add(PaperKind::quiet, words("desktop.paper.sitting") + (stamp.site.empty() ? "" : "　" + stamp.site));
    desktop::PaperBlock& verdict = to.add(PaperKind::verdict, sitting_verdict(s, speech));
    verdict.figure = s.sealed() ? std::to_string(s.score) : "–";
    verdict.aside = words("desktop.debrief.pass_mark", {{"mark", std::to_string(s.pass_mark)}});
    if (s.sealed())
        verdict.aside += "　" + words("desktop.exam.both_scores",
                                      {{"machine", std::to_string(s.machine)}, {"now", std::to_string(s.score)}});
    verdict.good = s.passed;
    to.pairs({{words("desktop.paper.person"), s.person},
              {words("desktop.paper.form"),
               words("desktop.exam.form", {{"name", std::string(1, static_cast<char>('A' + s.form % 26))}})},
              {words("desktop.paper.nth"), std::to_string(s.attempt)},
              {words("desktop.paper.began"), local_time_text(s.begun_ms)},
              {words("desktop.paper.ended"), local_time_text(s.ended_ms)},
              {words("desktop.paper.spent"), clock_of(s.spent_ms)},
              {words("desktop.paper.confirmed"), confirmed_words(s)},
              {words("desktop.paper.blueprint_hash"), s.blueprint_hash.substr(0, 16)},
              {words("desktop.paper.packs_hash"), s.packs_hash.substr(0, 16)},
              {words("desktop.paper.result_hash"), s.result_hash.substr(0, 16)},
              {words("desktop.paper.program"), s.program.substr(0, 24)},
              {words("desktop.paper.sitting_id"), s.id}});
    if (s.state == SittingFacts::State::provisional || s.state == SittingFacts::State::contested)
        to.add(PaperKind::text, words("desktop.paper.provisional"));
    if (s.state == SittingFacts::State::running) to.add(PaperKind::text, words("desktop.paper.running"));
    if (s.state == SittingFacts::State::set_aside)
        to.add(PaperKind::text,
               words("desktop.exam.note.set_aside", {{"by", s.set_aside_by}, {"reason", s.set_aside_why}}));
    if (!s.note.empty()) to.add(PaperKind::text, s.note);
}

void add_watched(PaperWriter& to, const SittingFacts& s) {
    const Words& words = to.speech().words;
    std::vector<std::string> lines;
    if (s.focus_losses > 0)
        lines.push_back(words("desktop.exam.watched.focus",
                              {{"count", std::to_string(s.focus_losses)}, {"time", clock_of(s.away_ms)}}));
    if (s.pasted_replies > 0)
        lines.push_back(words("desktop.exam.watched.pasted", {{"count", std::to_string(s.pasted_replies)}}));
    if (s.resumes > 0) lines.push_back(words("desktop.exam.watched.resumed", {{"count", std::to_string(s.resumes)}}));
    if (s.clock_set_back > 0)
        lines.push_back(words("desktop.exam.watched.clock", {{"count", std::to_string(s.clock_set_back)}}));
    if (lines.empty()) lines.push_back(words("desktop.exam.watched.nothing"));
    to.heading("desktop.exam.watched.title");
    for (std::string& line : lines) to.add(PaperKind::text, std::move(line));
}

void add_scenarios(PaperWriter& to, const SittingFacts& s) {
    if (s.talks.empty()) return;
    const desktop::Speech& speech = to.speech();
    to.heading("desktop.paper.scenarios");
    for (const SittingTalkFacts& talk : s.talks) {
        std::string text = speech.content(talk.title);
        if (talk.attempt.empty())
            text += "　" + speech.words("desktop.paper.not_opened");
        else if (talk.out_of_time)
            text += "　" + speech.words("desktop.exam.item_late");
        if (!talk.fatal.empty()) text += "　" + speech.words("desktop.exam.verdict.fatal");
        std::string aside = speech.words("desktop.exam.weight", {{"weight", std::to_string(talk.weight)}});
        if (talk.machine != talk.score)
            aside += "　" + speech.words("desktop.exam.machine", {{"points", std::to_string(talk.machine)}});
        to.row(std::to_string(talk.score), std::move(text), std::move(aside));
    }
}

std::string line_number(int item, std::size_t line) {
    return std::to_string(item + 1) + "." + std::to_string(line + 1);
}

// Everything that people added, line by line; the lines' own words stand in the ledgers below.
void add_review(PaperWriter& to, const SittingFacts& s, const std::vector<AttemptFacts>& talks) {
    if (!s.sealed()) return;
    const Words& words = to.speech().words;
    to.heading("desktop.paper.review");
    bool nothing = true;
    for (const AttemptFacts& talk : talks)
        for (const ChangedLine& c : talk.sitting->changes) {
            nothing = false;
            to.row(line_number(talk.sitting->item, c.line),
                   words("desktop.exam.note.changed", {{"by", c.by},
                                                       {"from", short_points(c.from_centi, true)},
                                                       {"to", short_points(talk.ledger[c.line].centipoints, true)},
                                                       {"reason", c.reason}}),
                   local_day_text(c.at_ms));
        }
    for (const AppealFacts& a : s.appeals) {
        nothing = false;
        to.row(line_number(a.item, static_cast<std::size_t>(a.line)),
               words("desktop.exam.note.contested", {{"by", a.by}, {"reason", a.reason}}));
        if (a.decided)
            to.add(PaperKind::quiet, words(a.upheld ? "desktop.exam.note.upheld" : "desktop.exam.note.rejected",
                                           {{"by", a.decided_by}, {"reason", a.decision}}));
    }
    if (nothing) to.add(PaperKind::text, words("desktop.paper.no_review"));
}

}  // namespace

desktop::Paper make_sitting_paper(const SittingFacts& sitting, const std::vector<AttemptFacts>& talks,
                                  const Stamp& stamp, const desktop::Speech& speech) {
    PaperWriter to(speech, stamp,
                   speech.content(sitting.blueprint) + (sitting.person.empty() ? "" : " " + sitting.person) + " " +
                       local_day_text(sitting.begun_ms));
    std::vector<AttemptFacts> own;
    for (const AttemptFacts& talk : talks)
        if (talk.sitting && talk.sitting->sitting == sitting.id) own.push_back(talk);
    std::sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.sitting->item < b.sitting->item; });
    add_sitting_head(to, sitting, stamp);
    add_scenarios(to, sitting);
    add_watched(to, sitting);
    add_review(to, sitting, own);
    for (const AttemptFacts& talk : own) {
        to.add(PaperKind::title, std::to_string(talk.sitting->item + 1) + "　" + speech.content(talk.title));
        add_talk(to, talk);
    }
    to.signatures();
    return to.take();
}

Result<Merit> merit_of(const SittingFacts& sitting, const desktop::Speech& speech) {
    const auto refuse = [](const char* code, const char* text, const char* remedy) {
        return fail(Error::Cause::usage, {.code = code, .text = text, .remedy = remedy, .place = {}, .excerpt = {}});
    };
    if (sitting.person.empty())
        return refuse("certificate-without-name", "a certificate needs the person's name",
                      "give one in the window (F2), then try again");
    if (sitting.state != SittingFacts::State::confirmed)
        return refuse("certificate-not-confirmed", "no person has confirmed the result of this sitting",
                      "huashu assess confirm, by somebody else than the trainee");
    if (!sitting.passed)
        return refuse("certificate-not-earned", "this sitting was not passed", "a certificate says that it was");
    return Merit{sitting.person,
                 speech.words("desktop.certificate.sitting", {{"title", speech.content(sitting.blueprint)},
                                                              {"score", std::to_string(sitting.score)},
                                                              {"mark", std::to_string(sitting.pass_mark)}}),
                 sitting.id, sitting.ended_ms};
}

}  // namespace huashu::app
