#include "desktop/editor/script_view.hpp"

#include "desktop/editor/form_view.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using ScriptKind = ScriptLine::Kind;

class BlockMaker {
public:
    BlockMaker(const Tree& root, const Speech& speech, std::string owner)
        : root_(root), speech_(speech), owner_(std::move(owner)) {}

    std::vector<ScriptLine> head() {
        add(ScriptKind::scene, "", root_["title"].text(), "/title");
        add(ScriptKind::direction, "", root_["brief"].text(), "/brief");
        return std::move(lines_);
    }

    std::vector<ScriptLine> stage(std::size_t number) {
        const std::string p = app::below("/stages", number);
        const Tree& stage = app::at(root_, p);
        add(ScriptKind::scene, speech_.words("desktop.author.scene", {{"number", std::to_string(number + 1)}}),
            stage["title"].text(), app::below(p, "title"));
        says(ScriptKind::owner, stage["enter"], app::below(p, "enter"));
        const auto& choices = stage["choices"].items();
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const std::string c = app::below(app::below(p, "choices"), i);
            add(ScriptKind::choice, choices[i]["id"].text(), choices[i]["text"].text(), app::below(c, "text"));
            lines_.back().quality = choices[i]["quality"].text();
            says(ScriptKind::answer, choices[i]["answer"], app::below(c, "answer"));
        }
        add(ScriptKind::model, speech_.words("desktop.author.script_model"), stage["model"].text(),
            app::below(p, "model"));
        says(ScriptKind::stuck, stage["stuck"], app::below(p, "stuck"));
        ways(stage["next"]);
        return std::move(lines_);
    }

    std::vector<ScriptLine> ending(std::size_t number) {
        const std::string p = app::below("/endings", number);
        const Tree& ending = app::at(root_, p);
        add(ScriptKind::scene, speech_.words("desktop.author.script_ending"), ending["title"].text(),
            app::below(p, "title"));
        if (const std::string when = condition_words(ending["when"], root_, speech_); !when.empty())
            add(ScriptKind::way, "", speech_.words("desktop.author.script_if", {{"condition", when}}), "");
        says(ScriptKind::owner, ending["say"], app::below(p, "say"));
        add(ScriptKind::direction, "", ending["note"].text(), app::below(p, "note"));
        return std::move(lines_);
    }

private:
    void add(ScriptKind kind, std::string label, const std::string& text, std::string pointer) {
        lines_.push_back({kind, std::move(pointer), std::move(label), text});
    }

    void says(ScriptKind kind, const Tree& lines, const std::string& p) {
        for (std::size_t i = 0; i < lines.items().size(); ++i) {
            const Tree& line = lines.items()[i];
            const std::string at = app::below(p, i);
            if (line.kind() == Tree::Kind::text) {
                add(kind, owner_, line.text(), at);
                continue;
            }
            add(ScriptKind::way, "",
                speech_.words("desktop.author.script_if",
                              {{"condition", condition_words(line["when"], root_, speech_)}}),
                "");
            says(kind, line["lines"], app::below(at, "lines"));
        }
    }

    [[nodiscard]] std::string title_of(const std::string& stage) const {
        if (stage == "end") return speech_.words("desktop.author.the_end");
        for (const Tree& each : root_["stages"].items())
            if (each["id"].text() == stage) return each["title"].text().empty() ? stage : each["title"].text();
        return stage;
    }

    void ways(const Tree& next) {
        if (next.kind() == Tree::Kind::text) return add(ScriptKind::way, "", "→ " + title_of(next.text()), "");
        for (const Tree& way : next.items()) {
            const std::string when = condition_words(way["when"], root_, speech_);
            add(ScriptKind::way, "",
                (when.empty() ? "" : speech_.words("desktop.author.script_if", {{"condition", when}}) + "　") + "→ " +
                    title_of(way["to"].text()),
                "");
        }
    }

    const Tree& root_;
    const Speech& speech_;
    std::string owner_;
    std::vector<ScriptLine> lines_;
};

}  // namespace

void ScriptView::refresh(const Tree& root, const Speech& speech) {
    const std::string owner = root["owner"]["address"].text();
    const std::string language(app::name_of(speech.words.language()));
    const auto& stages = root["stages"].items();
    const auto& endings = root["endings"].items();
    const std::size_t count = 1 + stages.size() + endings.size();
    if (owner == owner_ && language == language_ && blocks_.size() == count && head_.same(root)) return;
    std::string titles;  // they are named by other stages
    for (const Tree& stage : stages) titles += stage["id"].text() + '\n' + stage["title"].text() + '\n';
    const bool anew = owner != owner_ || language != language_ || titles != titles_;
    titles_ = std::move(titles);
    head_ = root;
    owner_ = owner;
    language_ = language;
    blocks_.resize(count);
    made_.resize(count);
    const auto make = [&](std::size_t i, const Tree& source, const auto& lines) {
        if (!anew && !blocks_[i].source.is_nothing() && blocks_[i].source.same(source)) return;
        blocks_[i] = {source, lines()};
        made_[i] = ++count_;
    };
    make(0, root, [&] { return BlockMaker(root, speech, owner).head(); });
    for (std::size_t i = 0; i < stages.size(); ++i)
        make(1 + i, stages[i], [&] { return BlockMaker(root, speech, owner).stage(i); });
    for (std::size_t i = 0; i < endings.size(); ++i)
        make(1 + stages.size() + i, endings[i], [&] { return BlockMaker(root, speech, owner).ending(i); });
}

}  // namespace huashu::desktop
