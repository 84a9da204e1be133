// Why a reply was judged as it was: every step from the bytes as typed to the points, as the judge recorded it while
// judging (nothing is reasoned out afterwards). For `huashu explain` and for authors of packs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/engine.hpp"

namespace huashu::scoring {

/// A piece of the text that was changed before comparing.
struct FoldedPiece {
    ByteSpan span;      ///< bytes as typed
    std::string typed;  ///< those bytes
    std::string read;   ///< what they are read as
    FoldSteps steps = 0;
};

struct ExplainedClause {
    ByteSpan span;
    std::string read;
    std::uint32_t sentence = 0;
};

/// One thing that happened while judging, in order.
struct ExplainedStep {
    enum class What : std::uint8_t {
        matched,      ///< the rule's words stand here
        excepted,     ///< … inside a longer phrase that the rule allows
        in_context,   ///< … in the context `other`, in which they do not count
        not_now,      ///< the rule is not for this complaint or step
        unfulfilled,  ///< its `when` number `number` fails
        excused,      ///< its `unless` number `number` holds
        measured,     ///< a limit counted `number`, which breaks it
        act,          ///< an act was found
        act_longer,   ///< … but `other` found it in more words of the same clause
        voided,       ///< an act does not count, because of the limit or the fault `other`
        spoke,        ///< a finding or advice was put forward
        outdone,      ///< … but gives way to `other`, of its family, on overlapping words
        once,         ///< … but the rule was charged already
        doubted,      ///< … but the model, which saw the whole reply, gives it only `number` per cent
    };
    What what = What::matched;
    std::string rule;  ///< "model" for acts that the model recognised
    ByteSpan span;     ///< empty: the reply as a whole
    std::string quote;
    std::string other;
    int number = 0;
};

struct Explanation {
    std::string canonical;  ///< what was compared, UTF-8
    std::string skeleton;   ///< its harsher form, for rules against evasion
    std::vector<FoldedPiece> folds;
    std::vector<ExplainedClause> clauses;
    std::vector<ExplainedStep> steps;
    Judgement judgement;  ///< the same that Engine::judge gives
};

[[nodiscard]] Explanation explain(const Engine& engine, std::string_view reply, const Moment& moment = {});

[[nodiscard]] std::string_view name_of(ExplainedStep::What what);
/// One line per step, in English, without colours: the record that `huashu explain` prints and golden tests keep.
[[nodiscard]] std::string to_text(const Explanation& explanation);

}  // namespace huashu::scoring
