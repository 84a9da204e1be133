#include "assess/offer.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "assess/digest.hpp"
#include "paths/paths.hpp"
#include "paths/write_new.hpp"

namespace fs = std::filesystem;

namespace huashu::assess {
namespace {

using Json = nlohmann::ordered_json;

tl::unexpected<Error> no_offer(Error::Cause cause, const char* code, std::string text, const char* remedy) {
    return fail(cause, {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

// What the owner had said last before that turn.
std::string owner_before(const scenarios::Session& talk, int turn) {
    const auto& lines = turn == 0 ? talk.opening() : talk.turns()[static_cast<std::size_t>(turn - 1)].owner;
    return lines.empty() ? std::string() : lines.back().text;
}

Json example_of(const Offer& offer) {
    Json example{{"text", offer.text}};
    if (!offer.owner.empty()) example["owner"] = offer.owner;
    if (!offer.complaint.empty()) example["complaint"] = offer.complaint;
    if (offer.step > 0) example["step"] = offer.step;
    return example;
}

}  // namespace

Result<Offer> offer_of(const Filed& filed, int index, const app::Content& content) {
    const auto& appeals = filed.review.appeals;
    if (index < 0 || index >= static_cast<int>(appeals.size()) || !appeals[static_cast<std::size_t>(index)].decided ||
        !appeals[static_cast<std::size_t>(index)].decided->upheld)
        return no_offer(Error::Cause::usage, "no-upheld-appeal", "there is no such appeal, or it was not upheld", "");
    const Appeal& appeal = appeals[static_cast<std::size_t>(index)];
    const scoring::LedgerLine& line = filed.sitting.result->items[static_cast<std::size_t>(appeal.at.item)]
                                          .ledger[static_cast<std::size_t>(appeal.at.line)];
    auto talks = replay(filed.sitting, content);
    if (!talks) return tl::unexpected(talks.error());
    const auto item = static_cast<std::size_t>(appeal.at.item);
    if (line.rule.empty() || line.rule.starts_with("record.") || line.turn < 0 || item >= talks->size() ||
        line.turn >= static_cast<int>((*talks)[item].turns().size()))
        return no_offer(Error::Cause::usage, "line-without-reply",
                        "this line speaks of no reply that could be an example", "");
    const scenarios::Session& talk = (*talks)[item];
    const scenarios::Turn& turn = talk.turns()[static_cast<std::size_t>(line.turn)];
    Offer out;
    out.rule = line.rule;
    out.source = line.source;
    out.text = turn.text;
    out.owner = owner_before(talk, line.turn);
    out.complaint = name_of(talk.scenario().card().complaint);
    const int step = static_cast<int>(turn.step);
    out.step = step >= 1 && step <= 4 ? step : 0;
    out.because = appeal.decided->reason;
    return out;
}

std::string offer_json(const Offer& offer) {
    const Json json{{"format", "huashu-offered-example"},
                    {"version", 1},
                    {"rule", offer.rule},
                    {"source", offer.source},
                    {"misses", Json::array({example_of(offer)})},
                    {"because", offer.because}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::string> write_offer(const std::string& folder, const Offer& offer) {
    if (auto made = app::make_folder(folder); !made) return tl::unexpected(made.error());
    const std::string text = offer_json(offer);
    const std::string file = (fs::path(folder) / (offer.rule + "-" + digest_of(text).substr(0, 8) + ".json")).string();
    auto written = app::write_new(file, text);
    // The name comes from the content: a file of that name is this very offer.
    if (!written && written.error().diagnostics.front().code != "file-exists") return tl::unexpected(written.error());
    return file;
}

}  // namespace huashu::assess
