#include "assess/review.hpp"

#include <algorithm>

#include "assess/record_lines.hpp"

namespace huashu::assess {
namespace {

using scoring::LedgerLine;

tl::unexpected<Error> declined(const char* code, std::string text, const char* remedy = "") {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

const LedgerLine* find_line(const SittingResult& result, LineRef at) {
    if (at.item < 0 || at.item >= static_cast<int>(result.items.size())) return nullptr;
    const auto& ledger = result.items[static_cast<std::size_t>(at.item)].ledger;
    if (at.line < 0 || at.line >= static_cast<int>(ledger.size())) return nullptr;
    return &ledger[static_cast<std::size_t>(at.line)];
}

Result<void> with_reason(const std::string& by, const std::string& reason) {
    if (by.empty()) return declined("no-name", "nobody's name was given", "say who does this");
    if (reason.empty()) return declined("no-reason", "a reason is needed", "say why, for whoever reads the report");
    if (reason.size() > longest_reason) return declined("reason-too-long", "the reason is too long", "shorten it");
    return {};
}

Result<void> within(const SittingResult& result, LineRef at, int to_centi) {
    const auto range = range_of(result, at);
    if (!range) return tl::unexpected(range.error());
    if (to_centi < range->least || to_centi > range->most)
        return declined("points-out-of-range", "this line is worth " + std::to_string(range->least) + " to " +
                                                   std::to_string(range->most) + " hundredths of a point");
    return {};
}

struct Reviewing {
    Review& r;
    const Sitting& sitting;
    std::int64_t at_ms;

    Result<void> operator()(const reviewing::Changed& e) const {
        if (auto ok = with_reason(e.by, e.reason); !ok) return ok;
        if (auto ok = not_own(e.by); !ok) return ok;
        if (auto ok = within(*sitting.result, e.at, e.to_centi); !ok) return ok;
        change(e.at, e.to_centi, e.by, e.reason, -1);
        return {};
    }
    Result<void> operator()(const reviewing::Contested& e) const {
        if (auto ok = with_reason(e.by, e.reason); !ok) return ok;
        if (auto range = range_of(*sitting.result, e.at); !range) return tl::unexpected(range.error());
        for (const Appeal& appeal : r.appeals)
            if (appeal.at == e.at && !appeal.decided)
                return declined("already-contested", "this line is contested already", "wait for the decision");
        r.appeals.push_back({e.at, e.by, e.reason, at_ms, std::nullopt, 0});
        return {};
    }
    Result<void> operator()(const reviewing::Decided& e) const {
        if (auto ok = with_reason(e.by, e.reason); !ok) return ok;
        if (auto ok = not_own(e.by); !ok) return ok;
        if (e.appeal < 0 || e.appeal >= static_cast<int>(r.appeals.size()))
            return declined("no-such-appeal", "there is no such appeal");
        Appeal& appeal = r.appeals[static_cast<std::size_t>(e.appeal)];
        if (appeal.decided) return declined("already-decided", "this appeal has been decided");
        if (e.upheld)
            if (auto ok = within(*sitting.result, appeal.at, e.to_centi); !ok) return ok;
        appeal.decided = e;
        appeal.decided_ms = at_ms;
        if (e.upheld) change(appeal.at, e.to_centi, e.by, e.reason, e.appeal);
        return {};
    }
    Result<void> operator()(const reviewing::Confirmed& e) const {
        if (e.by.empty()) return declined("no-name", "nobody's name was given", "say who confirms");
        if (auto ok = not_own(e.by); !ok) return ok;
        if (r.open_appeals() > 0) return declined("appeal-open", "an appeal has not been decided", "decide it first");
        if (r.confirmed) return declined("already-confirmed", "this result is confirmed");
        r.confirmed = e;
        r.confirmed_ms = at_ms;
        return {};
    }

private:
    Result<void> not_own(const std::string& by) const {
        if (by != sitting.begun.person) return {};
        return declined("own-result", "nobody reviews a result of his own", "ask another supervisor");
    }
    // What was confirmed was another result.
    void change(LineRef at, int to_centi, const std::string& by, const std::string& reason, int appeal) const {
        const int before = r.worth_of(at).value_or(find_line(*sitting.result, at)->centipoints);
        r.changes.push_back({at, before, to_centi, by, reason, at_ms, appeal});
        r.confirmed.reset();
        r.confirmed_ms = 0;
    }
};

// With the complaint record as part of it the line that divides the two follows; floor and cap follow in any case.
int score_again(std::vector<LedgerLine>& lines, const ItemResult& item, bool critical) {
    if (item.record_percent > 0) return settle_shares(lines, item, critical);
    return score_of_lines(lines, critical ? cap_of(item.ledger) : -1);
}

bool stands(const FatalReason& reason, int item, const Review& review) {
    if (reason.line < 0) return true;
    return review.worth_of({item, reason.line}).value_or(-1) != 0;
}

}  // namespace

int Review::open_appeals() const {
    return static_cast<int>(std::count_if(appeals.begin(), appeals.end(), [](const auto& a) { return !a.decided; }));
}

std::optional<int> Review::worth_of(LineRef at) const {
    for (auto c = changes.rbegin(); c != changes.rend(); ++c)
        if (c->at == at) return c->to_centi;
    return std::nullopt;
}

Result<void> apply(Review& review, const Sitting& sitting, const ReviewEvent& event) {
    if (!sitting.result)
        return declined("sitting-not-sealed", "the sitting has no result yet", "wait until it is over");
    if (sitting.set_aside) return declined("sitting-set-aside", "the sitting was set aside and does not count");
    Review then = review;
    if (auto ok = std::visit(Reviewing{then, sitting, event.at_ms}, event.what); !ok) return ok;
    review = std::move(then);
    return {};
}

Result<Range> range_of(const SittingResult& result, LineRef at) {
    const LedgerLine* line = find_line(result, at);
    if (line == nullptr) return declined("no-such-line", "the result has no such line");
    switch (line->kind) {
        case LedgerLine::Kind::earned:
        case LedgerLine::Kind::missed:
            return Range{0, line->possible_centipoints};
        case LedgerLine::Kind::finding:
            return Range{std::min(line->centipoints, 0), 0};
        case LedgerLine::Kind::shared:
        case LedgerLine::Kind::floor:
        case LedgerLine::Kind::cap:
            break;
    }
    return declined("line-follows", "this line follows from others", "change the line that it follows from");
}

ReviewedResult reviewed(const SittingResult& result, const Marking& marking, const Review& review) {
    ReviewedResult out;
    out.machine = result.score;
    out.machine_passed = result.passed;
    out.provisional = !review.confirmed;
    std::vector<std::pair<int, int>> scores;
    bool too_low = false;
    for (std::size_t i = 0; i < result.items.size(); ++i) {
        const ItemResult& item = result.items[i];
        ReviewedItem now{item.score, item.score, {}};
        for (const FatalReason& reason : item.fatal)
            if (stands(reason, static_cast<int>(i), review)) now.fatal.push_back(reason);
        std::vector<LedgerLine> lines = item.ledger;
        bool changed = false;
        for (std::size_t l = 0; l < lines.size(); ++l)
            if (const auto worth = review.worth_of({static_cast<int>(i), static_cast<int>(l)})) {
                lines[l].centipoints = *worth;
                changed = true;
            }
        const bool critical = std::any_of(now.fatal.begin(), now.fatal.end(),
                                          [](const auto& f) { return f.why == FatalReason::Why::severity; });
        if (changed) now.now = score_again(lines, item, critical);
        out.fatal = out.fatal || !now.fatal.empty();
        too_low = too_low || now.now < marking.least_per_scenario;
        scores.emplace_back(now.now, item.weight);
        out.items.push_back(std::move(now));
    }
    out.now = weighted_mean(scores);
    out.passed = out.now >= marking.pass_mark && !out.fatal && !too_low;
    return out;
}

}  // namespace huashu::assess
