#include "desktop/editor/guide_view.hpp"

#include <algorithm>

namespace huashu::desktop {
namespace {

using app::Tree;

// Whether what stands at one of these places is no longer what the template brought.
bool is_own(const AuthorDesk& desk, std::initializer_list<const char*> pointers) {
    return std::any_of(pointers.begin(), pointers.end(), [&](const char* pointer) {
        return app::at(desk.document.root(), pointer) != app::at(desk.begun_from, pointer);
    });
}

// Whether that member has changed in every stage that the template brought.
bool is_own_everywhere(const AuthorDesk& desk, const char* member) {
    const auto& before = desk.begun_from["stages"].items();
    const auto& now = desk.document.root()["stages"].items();
    return !now.empty() && std::all_of(now.begin(), now.end(), [&](const Tree& stage) {
        return std::none_of(before.begin(), before.end(), [&](const Tree& old) {
            return old["id"].text() == stage["id"].text() && old[member] == stage[member];
        });
    });
}

}  // namespace

std::vector<GuideStep> make_guide(const AuthorDesk& desk, const Speech& speech) {
    const bool checked = desk.report && desk.report->revision == desk.document.revision() &&
                         desk.report->depth == app::LiveReport::Depth::analysed;
    const bool clean = checked && std::none_of(desk.report->findings.begin(), desk.report->findings.end(),
                                               [](const auto& f) { return f.level == Level::error; });
    const bool is_written = desk.document.root() != desk.begun_from;
    const Tree& plays = desk.document.root()["plays"];
    struct Step {
        const char* key;
        const char* pointer;
        bool done;
    };
    const Step steps[] = {
        {"who", "/owner/name", is_own(desk, {"/owner/name"})},
        {"what", "/brief", is_own(desk, {"/brief"})},
        {"lines", "/stages/0/enter/0", is_own_everywhere(desk, "enter")},
        {"choices", "/stages/0/choices/0/text", is_own_everywhere(desk, "choices")},
        {"facts", "/facts", is_own(desk, {"/facts"})},
        {"endings", "/endings", is_own(desk, {"/endings"})},
        {"check", "", clean && is_written},
        {"play", "", desk.trials > 0},
        {"golden", "/plays", plays != desk.begun_from["plays"]},
        {"save", "", clean && is_written && desk.document.saved()},
        {"publish", "", desk.published},
    };
    std::vector<GuideStep> guide;
    for (const Step& step : steps)
        guide.push_back({step.key, speech.words(std::string("desktop.author.guide.") + step.key + ".title"),
                         speech.words(std::string("desktop.author.guide.") + step.key + ".text"), step.pointer,
                         step.done});
    return guide;
}

}  // namespace huashu::desktop
