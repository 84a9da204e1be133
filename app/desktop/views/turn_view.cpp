#include "desktop/views/turn_view.hpp"

#include <cstdlib>

namespace huashu::desktop {
namespace {

constexpr std::string_view open_bracket = "（";
constexpr std::string_view close_bracket = "）";

Weighting weighting_of(scoring::Severity severity) {
    return static_cast<Weighting>(static_cast<int>(severity) + 1);  // advice weighs less than any severity
}

FindingView make_finding(const scoring::Finding& f, const Speech& speech) {
    FindingView out;
    if (f.family) {
        out.label = speech.words.name("name.family.", name_of(*f.family));
        out.severity = speech.words.name("name.severity.", name_of(f.severity));
        out.weighting = weighting_of(f.severity);
    } else {
        out.label = speech.words("desktop.turn.advice");
        out.weighting = Weighting::advice;
    }
    out.quote = f.quote;
    out.reason = speech.content(f.reason);
    out.instead = speech.content(f.instead);
    out.source = f.source;
    if (f.points > 0) out.points = signed_number(-f.points);
    return out;
}

std::vector<Mark> marks_of(const scoring::Judgement& j) {
    std::vector<Mark> marks;
    int number = 0;
    for (const scoring::Finding& f : j.findings) marks.push_back({MarkKind::finding, number++, f.span});
    for (const scoring::Finding& f : j.advice) marks.push_back({MarkKind::advice, number++, f.span});
    number = 0;
    for (const scoring::EarnedAct& a : j.acts) marks.push_back({MarkKind::act, number++, a.span});
    return marks;
}

std::string mood_line_of(const scenarios::Turn& turn, const Speech& speech) {
    const auto part = [&](std::string_view name, int change) {
        return speech.words.name("name.mood.", name) + " " + signed_number(change);
    };
    return part("anger", turn.after.anger - turn.before.anger) + "　" +
           part("trust", turn.after.trust - turn.before.trust) + "　" +
           part("patience", turn.after.patience - turn.before.patience);
}

}  // namespace

std::string signed_number(int value) {
    if (value == 0) return "±0";
    return (value > 0 ? "+" : "−") + std::to_string(std::abs(value));
}

std::vector<FindingView> make_findings(const scoring::Judgement& judgement, const Speech& speech) {
    std::vector<FindingView> out;
    for (const scoring::Finding& f : judgement.findings) out.push_back(make_finding(f, speech));
    for (const scoring::Finding& f : judgement.advice) out.push_back(make_finding(f, speech));
    return out;
}

OwnerBubble make_owner_bubble(const scenarios::OwnerLine& line, const Speech& speech) {
    OwnerBubble out;
    out.fact = line.why == scenarios::OwnerLine::Why::fact;
    std::string_view text = line.text;
    if (text.starts_with(open_bracket)) {
        const std::size_t close = text.find(close_bracket);
        if (close != std::string_view::npos) {
            out.direction = speech.content(text.substr(open_bracket.size(), close - open_bracket.size()));
            text.remove_prefix(close + close_bracket.size());
        }
    }
    out.text = speech.content(text);
    return out;
}

TurnView make_turn_view(const scenarios::Turn& turn, int index, const Speech& speech) {
    TurnView out;
    out.index = index;
    out.silent = turn.input.kind == scenarios::Input::Kind::silence;
    out.chosen = turn.input.kind == scenarios::Input::Kind::choice;
    out.score = turn.judgement->score;
    out.reply = mark_text(turn.text, marks_of(turn.judgement), speech, out.chosen);
    out.findings = make_findings(turn.judgement, speech);
    if (out.chosen)  // what was typed is quoted as typed; a choice is content, quoted in the script in which it is
                     // shown
        for (FindingView& f : out.findings) f.quote = speech.content(f.quote);
    for (const scoring::EarnedAct& a : turn.judgement->acts) {
        const std::string quote = turn.text.substr(a.span.begin, a.span.end - a.span.begin);
        out.acts.push_back({speech.words.name("name.act.", name_of(a.act)), out.chosen ? speech.content(quote) : quote,
                            speech.content(a.reason), a.source});
    }
    for (const scoring::MissingAct& m : turn.judgement->missing) out.missing.push_back(speech.content(m.reason));
    for (const scenarios::OwnerLine& line : turn.owner) out.owner.push_back(make_owner_bubble(line, speech));
    out.before = turn.before;
    out.after = turn.after;
    out.mood_line = mood_line_of(turn, speech);
    out.model_reply = speech.content(turn.model_reply);
    out.stage = speech.words.name("name.step.", name_of(turn.step));
    return out;
}

}  // namespace huashu::desktop
