#include "assess/marking.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace huashu::assess {
namespace {

using MarkingJson = nlohmann::ordered_json;

constexpr const char* kind_drawn = "calibration.drawn";
constexpr const char* kind_reply = "calibration.reply";
constexpr const char* kind_marked = "calibration.marked";
constexpr const char* kind_dropped = "calibration.dropped";

std::string text_of(const MarkingJson& json) {
    return json.dump(-1, ' ', false, MarkingJson::error_handler_t::replace);
}

tl::unexpected<Error> refuse_marking(const char* code, const char* text, const char* remedy) {
    return fail(Error::Cause::usage, {.code = code, .text = text, .remedy = remedy, .place = {}, .excerpt = {}});
}

std::vector<RuleLine> rule_lines(const Specimens& specimens) {
    std::vector<RuleLine> out;
    for (const auto& [id, line] : specimens.rules) out.push_back(line);
    std::stable_sort(out.begin(), out.end(), [](const RuleLine& a, const RuleLine& b) {
        const auto rank = [](const RuleLine& r) { return r.family ? static_cast<int>(*r.family) : 1000; };
        return rank(a) < rank(b);
    });
    return out;
}

SheetReply blank_reply(const Specimen& s) {
    SheetReply out{s.scenario, s.complaint, s.step, s.owner, s.reply, {}};
    out.marks.key = s.key;
    return out;
}

const Specimen* specimen_by(const Specimens& specimens, const std::string& key) {
    const auto found = std::lower_bound(specimens.all.begin(), specimens.all.end(), key,
                                        [](const Specimen& s, const std::string& k) { return s.key < k; });
    return found == specimens.all.end() || found->key != key ? nullptr : &*found;
}

Result<void> keep_one(Store& store, MarkingSheet& sheet, const char* kind, std::string body) {
    if (auto kept = store.keep({{kind, sheet.id, std::move(body), false}}, sheet.documents); !kept) return kept;
    ++sheet.documents;
    return {};
}

// Of the documents of one sheet, in their order.
Result<MarkingSheet> read_marking(const std::vector<Kept>& documents, const Specimens& specimens) {
    MarkingSheet out;
    out.documents = documents.size();
    out.id = documents.front().subject;
    out.rules = rule_lines(specimens);
    try {
        const auto drawn = nlohmann::json::parse(documents.front().body);
        out.rater = drawn.at("rater").get<std::string>();
        out.seed = std::stoull(drawn.at("seed").get<std::string>());
        for (const auto& key : drawn.at("keys")) {
            const Specimen* s = specimen_by(specimens, key.get<std::string>());
            if (s != nullptr)
                out.replies.push_back(blank_reply(*s));
            else
                ++out.gone;
        }
    } catch (const std::exception&) {
        return refuse_marking("marking-unreadable", "the sheet of a second marking can't be read",
                              "huashu verify says whether records were changed; begin another sheet");
    }
    for (const Kept& d : documents) {
        if (d.kind != kind_reply || d.is_erased) continue;
        const auto sheet = marks_from_json(d.body);
        if (!sheet) return tl::unexpected(sheet.error());
        for (const Marks& marks : sheet->marks)
            for (SheetReply& reply : out.replies)
                if (reply.marks.key == marks.key) reply.marks = marks;
    }
    return out;
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& others) {
    std::vector<std::string> out;
    std::set_difference(all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(out));
    return out;
}

}  // namespace

int MarkingSheet::marked() const {
    return static_cast<int>(
        std::count_if(replies.begin(), replies.end(), [](const SheetReply& r) { return r.is_marked(); }));
}

Result<MarkingSheet> draw_sheet(Store& store, const Specimens& specimens, const SheetOrder& order) {
    if (order.rater.empty()) return refuse_marking("no-rater", "who marks?", "give a name: it stands with the marks");
    if (specimens.all.empty())
        return refuse_marking("no-replies", "there is no sealed sitting to take replies from",
                              "a sample can be taken when somebody has sat");
    MarkingSheet out;
    out.id = order.id;
    out.rater = order.rater;
    out.seed = order.seed;
    out.rules = rule_lines(specimens);
    MarkingJson keys = MarkingJson::array();
    for (const Specimen& s :
         take_sample(specimens.all, std::clamp(order.count, smallest_sheet, largest_sheet), order.seed)) {
        out.replies.push_back(blank_reply(s));
        keys.push_back(s.key);
    }
    const MarkingJson body{
        {"v", 1}, {"rater", out.rater}, {"seed", std::to_string(out.seed)}, {"keys", std::move(keys)}};
    if (auto kept = keep_one(store, out, kind_drawn, text_of(body)); !kept) return tl::unexpected(kept.error());
    return out;
}

Result<std::optional<MarkingSheet>> unfinished_sheet(Store& store, const Specimens& specimens) {
    const auto drawn = store.of_kind(kind_drawn);
    if (!drawn) return tl::unexpected(drawn.error());
    for (auto d = drawn->rbegin(); d != drawn->rend(); ++d) {
        if (d->is_erased) continue;
        const auto documents = store.about(d->subject);
        if (!documents) return tl::unexpected(documents.error());
        const bool is_over = std::any_of(documents->begin(), documents->end(),
                                         [](const Kept& k) { return k.kind == kind_marked || k.kind == kind_dropped; });
        if (is_over) continue;
        auto sheet = read_marking(*documents, specimens);
        if (!sheet) return tl::unexpected(sheet.error());
        if (sheet->replies.empty()) continue;
        return std::optional(std::move(*sheet));
    }
    return std::optional<MarkingSheet>();
}

Result<void> keep_marks(Store& store, MarkingSheet& sheet, std::size_t at) {
    return keep_one(store, sheet, kind_reply, marks_json({sheet.rater, {sheet.replies.at(at).marks}}));
}

Result<void> finish_sheet(Store& store, MarkingSheet& sheet) {
    MarkedSheet out{sheet.rater, {}};
    for (const SheetReply& reply : sheet.replies)
        if (reply.is_marked()) out.marks.push_back(reply.marks);
    if (out.marks.empty()) return refuse_marking("nothing-marked", "no reply was marked", "mark one at least");
    return keep_one(store, sheet, kind_marked, marks_json(out));
}

Result<void> drop_sheet(Store& store, MarkingSheet& sheet) { return keep_one(store, sheet, kind_dropped, "{}"); }

SheetResult result_of(const MarkingSheet& sheet, const Specimens& specimens) {
    SheetResult out;
    std::vector<Marks> marks;
    for (const SheetReply& reply : sheet.replies) {
        if (!reply.is_marked()) continue;
        marks.push_back(reply.marks);
        const Specimen* s = specimen_by(specimens, reply.marks.key);
        if (s == nullptr) continue;
        Disagreement d{
            reply, without(s->machine.breaks, reply.marks.breaks), without(reply.marks.breaks, s->machine.breaks), {}};
        for (const auto& [dimension, grade] : reply.marks.grades)
            if (const auto machine = s->machine.grades.find(dimension);
                machine != s->machine.grades.end() && std::abs(machine->second - grade) >= 2)
                d.grades.push_back({dimension, machine->second, grade});
        if (!d.only_machine.empty() || !d.only_person.empty() || !d.grades.empty()) out.apart.push_back(std::move(d));
    }
    out.agreement = calibrate(specimens.all, marks);
    return out;
}

}  // namespace huashu::assess
