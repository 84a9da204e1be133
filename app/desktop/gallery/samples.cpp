#include "desktop/gallery/samples.hpp"

#include <algorithm>

namespace huashu::desktop {
namespace {

using scenarios::Channel;
using scenarios::ScenarioCard;
using scoring::Complaint;

constexpr std::int64_t some_day_ms = 1'746'252'300'000;  // 2025-05-03

ScenarioCard card(std::string id, std::string title, std::string kind, Complaint complaint, int difficulty,
                  std::string persona, std::string persona_name, Channel channel, scenarios::OwnerCard owner) {
    ScenarioCard c;
    c.id = std::move(id);
    c.title = std::move(title);
    c.kind = std::move(kind);
    c.complaint = complaint;
    c.difficulty = difficulty;
    c.persona_id = std::move(persona);
    c.persona_name = std::move(persona_name);
    c.channel = channel;
    c.teaches = {"§4.2", "§1.2.3", "§6.2"};
    c.owner = std::move(owner);
    c.brief =
        "錦瀾花園客服中心，你是客服小林。系統裡有一張報修單，狀態「待外牆單位報價」，此後沒有人回過電話。今天能做到的："
        "工程主管韓師傅中午十二點前到場，先斷燈電、臨時止水。";
    return c;
}

scenarios::OwnerCard owner(std::string name, std::string address, std::string sex, int age, std::string home,
                           std::string about) {
    scenarios::OwnerCard o;
    o.name = std::move(name);
    o.address = std::move(address);
    o.sex = std::move(sex);
    o.age = age;
    o.home = std::move(home);
    o.about = std::move(about);
    return o;
}

scoring::ByteSpan span_of(const std::string& text, const std::string& part) {
    const std::size_t at = text.find(part);
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

scoring::Finding finding(const std::string& text, const std::string& part, std::string rule, scoring::Family family,
                         scoring::Severity severity, std::string reason, std::string instead, std::string source,
                         int points) {
    scoring::Finding f;
    f.rule = std::move(rule);
    f.family = family;
    f.severity = severity;
    f.span = span_of(text, part);
    f.quote = part;
    f.reason = std::move(reason);
    f.instead = std::move(instead);
    f.source = std::move(source);
    f.points = points;
    return f;
}

scoring::EarnedAct act(const std::string& text, const std::string& part, scoring::Act what, std::string source) {
    scoring::EarnedAct a;
    a.act = what;
    a.span = span_of(text, part);
    a.source = std::move(source);
    a.reason = "說到了這一步該說的話。";
    return a;
}

scoring::LedgerLine line(scoring::LedgerLine::Kind kind, scoring::Dimension dimension, int centipoints, int possible,
                         std::string reason, std::string source, int turn) {
    scoring::LedgerLine l;
    l.kind = kind;
    l.dimension = dimension;
    l.centipoints = centipoints;
    l.possible_centipoints = possible;
    l.reason = std::move(reason);
    l.source = std::move(source);
    l.turn = turn;
    return l;
}

scenarios::OwnerLine says(std::string text, scenarios::OwnerLine::Why why = scenarios::OwnerLine::Why::reaction) {
    scenarios::OwnerLine l;
    l.text = std::move(text);
    l.why = why;
    return l;
}

constexpr const char* model =
    "周女士，真對不起，漏了三回還沒有人給您一個準信，換誰都著急。我現在就跟到底：中午十二點前韓師傅帶電工到您家，先斷電"
    "止水；下午五點前不管修到哪一步，我親自給您回電話。";

scenarios::Turn first_turn() {
    scenarios::Turn t;
    t.text = "這個不歸我們管，您得找開發商，我們也沒辦法。";
    t.input = scenarios::Input::say(t.text);
    t.stage = "receive";
    t.step = scoring::Step::one;
    t.model_reply = model;
    t.before = {70, 25, 60};
    t.after = {86, 14, 44};
    scoring::Judgement judgement;
    judgement.score = 12;
    judgement.findings = {
        finding(t.text, "不歸我們管", "deflect.not_mine", scoring::Family::deflect, scoring::Severity::major,
                "業主聽到的是「沒有人管」。物業是他唯一的聯絡窗口，把責任推出去，問題和火氣都會回到你這裡。",
                "這件事由我跟到底：外牆歸施工單位修，我今天就去聯繫，下午五點前給您回話。", "§1.2.1", 12),
        finding(t.text, "我們也沒辦法", "refuse.no_way", scoring::Family::refuse, scoring::Severity::minor,
                "只說做不到、不說下一步，等於關門。", "修外牆要等雨停，今天先做兩件事：斷燈電、臨時止水。", "§1.2.2",
                6)};
    t.judgement = std::move(judgement);
    t.owner = {says("（拍了一下桌子）不歸你們管？物業費你們收得倒挺勤！"), says("我兒子下週中考，三晚沒睡好覺！")};
    t.changes = {{"deflect", 12, -8, -10}, {"refuse", 4, -3, -6}};
    return t;
}

scenarios::Turn second_turn() {
    scenarios::Turn t;
    t.text =
        "對不起，周女士，剛才是我話說急了。漏水影響到孩子休息，我理解您的著急。請問是從哪天開始漏的，現在範圍有多大？";
    t.input = scenarios::Input::choose("a");
    t.quality = scenarios::Quality::best;
    t.stage = "confirm";
    t.step = scoring::Step::two;
    t.model_reply =
        "您先說，我記著：從哪天開始、漏在哪個位置、有沒有碰到燈和插座？問清楚了，師傅上門才能一次帶對東西。";
    t.before = {86, 14, 44};
    t.after = {61, 36, 55};
    scoring::Judgement judgement;
    judgement.score = 88;
    judgement.acts = {act(t.text, "對不起，周女士", scoring::Act::apologize, "§3.2.2"),
                      act(t.text, "我理解您的著急", scoring::Act::empathize, "§3.2.1"),
                      act(t.text, "請問是從哪天開始漏的，現在範圍有多大", scoring::Act::ask_detail, "§4.2.2")};
    t.judgement = std::move(judgement);
    t.told = {"since", "place"};
    t.owner = {says("上週四那場大雨之後就開始了，今天是第三次。", scenarios::OwnerLine::Why::fact),
               says("主臥靠窗那一片，水就滴在燈旁邊。", scenarios::OwnerLine::Why::fact)};
    t.changes = {{"apologize", -10, 8, 4}, {"empathize", -9, 8, 5}, {"ask_detail", -6, 6, 2}};
    return t;
}

scenarios::Turn third_turn() {
    scenarios::Turn t;
    t.text = "我馬上派韓師傅十二點前到您家，先斷燈電再止水，以後絕對不會再漏。修得怎樣我盡快告訴您。";
    t.input = scenarios::Input::say(t.text);
    t.stage = "solve";
    t.step = scoring::Step::three;
    t.model_reply = model;
    t.before = {61, 36, 55};
    t.after = {38, 58, 62};
    scoring::Judgement judgement;
    judgement.score = 64;
    judgement.findings = {finding(t.text, "以後絕對不會再漏", "overpromise.never", scoring::Family::overpromise,
                                  scoring::Severity::minor, "老樓的外牆你保不了，下一場雨就會讓你失信。",
                                  "補完外牆後我們雨天再巡一次，有滲水當天就處理。", "§4.2.3", 5),
                          finding(t.text, "盡快", "vague.soon", scoring::Family::vague, scoring::Severity::note,
                                  "「盡快」對業主等於沒有時間。", "今天下午五點前我給您回電話。", "§1.2.3", 2)};
    judgement.acts = {act(t.text, "我馬上派韓師傅十二點前到您家", scoring::Act::solve, "§4.2.3"),
                      act(t.text, "十二點前", scoring::Act::deadline, "§1.2.3")};
    t.judgement = std::move(judgement);
    t.owner = {says("行，十二點，我看著錶。你這話說得像樣。"),
               says("（語氣緩了下來）那我先把孩子的床挪到客廳去。", scenarios::OwnerLine::Why::ending)};
    t.changes = {{"solve", -14, 12, 5}, {"deadline", -9, 10, 2}};
    return t;
}

scoring::Scorecard sample_scorecard() {
    using scoring::Dimension;
    using Kind = scoring::LedgerLine::Kind;
    scoring::Scorecard card;
    card.score = 71;
    card.dimensions = {{Dimension::listening, 2000, 2500, 0}, {Dimension::empathy, 2000, 2000, 0},
                       {Dimension::ownership, 2800, 3500, 0}, {Dimension::timing, 1000, 2000, 200},
                       {Dimension::wording, 0, 0, 0},         {Dimension::deescalation, 0, 0, 0},
                       {Dimension::compliance, 0, 0, 500},    {Dimension::forbidden, 0, 0, 1800}};
    card.ledger = {line(Kind::earned, Dimension::empathy, 2000, 2000, "為帶來的不便致歉，並說出理解", "§4.2.1", 1),
                   line(Kind::earned, Dimension::listening, 2000, 2000, "問清損壞的時間、位置、範圍", "§4.2.2", 1),
                   line(Kind::missed, Dimension::listening, 0, 500, "把業主說的複述一遍，請他確認", "§1.1.3", -1),
                   line(Kind::earned, Dimension::ownership, 2800, 2800, "安排專業人員、說明做什麼", "§4.2.3", 2),
                   line(Kind::missed, Dimension::ownership, 0, 700, "說明加強巡查，防止再發生", "§4.2.3", -1),
                   line(Kind::earned, Dimension::timing, 2000, 2000, "給出到場時限", "§1.2.3", 2),
                   line(Kind::finding, Dimension::forbidden, -1200, 0, "推諉：不歸我們管", "§1.2.1", 0),
                   line(Kind::finding, Dimension::forbidden, -600, 0, "生硬拒絕：我們也沒辦法", "§1.2.2", 0),
                   line(Kind::finding, Dimension::compliance, -500, 0, "過度承諾：以後絕對不會再漏", "§4.2.3", 2),
                   line(Kind::finding, Dimension::timing, -200, 0, "含糊：盡快", "§1.2.3", 2)};
    card.ledger[5].centipoints = 2800;  // so that the sum is the score
    card.ledger[5].possible_centipoints = 2800;
    card.dimensions[3].earned_centipoints = 2800;
    card.dimensions[3].possible_centipoints = 2800;
    return card;
}

app::AttemptSummary summary(std::string id, std::string scenario, int turns) {
    app::AttemptSummary s;
    s.id = std::move(id);
    s.scenario_id = std::move(scenario);
    s.turns = turns;
    s.started_ms = some_day_ms;
    s.changed_ms = some_day_ms + 600'000;
    return s;
}

app::AttemptSummary finished(std::string id, std::string scenario, int score, std::string rank) {
    app::AttemptSummary s = summary(std::move(id), std::move(scenario), 6);
    s.status = app::AttemptStatus::ended;
    app::EndRecord end;
    end.ending = "settled";
    end.rank = std::move(rank);
    end.score = score;
    s.end = std::move(end);
    return s;
}

}  // namespace

std::vector<ScenarioCard> sample_cards() {
    return {
        card("leak", "主臥又滴水了", "§2.2.1", Complaint::facility, 2, "hot_tempered", "火爆型", Channel::phone,
             owner("周敏華", "周女士", "female", 41, "3 棟 1502",
                   "在菜市場開早點鋪，每天四點起床；兒子下週中考。說話又快又衝，認理也認人。")),
        card("gate", "誰知道你是不是業主", "§2.1.1", Complaint::service, 3, "sarcastic", "陰陽怪氣型", Channel::chat,
             owner("羅一鳴", "羅先生", "male", 34, "2 棟 803", "影視剪輯師，晝伏夜出。愛說反話，氣得越狠說得越客氣。")),
        card("lift", "十一層樓", "§2.2.3", Complaint::facility, 1, "elderly_hard_of_hearing", "年長耳背型",
             Channel::front_desk,
             owner("田國棟", "田師傅", "male", 76, "5 棟 1101", "退休車工，耳背。講禮數，不愛麻煩人。")),
        card("bike", "樓道裡的電瓶車", "§2.3.2", Complaint::safety, 4, "rights_streamer", "鏡頭維權型",
             Channel::doorstep, owner("何思穎", "何小姐", "female", 27, "7 棟 602", "做短視頻的，事事留證據。")),
        card("fees", "物業費漲在哪裡", "§2.1.4", Complaint::service, 5, "legal_expert", "條文型", Channel::front_desk,
             owner("邵文博", "邵先生", "male", 52, "1 棟 2001", "退下來的法務，手裡一份合同，逐條問。")),
        card("camera", "誰把我的電話給了裝修公司", "§2.3.4", Complaint::safety, 3, "anxious_mother", "焦慮型",
             Channel::phone, owner("葉春蓉", "葉女士", "female", 66, "4 棟 301", "一個人帶孫女，怕事，也怕沒人管。")),
    };
}

HomeState sample_home() {
    HomeState home;
    home.scenarios = sample_cards();
    home.last["leak"] = finished("a1", "leak", 71, "mixed");
    home.last["lift"] = finished("a2", "lift", 93, "best");
    Unfinished unfinished;
    unfinished.summary = summary("a3", "gate", 3);
    unfinished.title = "誰知道你是不是業主";
    home.unfinished = {unfinished};
    return home;
}

Talk sample_talk(int turns) {
    Talk talk;
    talk.attempt_id = "a4";
    talk.card = sample_cards().front();
    talk.opening = {
        says("喂！物業嗎？我家主臥又漏水了！這都第三回了，你們到底有沒有人管？", scenarios::OwnerLine::Why::enter)};
    talk.initial = {70, 25, 60};
    const std::vector<scenarios::Turn> all{first_turn(), second_turn(), third_turn()};
    for (int i = 0; i < std::min(turns, 3); ++i) talk.turns.push_back(all[static_cast<std::size_t>(i)]);
    talk.mood = talk.turns.empty() ? talk.initial : talk.turns.back().after;
    talk.stage_id = turns == 0 ? "receive" : turns == 1 ? "confirm" : "solve";
    talk.stage_title = turns == 0 ? "接住怒氣" : turns == 1 ? "問清漏點" : "拿出辦法";
    talk.step = turns == 0 ? scoring::Step::one : turns == 1 ? scoring::Step::two : scoring::Step::three;
    talk.model_reply = model;
    talk.facts = {{"since", "何時開始、第幾次", "上週四起，第三次", turns >= 2},
                  {"place", "漏在哪裡", "主臥靠窗，水滴在燈旁", turns >= 2},
                  {"damage", "損失", "床墊、衣櫃背板", false},
                  {"promise", "誰答應過什麼", "小吳說週一回話，沒有回", false}};
    if (turns >= 3) {
        scenarios::Ending ending;
        ending.id = "settled";
        ending.title = "先止住了水，也止住了火";
        ending.rank = scenarios::Rank::mixed;
        ending.note =
            "韓師傅十一點五十到場。周女士沒有再打電話，但也沒有忘記「絕對不會再漏」這句話：下一場雨，她會第一個想起來"
            "。";
        talk.ending = ending;
    } else {
        talk.choices = {{"a", scenarios::Quality::best,
                         "對不起，周女士，剛才是我話說急了。漏水影響到孩子休息，我理解您的著急。請問是從哪天開始漏的，"
                         "現在範圍有多大？"},
                        {"b", scenarios::Quality::near, "您別著急，我先給您登記一下，稍後讓工程部跟您聯繫，您看行嗎？"},
                        {"c", scenarios::Quality::bad, "您朝我發火也沒有用，這是外牆的問題，我只是接電話的。"},
                        {"d", scenarios::Quality::near,
                         "周女士，這種情況我們都是要走流程的，報價單位那邊還沒有回覆，回覆了我們一定第一時間通知您。"}};
    }
    talk.scorecard = sample_scorecard();
    talk.revision = 1;
    return talk;
}

scoring::Judgement sample_draft(const std::string& text) {
    scoring::Judgement out;
    out.score = 40;
    if (text.find("盡快") != std::string::npos)
        out.findings = {finding(text, "盡快", "vague.soon", scoring::Family::vague, scoring::Severity::note,
                                "「盡快」對業主等於沒有時間。", "今天下午五點前我給您回電話。", "§1.2.3", 2)};
    if (text.find("對不起") != std::string::npos) out.acts = {act(text, "對不起", scoring::Act::apologize, "§3.2.2")};
    scoring::MissingAct missing;
    missing.rule = "require.ask";
    missing.acts = {scoring::Act::ask_detail};
    missing.reason = "問清時間、位置、範圍";
    missing.instead = "請問是從哪天開始漏的，現在範圍有多大？";
    missing.source = "§4.2.2";
    out.missing = {missing};
    return out;
}

app::Outlook sample_outlook() {
    app::Outlook out;
    out.reachable = {100, 82, 82, 71};
    const Talk talk = sample_talk(2);
    out.offered = {sample_talk(0).choices, sample_talk(1).choices, talk.choices};
    out.no_return = 2;
    return out;
}

EarlierCard sample_earlier() {
    EarlierCard out{some_day_ms - 86'400'000, 62, sample_scorecard().dimensions};
    out.dimensions[0].earned_centipoints -= 850;
    out.dimensions[7].lost_centipoints -= 300;
    return out;
}

scenarios::WhatIf sample_what_if(int turn) {
    const Talk talk = sample_talk(3);
    scenarios::WhatIf out;
    out.turn = static_cast<std::size_t>(turn);
    out.said = model;
    out.after.course.push_back(talk.initial);
    for (const scenarios::Turn& t : talk.turns)
        out.after.course.push_back({t.after.anger - 18, t.after.trust + 14, t.after.patience + 10});
    out.answer = {says("……這還像句話。十二點，我等著。")};
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
    out.model.kind = "§2.2.1";
    out.model.urgency = scenarios::Urgency::urgent;
    out.model.department = scenarios::Department::engineering;
    out.model.facts = "主臥靠窗天花板滲水，上週四起第三次，水滴在燈旁；床墊、衣櫃背板受潮。";
    out.model.promises = {{"韓師傅帶電工到場，斷電止水", "今天中午十二點前"}, {"回電話告知結果", "今天下午五點前"}};
    return out;
}

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
        return {intent::DebriefShown{std::move(talk),
                                     {finished("a4", "leak", 71, "mixed"), finished("a1", "leak", 62, "mixed"),
                                      finished("a0", "leak", 46, "bad")},
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
    if (const std::optional<Intents> people = about_people(effect)) return *people;
    if (const std::optional<Intents> analysis = about_analysis(effect)) return *analysis;
    if (std::holds_alternative<effect::LoadHistory>(effect) && no_history) return {intent::HistoryLoaded{}};
    if (std::holds_alternative<effect::LoadHistory>(effect))
        return {intent::HistoryLoaded{{finished("a1", "leak", 71, "mixed"), finished("a2", "lift", 93, "best"),
                                       summary("a3", "gate", 3), finished("a0", "leak", 46, "bad")}}};
    return {};
}

}  // namespace huashu::desktop
