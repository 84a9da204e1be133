#include "desktop/gallery/sample_parts.hpp"
#include "desktop/gallery/samples.hpp"

namespace huashu::desktop {
namespace {

using scenarios::Channel;
using scenarios::ScenarioCard;
using scoring::Complaint;

ScenarioCard sample_card(std::string id, std::string title, std::string kind, Complaint complaint, int difficulty,
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

scenarios::OwnerCard sample_owner(std::string name, std::string address, std::string sex, int age, std::string home,
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

}  // namespace

std::vector<ScenarioCard> sample_cards() {
    return {
        sample_card("leak", "主臥又滴水了", "§2.2.1", Complaint::facility, 2, "hot_tempered", "火爆型", Channel::phone,
                    sample_owner("周敏華", "周女士", "female", 41, "3 棟 1502",
                                 "在菜市場開早點鋪，每天四點起床；兒子下週中考。說話又快又衝，認理也認人。")),
        sample_card("gate", "誰知道你是不是業主", "§2.1.1", Complaint::service, 3, "sarcastic", "陰陽怪氣型",
                    Channel::chat,
                    sample_owner("羅一鳴", "羅先生", "male", 34, "2 棟 803",
                                 "影視剪輯師，晝伏夜出。愛說反話，氣得越狠說得越客氣。")),
        sample_card("lift", "十一層樓", "§2.2.3", Complaint::facility, 1, "elderly_hard_of_hearing", "年長耳背型",
                    Channel::front_desk,
                    sample_owner("田國棟", "田師傅", "male", 76, "5 棟 1101", "退休車工，耳背。講禮數，不愛麻煩人。")),
        sample_card("bike", "樓道裡的電瓶車", "§2.3.2", Complaint::safety, 4, "rights_streamer", "鏡頭維權型",
                    Channel::doorstep,
                    sample_owner("何思穎", "何小姐", "female", 27, "7 棟 602", "做短視頻的，事事留證據。")),
        sample_card("fees", "物業費漲在哪裡", "§2.1.4", Complaint::service, 5, "legal_expert", "條文型",
                    Channel::front_desk,
                    sample_owner("邵文博", "邵先生", "male", 52, "1 棟 2001", "退下來的法務，手裡一份合同，逐條問。")),
        sample_card("camera", "誰把我的電話給了裝修公司", "§2.3.4", Complaint::safety, 3, "anxious_mother", "焦慮型",
                    Channel::phone,
                    sample_owner("葉春蓉", "葉女士", "female", 66, "4 棟 301", "一個人帶孫女，怕事，也怕沒人管。")),
    };
}

HomeState sample_home() {
    HomeState home;
    home.scenarios = sample_cards();
    home.last["leak"] = sample::finished("a1", "leak", 71, "mixed");
    home.last["lift"] = sample::finished("a2", "lift", 93, "best");
    Unfinished unfinished;
    unfinished.summary = sample::running("a3", "gate", 3);
    unfinished.title = "誰知道你是不是業主";
    home.unfinished = {unfinished};
    return home;
}

}  // namespace huashu::desktop
