#include "desktop/views/debrief_paper.hpp"

namespace huashu::desktop {
namespace {

using Block = PaperBlock::Kind;

class Writer {
public:
    explicit Writer(Paper& paper) : paper_(paper) {}
    PaperBlock& add(Block kind, std::string text = {}) {
        PaperBlock block;
        block.kind = kind;
        block.text = std::move(text);
        paper_.blocks.push_back(std::move(block));
        return paper_.blocks.back();
    }
    void row(std::string figure, std::string text, std::string aside = {}) {
        PaperBlock& block = add(Block::row, std::move(text));
        block.figure = std::move(figure);
        block.aside = std::move(aside);
    }

private:
    Paper& paper_;
};

void owner_lines(Writer& to, const std::string& owner, const std::vector<OwnerBubble>& bubbles) {
    for (const OwnerBubble& b : bubbles)
        to.add(Block::owner, owner + "：" + (b.direction.empty() ? "" : "（" + b.direction + "）") + b.text);
}

void reply(Writer& to, const TurnView& turn, const Speech& speech) {
    const std::string number = speech.words("desktop.debrief.turn", {{"number", std::to_string(turn.index + 1)}});
    const std::string score = speech.words("desktop.debrief.reply_score", {{"score", std::to_string(turn.score)}});
    to.add(Block::quiet, number + "　" + score + "　" + turn.mood_line);
    PaperBlock& said = to.add(Block::reply, turn.silent ? speech.words("desktop.turn.silent") : turn.reply.text);
    if (!turn.silent)
        for (const Mark& m : turn.reply.marks) {
            if (m.kind == MarkKind::advice) continue;
            said.marks.push_back({m.kind == MarkKind::act ? PaperMark::Kind::credit : PaperMark::Kind::finding,
                                  m.span.begin, m.span.end});
        }
    for (const FindingView& f : turn.findings) {
        to.row(f.points, f.label + (f.quote.empty() ? "" : "「" + f.quote + "」") + "　" + f.reason, f.source);
        if (!f.instead.empty()) to.add(Block::better, speech.words("desktop.debrief.instead") + "　" + f.instead);
    }
    for (const ActView& a : turn.acts) to.row("✓", a.label + "「" + a.quote + "」", a.source);
}

void head(Writer& to, const DebriefView& view, const std::string& who, const std::string& when, const Speech& speech) {
    to.add(Block::title, view.talk.title);
    to.add(Block::quiet, (who.empty() ? "" : who + "　") + when + "　" + view.talk.owner + "　" + view.talk.persona +
                             "　" + view.talk.channel);
    const std::string verdict = view.total + "　" + view.verdict;
    PaperBlock& block = to.add(Block::text, verdict + "　" + view.pass_line);
    block.marks.push_back({PaperMark::Kind::strong, 0, static_cast<std::uint32_t>(verdict.size())});
    to.add(Block::text, speech.words("desktop.play.ending", {{"rank", view.ending.rank}}) + "　" + view.ending.title);
    to.add(Block::quiet, view.ending.note);
    for (const std::string& line : {view.against_before, view.hints_line, view.no_return_line})
        if (!line.empty()) to.add(Block::text, line);
}

}  // namespace

Paper make_debrief_paper(const DebriefView& view, const std::string& who, const std::string& when,
                         const Speech& speech) {
    Paper paper;
    const bool simplified = speech.words.language() == app::Language::zh_hans;
    paper.language = simplified ? "zh-CN" : "zh-TW";
    paper.family = simplified ? "Noto Sans CJK SC" : "Noto Sans CJK TC";
    paper.name = view.talk.title + " " + when;
    paper.footer = speech.words("desktop.paper.footer", {{"title", view.talk.title}});
    Writer to(paper);
    head(to, view, who, when, speech);
    to.add(Block::heading, speech.words("desktop.debrief.dimensions"));
    for (const DimensionRow& d : view.dimensions)
        to.row(d.lost, d.label, d.applies ? d.figures : speech.words("desktop.debrief.not_applicable"));
    to.add(Block::heading, speech.words("desktop.debrief.course"));
    PaperBlock& curve = to.add(Block::curve);
    curve.course = view.talk.course;
    for (const char* mood : {"anger", "trust", "patience"})
        curve.names.push_back(speech.words.name("name.mood.", mood));
    to.add(Block::heading, speech.words("desktop.debrief.replies"));
    owner_lines(to, view.talk.owner, view.talk.opening);
    for (const TurnView& turn : view.talk.turns) {
        reply(to, turn, speech);
        owner_lines(to, view.talk.owner, turn.owner);
    }
    to.add(Block::heading, speech.words("desktop.debrief.ledger"));
    for (const LedgerRow& row : view.ledger)
        to.row(row.points, row.reason, row.source + (row.turn.empty() ? "" : "　" + row.turn));
    to.row(view.total, speech.words("desktop.debrief.sum"));
    return paper;
}

}  // namespace huashu::desktop
