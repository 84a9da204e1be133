#include <algorithm>

#include "desktop/gallery/exam_samples.hpp"
#include "desktop/gallery/sample_parts.hpp"
#include "desktop/gallery/samples.hpp"

namespace huashu::desktop {

std::optional<Intents> SampleBackstage::about_people(const Effect& effect) {
    if (std::holds_alternative<effect::LoadPeople>(effect)) return Intents{intent::PeopleLoaded{people_, person_}};
    if (const auto* other = std::get_if<effect::SwitchPerson>(&effect)) {
        person_ = other->id;
    } else if (const auto* added = std::get_if<effect::AddPerson>(&effect)) {
        people_.push_back({"0" + std::to_string(people_.size()), added->name});
        person_ = people_.back().id;
    } else if (const auto* renamed = std::get_if<effect::RenamePerson>(&effect)) {
        for (app::Person& p : people_)
            if (p.id == person_) p.name = renamed->name;
    } else {
        return std::nullopt;
    }
    return Intents{intent::PeopleLoaded{people_, person_}};
}

namespace {

constexpr const char* odd_owner = "𠮷川😀龘靐齉・歐陽‌若蘭博文書瀚一二三四五六七八九十";

void lengthen(Talk& talk) {
    for (scenarios::Turn& turn : talk.turns) {
        std::string lines = turn.text;
        for (int i = 2; i <= 30; ++i) lines += "\n" + std::to_string(i) + "：我把這一條也記下來，下午五點前給您回話。";
        turn.text = lines;
    }
}

}  // namespace

void SampleBackstage::make_odd(Intents& intents) const {
    const auto change = [&](Talk& talk) {
        if (odd_names) talk.card.owner.name = odd_owner;
        if (long_replies) lengthen(talk);
        if (timed) talk.seconds_for_reply = 60;
        if (nothing_said) talk.turns.clear();
    };
    for (Intent& i : intents) {
        if (auto* shown = std::get_if<intent::TalkShown>(&i)) change(shown->talk);
        if (auto* played = std::get_if<intent::TurnPlayed>(&i)) change(played->talk);
        if (auto* debrief = std::get_if<intent::DebriefShown>(&i)) change(debrief->talk);
        if (auto* home = std::get_if<intent::HomeLoaded>(&i); home != nullptr && odd_names)
            for (scenarios::ScenarioCard& c : home->home.scenarios) c.owner.name = odd_owner;
    }
}

Intents SampleBackstage::perform(const Effect& effect) {
    Intents out = answer_to(effect);
    make_odd(out);
    return out;
}

Intents SampleBackstage::answer_to(const Effect& effect) {
    seen.push_back(effect);
    if (fails) {
        Diagnostic d;
        d.code = "disk-full";
        d.text = "The turn can't be kept: the disk is full.";
        d.remedy = "Free some room and send the reply again; nothing is lost.";
        Error error;
        error.cause = Error::Cause::system;
        error.diagnostics = {d};
        return {intent::Failed{error}};
    }
    if (std::holds_alternative<effect::LoadHome>(effect)) {
        HomeState home = empty_home ? HomeState{} : sample_home();
        if (!resumable) home.unfinished.clear();
        if (no_history) {
            home.last.clear();
            home.unfinished.clear();
        }
        if (broken_content) {
            Diagnostic d;
            d.level = Level::error;
            d.code = "unknown-stage";
            d.text = "there is no stage 'confrim'";
            d.remedy = "did you mean 'confirm'?";
            d.place = {.file = "scenarios/library/leak.json", .line = 41, .column = 17};
            home.problems = {d};
        }
        return {intent::HomeLoaded{home}};
    }
    if (std::holds_alternative<effect::Start>(effect)) {
        turns_ = 0;
        hints_.clear();
        return {intent::TalkShown{sample_talk(0)}};
    }
    if (std::holds_alternative<effect::Resume>(effect)) {
        turns_ = 1;
        return {intent::TalkShown{sample_talk(1)}};
    }
    if (const auto* rewind = std::get_if<effect::Rewind>(&effect)) {
        turns_ = rewind->turns;
        return {intent::TalkShown{sample_talk(turns_)}};
    }
    if (std::holds_alternative<effect::Answer>(effect)) {
        turns_ = std::min(turns_ + 1, 3);
        return {intent::TurnPlayed{sample_talk(turns_)}};
    }
    if (const auto* draft = std::get_if<effect::JudgeDraft>(&effect))
        return {intent::DraftJudged{draft->text, sample_draft(draft->text)}};
    if (std::holds_alternative<effect::ShowDebrief>(effect) || std::holds_alternative<effect::OpenAttempt>(effect)) {
        Talk talk = sample_talk(3);
        talk.hints = hints_;
        return {intent::DebriefShown{
                    std::move(talk),
                    {sample::finished("a4", "leak", 71, "mixed"), sample::finished("a1", "leak", 62, "mixed"),
                     sample::finished("a0", "leak", 46, "bad")},
                    sample_outlook(),
                    sample_earlier()},
                intent::RecordShown{sample_record(false)}};
    }
    if (std::holds_alternative<effect::FillInRecord>(effect)) return {intent::RecordShown{sample_record(true)}};
    if (std::holds_alternative<effect::Nudge>(effect)) return {intent::Nudged{"喂？你還在不在聽？"}};
    if (const auto* hint = std::get_if<effect::TakeHint>(&effect)) {
        hints_.push_back({turns_, hint->rung});
        return {};
    }
    if (const auto* question = std::get_if<effect::AskWhatIf>(&effect))
        return {intent::WhatIfShown{sample_what_if(question->turn)}};
    if (std::holds_alternative<effect::WritePaper>(effect))
        return {intent::Told{{.tone = Toast::Tone::good,
                              .key = "desktop.toast.printed",
                              .text = {},
                              .remedy = "Documents/huashu/主臥又滴水了.pdf"}}};
    if (const auto* exam = std::get_if<effect::Exam>(&effect)) return sample_exam_answer(*exam->what);
    if (const std::optional<Intents> people = about_people(effect)) return *people;
    if (const std::optional<Intents> analysis = about_analysis(effect)) return *analysis;
    if (std::holds_alternative<effect::LoadHistory>(effect) && no_history) return {intent::HistoryLoaded{}};
    if (std::holds_alternative<effect::LoadHistory>(effect))
        return {intent::HistoryLoaded{{sample::finished("a1", "leak", 71, "mixed"),
                                       sample::finished("a2", "lift", 93, "best"), sample::running("a3", "gate", 3),
                                       sample::finished("a0", "leak", 46, "bad")}}};
    return {};
}

}  // namespace huashu::desktop
