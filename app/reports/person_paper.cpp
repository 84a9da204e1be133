#include <algorithm>
#include <cmath>

#include "reports/paper_writer.hpp"
#include "reports/papers.hpp"

namespace huashu::app {
namespace {

// 0..100: how much of what could be earned is left after what findings cost.
std::optional<int> share_kept(const ChapterResult& c) {
    if (c.possible <= 0) return std::nullopt;
    return static_cast<int>(std::lround(100 * std::max(0.0, c.earned - c.lost) / c.possible));
}

void add_chapters(PaperWriter& to, const PersonResult& person, int pass_mark) {
    if (person.talks < least_talks || person.chapters.empty()) return;
    to.heading("desktop.paper.chapters");
    to.add(PaperKind::quiet,
           to.speech().words("desktop.analysis.chapters_how", {{"most", std::to_string(most_talks)}}));
    for (const ChapterResult& c : person.chapters) {
        const std::optional<int> share = share_kept(c);
        to.bar(chapter_words(c.chapter, to.speech()), share, tenths(-c.left_per_talk()), !share || *share >= pass_mark);
    }
}

void add_plan(PaperWriter& to, const PersonPaper& person, const std::string& today) {
    to.heading("desktop.analysis.plan");
    if (person.plan.empty()) to.add(PaperKind::text, to.speech().words("desktop.paper.no_plan"));
    for (const Measure& m : person.plan) {
        const std::string state(name_of(state_of(m, today)));
        to.row("§" + std::to_string(m.chapter), m.what + "　" + m.who,
               m.due + "　" + to.speech().words.name("desktop.analysis.state.", state));
        to.add(PaperKind::quiet, effect_words(effect_of(m, person.attempts), to.speech()));
    }
}

void add_talks(PaperWriter& to, const std::vector<AttemptFacts>& attempts) {
    to.heading("desktop.paper.talks");
    const desktop::Speech& speech = to.speech();
    for (const AttemptFacts& a : attempts) {
        std::string text = speech.content(a.title) + "　" + verdict_words(a, speech);
        if (a.rewound) text += "　" + speech.words("desktop.paper.rewound_short");
        if (a.sitting) text += "　" + speech.content(a.sitting->blueprint);
        if (a.sitting && a.sitting->provisional) text += "　" + speech.words("cli.assess.state.provisional");
        to.row(std::to_string(a.score), std::move(text), local_time_text(a.ended_ms));
    }
}

tl::unexpected<Error> no_certificate(const char* code, std::string text, const char* remedy) {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

tl::unexpected<Error> nameless() {
    return no_certificate("certificate-without-name", "a certificate needs the person's name",
                          "give one in the window (F2), then try again");
}

}  // namespace

desktop::Paper make_person_paper(const PersonPaper& person, const Stamp& stamp, const desktop::Speech& speech) {
    const Words& words = speech.words;
    const Analysis all = analyse(person.attempts);
    const std::string name = person.name.empty() ? words("desktop.people.unnamed") : person.name;
    PaperWriter to(speech, stamp, name + " " + local_day_text(stamp.made_ms));
    to.add(PaperKind::title, name);
    to.add(PaperKind::quiet, words("desktop.paper.of_person") + (stamp.site.empty() ? "" : "　" + stamp.site));
    if (all.persons.empty()) {
        to.add(PaperKind::text, words("desktop.paper.no_talks"));
    } else {
        const PersonResult& result = all.persons.front();
        desktop::PaperBlock& verdict =
            to.add(PaperKind::verdict,
                   words("desktop.paper.mean", {{"count", std::to_string(std::min(result.talks, trend_side))}}));
        verdict.figure = std::to_string(static_cast<int>(std::lround(result.mean)));
        verdict.aside = words("desktop.paper.counts",
                              {{"talks", std::to_string(result.talks)}, {"passed", std::to_string(result.passed)}});
        if (result.change)
            verdict.aside += "　" + words("desktop.paper.change", {{"change", tenths(*result.change, true)}});
        verdict.good = result.mean >= person.attempts.back().pass_mark;
        to.pairs({{words("desktop.paper.began"), local_day_text(person.attempts.front().ended_ms)},
                  {words("desktop.paper.ended"), local_day_text(result.last_ms)}});
        if (result.scores.size() > 1) {
            to.heading("desktop.progress.scores");
            desktop::PaperBlock& scores = to.add(PaperKind::scores);
            scores.values = result.scores;
            scores.mark = person.attempts.back().pass_mark;
        }
        add_chapters(to, result, person.attempts.back().pass_mark);
    }
    add_plan(to, person, day_of(stamp.made_ms));
    if (!person.attempts.empty()) add_talks(to, person.attempts);
    to.signatures();
    return to.take();
}

Result<Merit> merit_of(const AttemptFacts& attempt, const desktop::Speech& speech) {
    if (attempt.person.empty()) return nameless();
    if (!attempt.passed())
        return no_certificate("certificate-not-earned",
                              "this attempt did not pass: " + std::to_string(attempt.score) + " of " +
                                  std::to_string(attempt.pass_mark) +
                                  (attempt.has_critical ? ", with a critical fault" : ""),
                              "name one that did; huashu report csv lists them");
    if (attempt.rewound)
        return no_certificate("certificate-not-earned", "this attempt was played on from the middle of another one",
                              "name one that was played from its beginning");
    return Merit{attempt.person,
                 speech.words("desktop.certificate.attempt", {{"title", speech.content(attempt.title)},
                                                              {"score", std::to_string(attempt.score)},
                                                              {"mark", std::to_string(attempt.pass_mark)}}),
                 attempt.id, attempt.ended_ms};
}

Result<Merit> merit_of(const PersonPaper& person, const desktop::Speech& speech) {
    if (person.name.empty()) return nameless();
    std::vector<std::string> passed, kinds;
    std::int64_t last_ms = 0;
    const auto note = [](std::vector<std::string>& list, const std::string& id) {
        if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
    };
    for (const AttemptFacts& a : person.attempts) {
        if (!a.passed() || a.rewound) continue;
        note(passed, a.scenario_id);
        if (!a.kind.empty()) note(kinds, a.kind);
        last_ms = std::max(last_ms, a.ended_ms);
    }
    if (passed.empty())
        return no_certificate("certificate-not-earned", "no scenario has been passed yet",
                              "a certificate can be made after the first pass");
    return Merit{person.name,
                 speech.words("desktop.certificate.person",
                              {{"count", std::to_string(passed.size())}, {"kinds", std::to_string(kinds.size())}}),
                 "", last_ms};
}

desktop::Paper make_certificate(const Merit& merit, const Stamp& stamp, const desktop::Speech& speech) {
    const Words& words = speech.words;
    PaperWriter to(speech, stamp, words("desktop.certificate.title") + " " + merit.name);
    to.paper().is_certificate = true;
    if (!stamp.site.empty()) to.add(PaperKind::centred, stamp.site);
    to.add(PaperKind::grand, words("desktop.certificate.title"));
    to.add(PaperKind::centred, words("desktop.certificate.says"));
    to.add(PaperKind::grand, merit.name);
    to.add(PaperKind::centred, merit.what);
    to.add(PaperKind::centred, words("desktop.certificate.when", {{"day", local_day_text(merit.when_ms)}}));
    to.add(PaperKind::signatures).names = {words("desktop.certificate.issuer"), words("desktop.paper.day")};
    if (!merit.reference.empty())
        to.add(PaperKind::quiet, words("desktop.certificate.reference", {{"id", merit.reference}}));
    return to.take();
}

}  // namespace huashu::app
