#include "assess/archive.hpp"

#include <algorithm>
#include <set>

#include "assess/chance.hpp"
#include "assess/digest.hpp"
#include "assess/review_json.hpp"
#include "assess/sitting_json.hpp"

namespace huashu::assess {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

tl::unexpected<Error> not_filed(const char* code, std::string text, const char* remedy = "") {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

Result<void> take_document(Filed& filed, const Kept& document) {
    ++filed.documents;
    if (document.kind.starts_with("sitting.")) {
        auto event = event_from_json(document.kind, document.body);
        if (!event) return tl::unexpected(event.error());
        return apply(filed.sitting, *event);
    }
    auto event = review_event_from_json(document.kind, document.body);
    if (!event) return tl::unexpected(event.error());
    return apply(filed.review, filed.sitting, *event);
}

// One that the person has not had, by chance; when all were had, any.
int pick_form(std::size_t forms, const std::vector<Filed>& past, const std::string& blueprint_hash, Chance& chance) {
    std::set<int> had;
    for (const Filed& f : past)
        if (f.sitting.begun.blueprint_hash == blueprint_hash) had.insert(f.sitting.begun.form);
    std::vector<int> free;
    for (int i = 0; i < static_cast<int>(forms); ++i)
        if (had.count(i) == 0) free.push_back(i);
    if (free.empty()) return static_cast<int>(chance.below(forms));
    return free[chance.below(free.size())];
}

std::vector<SetItem> set_items(const Form& form, const app::Content& content, Chance& chance) {
    std::vector<SetItem> out;
    for (const FormItem& item : form.items) {
        const scenarios::Scenario* scenario = content.find(item.scenario_id);
        if (scenario == nullptr) continue;  // can't be: the candidates are the content's
        out.push_back({item.scenario_id, scenario->card().title, scenario->content_hash(), chance.next(), item.replies,
                       item.weight, item.minutes, item.difficulty_centi});
    }
    return out;
}

}  // namespace

std::optional<ReviewedResult> Filed::result() const {
    if (!sitting.result) return std::nullopt;
    return reviewed(*sitting.result, sitting.begun.marking, review);
}

Result<Filed> read_file(Store& store, const std::string& sitting_id) {
    const auto documents = store.about(sitting_id);
    if (!documents) return tl::unexpected(documents.error());
    if (documents->empty() || documents->front().kind != "sitting.begun")
        return not_filed("no-such-sitting", "there is no sitting " + sitting_id, "huashu assess list shows them");
    Filed filed;
    for (const Kept& document : *documents) {
        if (document.is_erased)
            return not_filed("sitting-erased", "the sitting " + sitting_id + " was erased",
                             "only that it was there is still known");
        if (auto ok = take_document(filed, document); !ok) return tl::unexpected(ok.error());
    }
    return filed;
}

Result<std::vector<Filed>> read_files(Store& store) {
    const auto begun = store.of_kind("sitting.begun");
    if (!begun) return tl::unexpected(begun.error());
    std::vector<Filed> out;
    for (const Kept& document : *begun) {
        if (document.is_erased) continue;
        auto filed = read_file(store, document.subject);
        if (!filed) return tl::unexpected(filed.error());
        out.push_back(std::move(*filed));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Filed& a, const Filed& b) { return a.sitting.begun_ms > b.sitting.begun_ms; });
    return out;
}

Result<std::optional<std::string>> running_sitting(Store& store) {
    const auto begun = store.of_kind("sitting.begun");
    if (!begun) return tl::unexpected(begun.error());
    std::set<std::string> over;
    for (const char* kind : {"sitting.sealed", "sitting.set-aside"}) {
        const auto ends = store.of_kind(kind);
        if (!ends) return tl::unexpected(ends.error());
        for (const Kept& end : *ends) over.insert(end.subject);
    }
    for (const Kept& document : *begun)
        if (!document.is_erased && over.count(document.subject) == 0) return std::optional(document.subject);
    return std::optional<std::string>{};
}

Result<void> add_to_review(Store& store, Filed& filed, const ReviewEvent& event) {
    Review then = filed.review;
    if (auto ok = apply(then, filed.sitting, event); !ok) return ok;
    if (auto kept =
            store.keep({{kind_of(event), filed.sitting.begun.sitting_id, to_json(event), false}}, filed.documents);
        !kept)
        return kept;
    filed.review = std::move(then);
    ++filed.documents;
    return {};
}

