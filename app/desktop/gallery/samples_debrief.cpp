#include "desktop/gallery/sample_parts.hpp"
#include "desktop/gallery/samples.hpp"

namespace huashu::desktop {

app::Outlook sample_outlook() {
    app::Outlook out;
    out.reachable = {100, 82, 82, 71};
    const Talk talk = sample_talk(2);
    out.offered = {sample_talk(0).choices, sample_talk(1).choices, talk.choices};
    out.no_return = 2;
    return out;
}

EarlierCard sample_earlier() {
    EarlierCard out{sample::some_day_ms - 86'400'000, 62, sample::scorecard().dimensions};
    out.dimensions[0].earned_centipoints -= 850;
    out.dimensions[7].lost_centipoints -= 300;
    return out;
}

scenarios::WhatIf sample_what_if(int turn) {
    const Talk talk = sample_talk(3);
    scenarios::WhatIf out;
    out.turn = static_cast<std::size_t>(turn);
    out.said = sample::model;
    out.after.course.push_back(talk.initial);
    for (const scenarios::Turn& t : talk.turns)
        out.after.course.push_back({t.after.anger - 18, t.after.trust + 14, t.after.patience + 10});
    out.answer = {sample::says("……這還像句話。十二點，我等著。")};
    out.kept = 2;
    out.replaced = 1;
    out.after.score = 88;
    scenarios::Ending ending = *talk.ending;
    ending.rank = scenarios::Rank::good;
    out.after.ending = ending;
    return out;
}

RecordState sample_record(bool filled_in) {
    using scenarios::RecordLine;
    RecordState out;
    out.wanted = true;
    if (!filled_in) return out;
    const auto line_of = [](RecordLine::Part part, RecordLine::Verdict verdict, std::string item, std::string quote,
                            int points, int possible) {
        RecordLine l;
        l.part = part;
        l.verdict = verdict;
        l.item = std::move(item);
        l.quote = std::move(quote);
        l.source = "§6.1.1";
        l.centipoints = points * 100;
        l.possible_centipoints = possible * 100;
        return l;
    };
    scenarios::RecordScore score;
    score.lines = {
        line_of(RecordLine::Part::kind, RecordLine::Verdict::right, "§2.2.1", {}, 20, 20),
        line_of(RecordLine::Part::urgency, RecordLine::Verdict::near, "urgent", "emergency", 8, 15),
        line_of(RecordLine::Part::department, RecordLine::Verdict::right, "engineering", {}, 15, 15),
        line_of(RecordLine::Part::fact, RecordLine::Verdict::right, "主臥靠窗，水滴在燈旁", {}, 20, 20),
        line_of(RecordLine::Part::fact, RecordLine::Verdict::missing, "上週四起，第三次", {}, 0, 10),
        line_of(RecordLine::Part::promise, RecordLine::Verdict::no_time, "韓師傅到場止水", "師傅上門", 10, 20),
        line_of(RecordLine::Part::discretion, RecordLine::Verdict::judging, {}, "業主脾氣很差", -5, 0)};
    score.score = 68;
    out.score = std::move(score);
    out.form.kind = "§2.2.1";
    out.form.urgency = scenarios::Urgency::emergency;
    out.form.department = scenarios::Department::engineering;
    out.form.facts = "主臥靠窗漏水，水滴在燈旁。業主脾氣很差。";
    out.form.promises = {{"師傅上門", ""}};
    out.model.kind = "§2.2.1";
    out.model.urgency = scenarios::Urgency::urgent;
    out.model.department = scenarios::Department::engineering;
    out.model.facts = "主臥靠窗天花板滲水，上週四起第三次，水滴在燈旁；床墊、衣櫃背板受潮。";
    out.model.promises = {{"韓師傅帶電工到場，斷電止水", "今天中午十二點前"}, {"回電話告知結果", "今天下午五點前"}};
    return out;
}

}  // namespace huashu::desktop
