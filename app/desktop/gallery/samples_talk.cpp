#include <algorithm>

#include "desktop/gallery/sample_parts.hpp"
#include "desktop/gallery/samples.hpp"

namespace huashu::desktop {
namespace {

using sample::act;
using sample::finding;
using sample::says;

scenarios::Turn first_turn() {
    scenarios::Turn t;
    t.text = "這個不歸我們管，您得找開發商，我們也沒辦法。";
    t.input = scenarios::Input::say(t.text);
    t.stage = "receive";
    t.step = scoring::Step::one;
    t.model_reply = sample::model;
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
    t.model_reply = sample::model;
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

}  // namespace

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
    talk.model_reply = sample::model;
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
    talk.scorecard = sample::scorecard();
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

}  // namespace huashu::desktop
