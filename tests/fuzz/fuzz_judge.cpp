// Any bytes as a reply (before a zero byte: the owner's line), judged by the shipped pack: the points add up, spans lie
// in the text, judging again gives the same, and explaining changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scoring/explanation.hpp"

namespace {

using namespace huashu::scoring;

const Engine& engine() {
    static const Engine made = [] {
        auto pack = load_pack("scoring/packs/zh");
        if (!pack) std::abort();
        return std::move(*Engine::make({pack->value}));
    }();
    return made;
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = text.find('\0');
    const std::string_view reply = cut == std::string_view::npos ? text : text.substr(cut + 1);
    Moment moment;
    if (cut != std::string_view::npos) moment.owner_line = text.substr(0, cut);
    moment.complaint = static_cast<Complaint>(size % 3);
    moment.step = static_cast<Step>(size % 9);
    const Judgement judgement = engine().judge(reply, moment);
    int sum = 0;
    for (const LedgerLine& line : judgement.ledger) {
        sum += line.centipoints;
        require(line.span.begin <= line.span.end && line.span.end <= reply.size());
    }
    require(judgement.score == (sum + 50) / 100 && judgement.score >= 0 && judgement.score <= 100);
    for (const Finding& finding : judgement.findings)
        require(finding.quote == reply.substr(finding.span.begin, finding.span.end - finding.span.begin));
    require(engine().judge(reply, moment) == judgement);
    if (size < 4096) require(explain(engine(), reply, moment).judgement == judgement);
    return 0;
}
