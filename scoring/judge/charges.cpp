#include "judge/charges.hpp"

#include <algorithm>
#include <tuple>

namespace huashu::scoring {
namespace {

using What = TraceStep::What;

class Settlement {
public:
    explicit Settlement(Judging& judging)
        : judging_(judging), speakers_(judging.program().speakers), kept_(judging.candidates()) {}

    std::vector<Charged> run() {
        if (kept_.empty()) return {};
        drop_outdone();
        drop_repeated();
        std::vector<Charged> charged;
        for (const Candidate& one : kept_) charged.push_back({one, speakers_[one.speaker].points, nullptr});
        share_words(charged);
        return charged;
    }

private:
    /// Candidates compete with those of the same family, wording advice with wording advice, any other advice only with
    /// its own rule.
    static constexpr std::uint16_t advice_bit = 1u << family_count;
    [[nodiscard]] std::uint16_t rivals_of(const Candidate& one) const {
        const Speaker& speaker = speakers_[one.speaker];
        if (speaker.family) return static_cast<std::uint16_t>(1u << static_cast<unsigned>(*speaker.family));
        return speaker.rule->kind() == RuleKind::prefer ? advice_bit : 0;
    }

    void drop_outdone() {
        if (kept_.size() < 2) return;
        std::ranges::sort(kept_, {}, [this](const Candidate& one) {
            return std::tuple(-static_cast<int>(speakers_[one.speaker].severity), ~one.spot.size(), one.spot.span.begin,
                              one.spot.by_skeleton, one.speaker);
        });
        taken_.assign(judging_.reading().length(), 0);
        std::vector<Candidate> staying;
        for (const Candidate& one : kept_) {
            if (one.placed && is_outdone(one, staying)) continue;
            for (std::uint32_t i = one.spot.span.begin; i < one.spot.span.end; ++i) taken_[i] |= rivals_of(one);
            staying.push_back(one);
        }
        kept_ = std::move(staying);
    }

    bool is_outdone(const Candidate& one, const std::vector<Candidate>& staying) {
        const std::uint16_t rivals = rivals_of(one);
        const CharSpan span = one.spot.span;
        if (rivals != 0 && std::none_of(taken_.begin() + span.begin, taken_.begin() + span.end,
                                        [rivals](std::uint16_t bits) { return (bits & rivals) != 0; }))
            return false;
        const auto outdoes = [&](const Candidate& other) {
            const bool meets = other.spot.span.begin < span.end && other.spot.span.end > span.begin;
            return meets && (rivals != 0 ? rivals_of(other) == rivals : other.speaker == one.speaker);
        };
        const auto other = std::ranges::find_if(staying, outdoes);
        if (other == staying.end()) return false;
        judging_.trace({What::outdone, speakers_[one.speaker].rule, span, speakers_[other->speaker].rule});
        return true;
    }

    void drop_repeated() {
        std::ranges::sort(kept_, {}, [](const Candidate& one) { return std::tuple(one.spot.span, one.speaker); });
        std::vector<bool> spoken(speakers_.size(), false);
        std::erase_if(kept_, [&](const Candidate& one) {
            const bool again = spoken[one.speaker] && !speakers_[one.speaker].each;
            if (again) judging_.trace({What::once, speakers_[one.speaker].rule, one.spot.span});
            spoken[one.speaker] = true;
            return again;
        });
    }

    void share_words(std::vector<Charged>& charged) {
        std::vector<std::size_t> dearest_first;
        for (std::size_t i = 0; i < charged.size(); ++i)
            if (charged[i].candidate.placed && charged[i].points > 0) dearest_first.push_back(i);
        if (dearest_first.size() < 2) return;
        std::ranges::sort(dearest_first, {}, [&](std::size_t i) {
            const Candidate& one = charged[i].candidate;
            return std::tuple(-charged[i].points, ~one.spot.size(), one.spot.span.begin, one.speaker);
        });
        std::vector<const Rule*> payer(judging_.reading().length(), nullptr);
        for (const std::size_t i : dearest_first) {
            const CharSpan span = charged[i].candidate.spot.span;
            const auto first = payer.begin() + span.begin, last = payer.begin() + span.end;
            const auto paid = std::find_if(first, last, [](const Rule* rule) { return rule != nullptr; });
            if (paid != last) {
                charged[i].points = 0;
                charged[i].paid_by = *paid;
            } else {
                std::fill(first, last, speakers_[charged[i].candidate.speaker].rule);
            }
        }
    }

    Judging& judging_;
    const std::vector<Speaker>& speakers_;
    std::vector<Candidate> kept_;
    std::vector<std::uint16_t> taken_;  // by character: rivals of those that stay
};

}  // namespace

std::vector<Charged> settle_charges(Judging& judging) { return Settlement(judging).run(); }

}  // namespace huashu::scoring
