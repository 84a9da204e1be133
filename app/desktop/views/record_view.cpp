#include "desktop/views/record_view.hpp"

#include <cstdlib>

namespace huashu::desktop {
namespace {

using scenarios::RecordLine;
using Verdict = RecordLine::Verdict;

// Kinds, urgencies and departments stand in a line as ids; the rest is content.
std::string item_text(RecordLine::Part part, const std::string& item, const Speech& speech) {
    switch (part) {
        case RecordLine::Part::kind:
            return speech.words.name("name.kind.", item);
        case RecordLine::Part::urgency:
            return speech.words.name("name.urgency.", item);
        case RecordLine::Part::department:
            return speech.words.name("name.department.", item);
        default:
            return speech.content(item);
    }
}

RecordLineView::Tone tone_of_line(const RecordLine& line) {
    if (line.verdict == Verdict::right) return RecordLineView::Tone::good;
    if (line.verdict == Verdict::near || (line.centipoints > 0 && line.centipoints < line.possible_centipoints))
        return RecordLineView::Tone::near;
    if (line.verdict == Verdict::floor) return RecordLineView::Tone::neutral;
    return RecordLineView::Tone::bad;
}

std::string points_of_line(const RecordLine& line) {
    const int whole = std::abs(line.centipoints) / 100;
    const int part = std::abs(line.centipoints) % 100;
    std::string out = line.centipoints < 0 ? "−" : "+";
    out += std::to_string(whole);
    if (part != 0) out += (part < 10 ? ".0" : ".") + std::to_string(part % 10 == 0 ? part / 10 : part);
    return line.centipoints == 0 ? "0" : out;
}

RecordLineView make_line(const RecordLine& line, const Speech& speech) {
    RecordLineView out;
    out.tone = tone_of_line(line);
    out.points = points_of_line(line);
    out.text = speech.words.name("name.record_part.", name_of(line.part)) + "　" +
               speech.words.name("name.record_verdict.", name_of(line.verdict));
    if (!line.item.empty()) out.text += "：" + item_text(line.part, line.item, speech);
    if (!line.quote.empty() && line.quote != line.item)
        out.quote = "「" + item_text(line.part, line.quote, speech) + "」";
    out.source = line.source;
    return out;
}

void make_model(const scenarios::RecordForm& model, const Speech& speech, RecordView& out) {
    out.model_facts = speech.content(model.facts);
    std::string head = speech.words.name("name.kind.", model.kind);
    if (model.urgency) head += "　" + speech.words.name("name.urgency.", name_of(*model.urgency));
    if (model.department) head += "　" + speech.words.name("name.department.", name_of(*model.department));
    out.model_lines.push_back(std::move(head));
    for (const scenarios::RecordedPromise& p : model.promises)
        out.model_lines.push_back("・" + speech.content(p.what) + (p.by.empty() ? "" : "　" + speech.content(p.by)));
}

}  // namespace

RecordView make_record_view(const RecordState& record, const Speech& speech) {
    RecordView out;
    out.wanted = record.wanted;
    if (!record.wanted) return out;
    for (int family = 1; family <= 3; ++family)
        for (int kind = 1; kind <= 4; ++kind) {
            const std::string id = "§2." + std::to_string(family) + "." + std::to_string(kind);
            out.kinds.push_back({id, speech.words.name("name.kind.", id)});
        }
    for (std::size_t i = 0; i < scenarios::urgency_count; ++i) {
        const std::string id(name_of(static_cast<scenarios::Urgency>(i)));
        out.urgencies.push_back({id, speech.words.name("name.urgency.", id)});
    }
    for (std::size_t i = 0; i < scenarios::department_count; ++i) {
        const std::string id(name_of(static_cast<scenarios::Department>(i)));
        out.departments.push_back({id, speech.words.name("name.department.", id)});
    }
    if (!record.score) return out;
    out.score = record.score->score;
    for (const RecordLine& line : record.score->lines) out.lines.push_back(make_line(line, speech));
    make_model(record.model, speech, out);
    return out;
}

}  // namespace huashu::desktop
