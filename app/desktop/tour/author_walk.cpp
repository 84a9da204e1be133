#include "desktop/tour/author_walk.hpp"

#include "author/document_edits.hpp"
#include "author/document_files.hpp"
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
        clash();
        history();
        other_theme();
        shoot("author-other-theme");
        other_theme();
        wish(wish::Save{});
        wish(wish::CloseDraft{});
        clear_toasts();
        shoot("author-shelf");
        exchange();
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

    // Somebody else has saved the same draft meanwhile.
    void clash() {
        const AuthorDesk& desk = *room_.state().desk;
        const app::Tree before = desk.document.root();
        wish(wish::Save{});
        wish(wish::Edit{app::with(before, "/title", app::Tree::of("熱水又停了")), "/title", false});
        app::Tree theirs = app::with(before, "/title", app::Tree::of("整棟樓沒有熱水"));
        theirs = app::with(theirs, "/stages/0/title", app::Tree::of("先接住火氣"));
        if (!app::save_draft(desk.file, app::document_text(theirs))) return;
        wish(wish::Watch{});
        shoot("author-changed-outside");
        wish(wish::MergeTheirs{});
        shoot("author-merge");
        wish(wish::SettleClashes{});
        wish(wish::Save{});
    }

    // A version is published, then a change is made: its history, and what the change comes to.
    void history() {
        const AuthorDesk& desk = *room_.state().desk;
        const std::string id = desk.document.root()["id"].text();
        const PublishItem item{false, id, desk.document.root()["title"].text(), desk.file, true, true};
        wish(wish::Publish{item});
        room_.publish().wish(publish_wish::Submit{"第一版"});
        room_.publish().wish(publish_wish::Publish{"給下週的新人"});
        room_.publish().wish(publish_wish::Close{});
        wish(wish::Edit{app::with(desk.document.root(), "/stages/0/choices/1/text", app::Tree::of("下午再說吧。")),
                        "/stages/0/choices/1/text", false});
        wish(wish::Save{});
        wish(wish::Publish{item});
        for (int step = 0; step < 2; ++step) {  // what has changed, then what it comes to
            author_.wait_idle();
            room_.publish().wish(publish_wish::Poll{});
        }
        shoot("author-history");
        room_.publish().wish(publish_wish::Close{});
    }

    // A bundle is made, then one comes in that clashes with what is here.
    void exchange() {
        ExchangeRoom& sheet = room_.exchange();
        sheet.wish(exchange_wish::Open{ExchangeSide::out});
        sheet.wish(exchange_wish::Choose{0});
        sheet.wish(exchange_wish::Pack{"shower", "給南區的同事"});
        shoot("exchange-out");
        const std::string file = sheet.state().packed;
        const std::string draft = sheet.state().offers.empty() ? "" : sheet.state().offers.front().offer.path;
        const Result<std::string> text = read_text_file(draft);
        if (text) (void)app::save_draft(draft, *text + "\n");
        sheet.wish(exchange_wish::ShowSide{ExchangeSide::in});
        sheet.wish(exchange_wish::Read{file});
        author_.wait_idle();
        sheet.wish(exchange_wish::Poll{});
        shoot("exchange-in");
        sheet.wish(exchange_wish::Read{draft});
        author_.wait_idle();
        sheet.wish(exchange_wish::Poll{});
        shoot("exchange-refused");
        sheet.wish(exchange_wish::Close{});
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