Result<void> set_aside(Store& store, Filed& filed, const event::SetAside& why, std::int64_t now_ms) {
    if (why.by.empty() || why.reason.empty())
        return not_filed("no-reason", "a name and a reason are needed", "say who does this, and why");
    const Event event{now_ms, why};
    Sitting then = filed.sitting;
    if (auto ok = apply(then, event); !ok) return ok;
    if (auto kept = store.keep({{kind_of(event), then.begun.sitting_id, to_json(event), false}}, filed.documents);
        !kept)
        return kept;
    filed.sitting = std::move(then);
    ++filed.documents;
    return {};
}

std::string packs_hash_of(const app::Content& content) {
    if (content.scenarios.empty()) return {};
    return scenarios::Session::start(content.scenarios.front(), *content.engine, 0).save().packs_hash;
}

std::uint64_t seed_of(const Blueprint& blueprint) {
    return std::stoull(blueprint.hash.substr(0, 16), nullptr, 16);  // a digest: hex
}

Result<Drawn> forms_of(const Blueprint& blueprint, const std::vector<Candidate>& candidates) {
    return draw_forms(blueprint, candidates, blueprint.forms, seed_of(blueprint));
}

Attempts attempts_at(const Blueprint& blueprint, const std::vector<Filed>& past, std::int64_t now_ms) {
    Attempts out;
    std::int64_t last = 0;
    for (const Filed& f : past) {
        if (f.sitting.phase == Sitting::Phase::running) out.running = f.sitting.begun.sitting_id;
        if (f.sitting.begun.blueprint_id != blueprint.id || f.sitting.phase == Sitting::Phase::set_aside) continue;
        ++out.used;
        last = std::max(last, f.sitting.begun_ms);
    }
    if (out.used >= blueprint.attempts)
        out.next_ms.reset();
    else if (out.used > 0 && last + blueprint.days_between * day_ms > now_ms)
        out.next_ms = last + blueprint.days_between * day_ms;
    return out;
}

Result<event::Begun> plan_sitting(const Blueprint& blueprint, const app::Content& content,
                                  const std::vector<Candidate>& candidates, const std::vector<Filed>& past,
                                  const Sitter& sitter, std::int64_t now_ms, std::uint64_t fresh) {
    const Attempts attempts = attempts_at(blueprint, past, now_ms);
    if (!attempts.running.empty())
        return not_filed("sitting-running", "a sitting has been begun and is not over",
                         "go on with it: one attempt at a time");
    if (!attempts.next_ms)
        return not_filed("no-attempt-left",
                         "all attempts at this assessment are used: " + std::to_string(attempts.used) + " of " +
                             std::to_string(blueprint.attempts),
                         "a supervisor may set one aside with a reason");
    if (*attempts.next_ms > now_ms)
        return not_filed("too-early",
                         "between two attempts there are " + std::to_string(blueprint.days_between) +
                             " days; left: " + std::to_string((*attempts.next_ms - now_ms + day_ms - 1) / day_ms),
                         "practise the weak points until then");
    auto drawn = forms_of(blueprint, candidates);
    if (!drawn) return tl::unexpected(drawn.error());
    Chance chance(fresh);
    event::Begun out;
    out.sitting_id = sitter.sitting_id;
    out.person_id = sitter.id;
    out.person = sitter.name;
    out.program = sitter.program;
    out.blueprint_id = blueprint.id;
    out.blueprint_title = blueprint.title;
    out.blueprint_hash = blueprint.hash;
    out.packs_hash = packs_hash_of(content);
    out.draw_seed = drawn->seed;
    out.form = pick_form(drawn->forms.size(), past, blueprint.hash, chance);
    out.attempt = attempts.used + 1;
    out.minutes = blueprint.minutes;
    out.reply_clock = blueprint.reply_clock;
    out.marking = blueprint.marking;
    out.items = set_items(drawn->forms[static_cast<std::size_t>(out.form)], content, chance);
    return out;
}

}  // namespace huashu::assess
