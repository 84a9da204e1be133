#include "assess/archive.hpp"
#include "assess/review_json.hpp"
#include "assess/sitting_json.hpp"
#include "integrity/rescore.hpp"
#include "play/page.hpp"

namespace huashu::app {
namespace {

using Verdict = Rescored::Verdict;

// Reviews come after the seal and change nothing of it.
Result<assess::Sitting> sitting_in(const std::vector<Document>& documents) {
    assess::Sitting sitting;
    for (const Document& document : documents) {
        if (!document.kind.starts_with("sitting.")) continue;
        auto event = assess::event_from_json(document.kind, document.body);
        if (!event) return tl::unexpected(event.error());
        if (auto ok = assess::apply(sitting, *event); !ok) return tl::unexpected(ok.error());
    }
    return sitting;
}

Verdict verdict_on_content(const assess::Sitting& sitting, const Content& content) {
    for (const assess::SetItem& item : sitting.begun.items) {
        const scenarios::Scenario* scenario = content.find(item.scenario_id);
        if (scenario == nullptr) return Verdict::scenario_gone;
        if (scenario->content_hash() != item.scenario_hash) return Verdict::scenario_changed;
    }
    return sitting.begun.packs_hash == assess::packs_hash_of(content) ? Verdict::same : Verdict::rules_changed;
}

std::string line_words(const scoring::LedgerLine& line) { return line.rule + " " + points(line.centipoints, true); }

class SittingComparison {
public:
    explicit SittingComparison(Rescored& out) : out_(out) {}

    void items(const std::vector<assess::ItemResult>& then, const std::vector<assess::ItemResult>& now) {
        for (std::size_t i = 0; i < std::max(then.size(), now.size()); ++i) {
            const int number = static_cast<int>(i) + 1;
            if (i >= then.size() || i >= now.size())
                note(number, "scenario", i < then.size() ? then[i].scenario_id : "",
                     i < now.size() ? now[i].scenario_id : "");
            else
                item(number, then[i], now[i]);
        }
    }
    void note(int number, const char* what, std::string then, std::string now) {
        if (then != now) out_.differences.push_back({number, what, std::move(then), std::move(now)});
    }

private:
    void item(int number, const assess::ItemResult& then, const assess::ItemResult& now) {
        if (then == now) return;
        const std::size_t before = out_.differences.size();
        note(number, "score", std::to_string(then.score), std::to_string(now.score));
        note(number, "ending", then.ending, now.ending);
        for (std::size_t l = 0; l < std::max(then.ledger.size(), now.ledger.size()); ++l)
            note(number, "ledger", l < then.ledger.size() ? line_words(then.ledger[l]) : "",
                 l < now.ledger.size() ? line_words(now.ledger[l]) : "");
        // The same to read, and yet another: reasons, spans, dimensions.
        if (out_.differences.size() == before) note(number, "result", "sealed", "otherwise");
    }
    Rescored& out_;
};

}  // namespace

Result<std::optional<Rescored>> rescore_sitting(const std::vector<Document>& documents, const Content& content) {
    const auto sitting = sitting_in(documents);
    if (!sitting) return tl::unexpected(sitting.error());
    if (!sitting->result) return std::optional<Rescored>{};
    Rescored out;
    out.is_sitting = true;
    out.id = sitting->begun.sitting_id;
    out.scenario = sitting->begun.blueprint_id;
    out.program = sitting->begun.program;
    for (const assess::ItemResult& item : sitting->result->items) out.turns += item.turns;
    out.verdict = verdict_on_content(*sitting, content);
    if (out.verdict != Verdict::same) return std::optional(std::move(out));
    SittingComparison comparison(out);
    const auto now = assess::rejudge(*sitting, content);
    if (!now) {
        comparison.note(0, "replay", "played", now.error().diagnostics.front().text);
    } else {
        comparison.items(sitting->result->items, now->items);
        comparison.note(0, "score", std::to_string(sitting->result->score), std::to_string(now->score));
        comparison.note(0, "passed", sitting->result->passed ? "yes" : "no", now->passed ? "yes" : "no");
        comparison.note(0, "hash", sitting->result->hash, now->hash);
    }
    if (!out.differences.empty()) out.verdict = Verdict::differs;
    return std::optional(std::move(out));
}

Result<std::vector<std::string>> sittings_to_rescore(const Records& records) {
    const auto begun = records.documents({.kind = "sitting.begun", .subject = {}});
    if (!begun) return tl::unexpected(begun.error());
    std::vector<std::string> out;
    for (const Document& document : *begun)
        if (!document.is_erased) out.push_back(document.subject);
    return out;
}

}  // namespace huashu::app
