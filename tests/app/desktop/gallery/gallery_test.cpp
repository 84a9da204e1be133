// Every specimen of the gallery in every language: it is drawn, nothing is cut off, nothing that reacts lies on
// another.
#include "desktop/gallery/gallery.hpp"

#include "../driver.hpp"
#include "../layout_checks.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

struct Room {
    app::Language language;
    int width, height, per_cent;
};

// Of assessments and analysis: large text must not cut them either.
bool is_assessed(std::string_view name) {
    for (const std::string_view start :
         {"analysis", "exam", "sitting", "review", "supervise", "blueprint", "care", "marking", "kept"})
        if (name.starts_with(start)) return true;
    return false;
}

void walk(const Room& room) {
    Driver d(room.language, room.width, room.height);
    Settings settings = d.state().settings;
    settings.text_per_cent = room.per_cent;
    d.wish(intent::ChangeSettings{settings});
    Gallery gallery(d.shell(), d.backstage, false);
    for (std::size_t i = 0; i < specimens().size(); ++i) {
        const std::string_view name = specimens()[i].name;
        if (room.per_cent > 100 && !is_assessed(name)) continue;
        gallery.show(static_cast<int>(i));
        d.tick(3);
        CHECK(d.ui().tags.all().size() > 3);
        // Names and replies of other people may be longer than any room.
        if (name != "play-rare-characters") check_screen(d, std::string(name));
    }
}

}  // namespace

TEST_CASE("gallery: every state of every screen in three languages") {
    for (const app::Language language : app::all_languages) {
        CAPTURE(name_of(language));
        walk({language, 1280, 800, 100});
        walk({language, 1920, 1080, 100});
        walk({language, 1280, 800, 175});
    }
}

TEST_CASE("gallery: small windows and large text draw every state without a fault") {
    for (const Room room : {Room{app::Language::zh_hant, 640, 480, 100}, Room{app::Language::en, 640, 480, 100},
                            Room{app::Language::zh_hans, 1280, 800, 175}, Room{app::Language::en, 800, 600, 200}}) {
        Driver d(room.language, room.width, room.height);
        Settings settings = d.state().settings;
        settings.text_per_cent = room.per_cent;
        d.wish(intent::ChangeSettings{settings});
        Gallery gallery(d.shell(), d.backstage, true);
        for (std::size_t i = 0; i < specimens().size(); ++i) {
            gallery.show(static_cast<int>(i));
            d.tick(3);
            CHECK(d.ui().tags.all().size() > 3);
        }
    }
}

TEST_CASE("gallery: the bar steps through, round and round, and each specimen has a name of its own") {
    Driver d;
    Gallery gallery(d.shell(), d.backstage, true);
    d.tick(2);
    CHECK(d.click("gallery.after"));
    CHECK(gallery.settle());
    CHECK(gallery.index() == 1);
    d.tick(2);
    d.key(Key::page_up, {.ctrl = true});
    CHECK(gallery.settle());
    d.tick(2);
    CHECK(d.click("gallery.before"));
    CHECK(gallery.settle());
    CHECK(gallery.index() == static_cast<int>(specimens().size()) - 1);
    CHECK_FALSE(gallery.settle());
    std::map<std::string_view, int> names;
    for (const Specimen& s : specimens()) CHECK(++names[s.name] == 1);
}
