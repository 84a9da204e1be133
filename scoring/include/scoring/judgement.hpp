// The verdict on one reply: plain data, complete enough to explain every point of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scoring/text.hpp"
#include "scoring/types.hpp"

namespace huashu::scoring {

/// Something in a reply that breaks a rule. Without a `family` it is advice on wording or order.
struct Finding {
    std::string rule;
    std::optional<Family> family;
    Severity severity = Severity::note;
    Dimension dimension = Dimension::forbidden;
    ByteSpan span;      ///< bytes of the reply as typed; empty where the rule has no place
    std::string quote;  ///< those bytes
    std::string reason;
    std::string instead;
    std::string source;         ///< "§1.2.1"
    FoldSteps revealed_by = 0;  ///< what had to be folded before the words showed
    int points = 0;             ///< what it costs, >= 0
    std::string paid_by;        ///< the rule whose dearer finding on the same words pays for them; then points is 0
    bool by_model = false;      ///< of a learned rule
    double confidence = 1.0;    ///< by model: how sure it is that there is a fault, 0..1
    std::vector<std::string> evidence;  ///< by model: the pieces that spoke for it, strongest first

    bool operator==(const Finding&) const = default;
};

/// A speech act that the reply does, with the words that earned it.
struct EarnedAct {
    enum class By : std::uint8_t { pattern, model };
    Act act = Act::greet;
    ByteSpan span;
    By by = By::pattern;
    double confidence = 1.0;  ///< 0..1
    std::string rule;         ///< the act rule, or "model"
    std::string source;
    std::string reason;
    std::vector<std::string> evidence;  ///< by model: the pieces that spoke for it, strongest first

    bool operator==(const EarnedAct&) const = default;
};

/// One line of the sum. The points of all lines of a ledger add up to the score, exactly.
struct LedgerLine {
    enum class Kind : std::uint8_t {
        earned,   ///< a requirement met: points of `possible` (in a scorecard less, where it was met late)
        missed,   ///< a requirement not met: 0 of `possible`
        finding,  ///< points < 0
        shared,   ///< a finding on words that another finding pays for: 0 points
        floor,    ///< brings a sum below 0 back to 0
        cap,      ///< brings the sum down to the cap of a critical finding
    };
    Kind kind = Kind::earned;
    std::string rule;
    Dimension dimension = Dimension::forbidden;
    int centipoints = 0;           ///< hundredths of a point, signed
    int possible_centipoints = 0;  ///< for earned and missed
    ByteSpan span;
    std::string reason;
    std::string instead;
    std::string source;
    int turn = -1;  ///< in a scorecard: index of the judged turn; -1: none (a requirement never met)

    bool operator==(const LedgerLine&) const = default;
};

/// A require rule that was not met.
struct MissingAct {
    std::string rule;
    std::vector<Act> acts;  ///< any of these would have met it
    std::string reason;
    std::string instead;
    std::string source;

    bool operator==(const MissingAct&) const = default;
};

struct Judgement {
    int score = 0;                  ///< 0..100: the ledger's sum, rounded half up
    std::vector<Finding> findings;  ///< with a family, by place
    std::vector<Finding> advice;    ///< without one, by place
    std::vector<EarnedAct> acts;    ///< by place, then act; the best span of each act, at most one per act and clause
    std::vector<MissingAct> missing;
    std::vector<LedgerLine> ledger;
    bool empty = false;  ///< nothing but blanks and punctuation

    [[nodiscard]] ActSet act_set() const;
    [[nodiscard]] FamilySet family_set() const;
    [[nodiscard]] std::optional<Severity> worst() const;  ///< of `findings`
    bool operator==(const Judgement&) const = default;
};

}  // namespace huashu::scoring
