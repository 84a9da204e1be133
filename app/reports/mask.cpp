#include "reports/mask.hpp"

#include "integrity/masking.hpp"

namespace huashu::app {

void mask(AttemptFacts& attempt) {
    for (TurnFacts& turn : attempt.turns) {
        if (turn.kind != scenarios::Input::Kind::typed) continue;
        turn.reply = blot_personal(turn.reply);
        // Cut from the blotted reply, not blotted by itself: a number may begin before the quote.
        for (scoring::Finding& f : turn.findings)
            if (f.span.end <= turn.reply.size() && f.span.begin < f.span.end)
                f.quote = turn.reply.substr(f.span.begin, f.span.end - f.span.begin);
            else
                f.quote = blot_personal(f.quote);
    }
}

}  // namespace huashu::app
