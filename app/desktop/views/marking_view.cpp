#include "desktop/views/marking_view.hpp"

#include <algorithm>

namespace huashu::desktop {
namespace {

std::string title_of(const State& state, const std::string& scenario, const Speech& speech) {
    for (const ExamScenario& s : exams_of(state).scenarios)
        if (s.id == scenario) return speech.content(s.title);
    return scenario;
}

std::string moment_of(const State& state, const assess::SheetReply& reply, const Speech& speech) {
    std::string out = title_of(state, reply.scenario, speech);
    const std::string step = speech.words.name("name.step.", reply.step);
    if (!reply.step.empty() && step != reply.step) out += "　" + step;
    return out;
}

void write_reply(const State& state, const MarkingState& m, const Speech& speech, MarkingView& out) {
    const app::Words& words = speech.words;
    const assess::MarkingSheet& sheet = *m.sheet;
    const auto count = static_cast<int>(sheet.replies.size());
    const assess::SheetReply& r = sheet.replies[static_cast<std::size_t>(m.at)];
    out.place = words("desktop.marking.place", {{"at", std::to_string(m.at + 1)}, {"count", std::to_string(count)}});
    out.progress =
        words("desktop.marking.progress", {{"done", std::to_string(sheet.marked())}, {"count", std::to_string(count)}});
    out.share = static_cast<float>(sheet.marked()) / static_cast<float>(std::max(1, count));
    out.moment = moment_of(state, r, speech);
    out.owner = speech.content(r.owner);
    out.reply = r.reply;  // as it was said: script and all
    out.is_marked = r.is_marked();
    out.is_last = m.at + 1 == count;
    out.can_finish = sheet.marked() > 0;
    out.finish = sheet.marked() == count
                     ? words("desktop.marking.finish")
                     : words("desktop.marking.finish_early", {{"done", std::to_string(sheet.marked())}});
    for (std::size_t d = 0; d < scoring::dimension_count; ++d) {
        const auto dimension = static_cast<scoring::Dimension>(d);
        const auto grade = r.marks.grades.find(dimension);
        out.grades.push_back({dimension, words.name("name.dimension.", name_of(dimension)),
                              grade == r.marks.grades.end() ? -1 : grade->second});
    }
    std::string last = "-";
    for (const assess::RuleLine& line : sheet.rules) {
        MarkingRule rule;
        rule.id = line.id;
        rule.reason = speech.content(line.reason) + (line.source.empty() ? "" : "　" + line.source);
        rule.family = line.family ? words.name("name.family.", name_of(*line.family)) : words("desktop.marking.advice");
        rule.named = std::binary_search(r.marks.breaks.begin(), r.marks.breaks.end(), line.id);
        rule.is_first = rule.family != last;
        last = rule.family;
        out.rules.push_back(std::move(rule));
    }
}

void write_result(const State& state, const MarkingState& m, const Speech& speech, MarkingView& out) {
    const app::Words& words = speech.words;
    const assess::SheetResult& result = *m.result;
    out.result_line = words("desktop.marking.result", {{"replies", std::to_string(result.agreement.replies)},
                                                       {"apart", std::to_string(result.apart.size())},
                                                       {"least", std::to_string(assess::least_marked)},
                                                       {"charged", std::to_string(assess::least_charged)}});
    for (const assess::AgreementRow& row : result.agreement.dimensions)
        out.dimensions.push_back(make_agreement(row, words.name("name.dimension.", row.id), true, speech));
    for (const assess::AgreementRow& row : result.agreement.rules)
        out.charged.push_back(make_agreement(row, row.id, false, speech));
    for (const assess::Disagreement& d : result.apart) {
        MarkingApart apart{d.reply.reply, moment_of(state, d.reply, speech), {}};
        for (const std::string& rule : d.only_machine)
            apart.lines.push_back(words("desktop.marking.only_machine", {{"rule", rule}}));
        for (const std::string& rule : d.only_person)
            apart.lines.push_back(words("desktop.marking.only_person", {{"rule", rule}}));
        for (const assess::Disagreement::Apart& g : d.grades)
            apart.lines.push_back(words("desktop.marking.grades_apart",
                                        {{"dimension", words.name("name.dimension.", name_of(g.dimension))},
                                         {"machine", std::to_string(g.machine)},
                                         {"person", std::to_string(g.person)}}));
        out.apart.push_back(std::move(apart));
    }
}

}  // namespace

MarkingView make_marking_view(const State& state, const MarkingState& m, const Speech& speech) {
    MarkingView out;
    const app::Words& words = speech.words;
    out.available = words("desktop.marking.available", {{"count", std::to_string(m.specimens)}});
    if (m.passed_over > 0)
        out.passed_over = words("desktop.marking.passed_over", {{"count", std::to_string(m.passed_over)}});
    if (m.sheet)
        out.unfinished = words("desktop.marking.unfinished", {{"rater", m.sheet->rater},
                                                              {"done", std::to_string(m.sheet->marked())},
                                                              {"count", std::to_string(m.sheet->replies.size())}});
    if (m.phase == MarkingState::Phase::marking && m.sheet && !m.sheet->replies.empty())
        write_reply(state, m, speech, out);
    if (m.phase == MarkingState::Phase::result && m.result) write_result(state, m, speech, out);
    return out;
}

}  // namespace huashu::desktop
