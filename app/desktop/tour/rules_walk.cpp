#include "desktop/tour/rules_walk.hpp"

#include "desktop/editor/author_room.hpp"

namespace huashu::desktop {
namespace {

class RulesWalk {
public:
    RulesWalk(Shell& shell, Camera& camera, AuthorBackstage& author, const std::string& folder)
        : shell_(shell),
          room_(*shell.author()),
          rules_(room_.rules()),
          camera_(camera),
          author_(author),
          folder_(folder) {}

    Result<void> walk() {
        shell_.show_author(true);
        room_.wish(wish::OpenRules{{}, "金瀾物業話術規則"});
        settle();
        select("deflect.not_ours");
        shoot("rules-rule");
        room_.take_example({"您先等等，這個我們再研究研究。", "到底幾點能來？", "facility", "3"});
        shoot("rules-example");
        wish(rule_wish::DropExample{});
        own_rule();
        words();
        wish(rule_wish::ShowSheet{RulesSheet::model});
        wish(rule_wish::Label{{"這事包在我身上，三點我親自上樓看。", {"own", "deadline"}, {}}});
        shoot("rules-model");
        wish(rule_wish::Learn{});
        shoot("rules-training");
        settle();
        shoot("rules-trained");
        wish(rule_wish::ShowSheet{RulesSheet::pack});
        shoot("rules-pack");
        wish(rule_wish::ShowSheet{RulesSheet::rules});
        publish();
        wish(rule_wish::Close{});
        shoot("rules-shelf");
        shell_.show_author(false);
        return result_;
    }

private:
    // A rule of one's own, first with an example that fails, then put right.
    void own_rule() {
        wish(rule_wish::AddRule{"forbid", "vague"});
        const auto set = [&](const std::string& key, const char* text) {
            const RulesDesk& desk = *rules_.state().desk;
            const std::string pointer = desk.selected + "/" + key;
            wish(rule_wish::Edit{app::with(desk.document.root(), pointer, app::Tree::of(std::string(text))), pointer,
                                 false});
        };
        set("id", "vague.study_on");
        set("match/0", "再(研究|商量)(研究|商量)");
        set("reason", "業主聽到的是沒有下文。");
        set("instead", "我現在就去問，今天下午三點前給您答覆。");
        set("source", "§1.2.3");
        set("hits/0", "這個我們[[再研究研究]]。");
        set("misses/0", "方案我們再研究研究，三點前給您電話。");
        wish(rule_wish::Check{});
        settle();
        shoot("rules-own");
        wish(rule_wish::ShowSide{RulesSide::problems});
        shoot("rules-problems");
        set("misses/0", "研究過了，今天就修。");
        wish(rule_wish::ShowSide{RulesSide::bench});
        wish(rule_wish::Check{});
        settle();
    }

    void words() {
        wish(rule_wish::ShowSheet{RulesSheet::words});
        shoot("rules-words");
    }

    void publish() {
        wish(rule_wish::Save{});
        wish(rule_wish::Publish{});
        shoot("rules-publish");
        room_.publish().wish(publish_wish::Measure{});
        settle();
        shoot("rules-impact");
        room_.publish().wish(publish_wish::Submit{"加一條推託的說法"});
        shoot("rules-review");
        room_.publish().wish(publish_wish::Close{});
    }

    void select(const std::string& id) {
        const std::string pointer = app::rule_pointer_of(rules_.state().desk->document.root(), id);
        if (!pointer.empty()) wish(rule_wish::SelectRule{pointer});
        settle();
    }
    void settle() {
        author_.wait_idle();
        wish(rule_wish::Poll{});
        room_.publish().wish(publish_wish::Poll{});
    }
    // As a screen would: what comes of it for the other rooms is carried out with the next frame.
    void wish(const RuleWish& wish) { rules_.wish(wish); }
    void shoot(const std::string& name) {
        camera_.settle(shell_);
        while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
        if (result_) result_ = camera_.shoot(shell_, folder_, name);
    }

    Shell& shell_;
    AuthorRoom& room_;
    RulesRoom& rules_;
    Camera& camera_;
    AuthorBackstage& author_;
    const std::string& folder_;
    Result<void> result_;
};

}  // namespace

Result<void> walk_rules(Shell& shell, Camera& camera, AuthorBackstage& author, const std::string& folder) {
    return RulesWalk(shell, camera, author, folder).walk();
}

}  // namespace huashu::desktop
