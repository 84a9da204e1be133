#include "desktop/tour/author_walk.hpp"

#include "author/document_edits.hpp"
#include "desktop/editor/author_room.hpp"
#include "desktop/errors.hpp"

namespace huashu::desktop {
namespace {

class AuthorWalk {
public:
    AuthorWalk(Shell& shell, Camera& camera, AuthorBackstage& author, const std::string& folder)
        : shell_(shell), room_(*shell.author()), camera_(camera), author_(author), folder_(folder) {}

    Result<void> walk() {
        other_theme();  // the walk before this one ended in the other
        shell_.show_author(true);
        shoot("author-shelf-empty");
        wish(wish::NameDraft{});
        shoot("author-naming");
        wish(wish::NewDraft{"§2.2.4", "shower-without-hot-water", "淋浴又沒熱水了"});
        settle();
        if (!room_.state().desk)
            return system_error("no-skeleton", "No scenario can be begun: the skeletons can't be read.",
                                "Install the program again.");
        shoot("author-guide");
        wish(wish::ShowSide{AuthorSide::problems});
        shoot("author-all-well");
        sheets();
        trial();
        trouble();
        other_theme();
        shoot("author-other-theme");
        other_theme();
        wish(wish::Save{});
        wish(wish::CloseDraft{});
        clear_toasts();
        shoot("author-shelf");
        shell_.show_author(false);
        return result_;
    }

private:
    void other_theme() {
        Settings settings = shell_.state().settings;
        settings.theme = settings.theme == ThemeId::dark ? ThemeId::light : ThemeId::dark;
        shell_.wish(intent::ChangeSettings{settings});
    }
    void sheets() {
        const std::pair<AuthorSheet, const char*> all[] = {
            {AuthorSheet::card, "author-card"},    {AuthorSheet::facts, "author-facts"},
            {AuthorSheet::rules, "author-rules"},  {AuthorSheet::endings, "author-endings"},
            {AuthorSheet::plays, "author-plays"},  {AuthorSheet::past, "author-past"},
            {AuthorSheet::script, "author-script"}};
        for (const auto& [sheet, name] : all) {
            wish(wish::ShowSheet{sheet});
            shoot(name);
        }
        wish(wish::Select{"/stages/0"});
        wish(wish::Reveal{"/stages/0/choices/1/text"});
        shoot("author-choices");
    }

    void trial() {
        wish(wish::ShowSide{AuthorSide::trial});
        shoot("author-no-trial");
        wish(wish::BeginTrial{{"calm", {85, 30, 40}, 1}});
        wish(wish::SayInTrial{scenarios::Input::say("您先冷靜一下，這事不歸我們管。")});
        shoot("author-trial");
        wish(wish::BeginTrial{{"", {55, 40, 60}, 1}});
        for (const char* choice : {"b", "a", "c", "a", "c"}) wish(wish::SayInTrial{scenarios::Input::choose(choice)});
        shoot("author-trial-ended");
        wish(wish::ShowSide{AuthorSide::problems});
        wish(wish::SendRobots{});
        settle();
        shoot("author-robots");
    }

    void trouble() {
        const app::Tree& root = room_.state().desk->document.root();
        app::Tree bad = app::with(root, "/stages/1/choices/2/text", app::Tree::of("這不歸我管。"));
        bad = app::with(app::added(bad, "/stages", bad["stages"].items().size()), "/facts/0/label", app::Tree::of(""));
        wish(wish::Edit{bad, "/stages/1/choices/2/text", false});
        wish(wish::Check{});
        settle();
        clear_toasts();
        shoot("author-problems");
        wish(wish::Undo{});
        wish(wish::Check{});
        settle();
    }

    void settle() {
        author_.wait_idle();
        wish(wish::Poll{});
    }
    void wish(const AuthorWish& wish) { room_.wish(wish); }
    void clear_toasts() {
        camera_.settle(shell_);
        while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    }
    void shoot(const std::string& name) {
        clear_toasts();
        if (result_) result_ = camera_.shoot(shell_, folder_, name);
    }

    Shell& shell_;
    AuthorRoom& room_;
    Camera& camera_;
    AuthorBackstage& author_;
    const std::string& folder_;
    Result<void> result_;
};

}  // namespace

Result<void> walk_author(Shell& shell, Camera& camera, AuthorBackstage& author, const std::string& folder) {
    return AuthorWalk(shell, camera, author, folder).walk();
}

}  // namespace huashu::desktop
