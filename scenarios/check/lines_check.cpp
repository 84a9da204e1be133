// Guarded lines that no play speaks although nothing that is typed could make them be spoken: their conditions ask for
// moods, variables and the like, which plays by choices bring about too.
#include "check/implies.hpp"
#include "check/report.hpp"

namespace huashu::scenarios {
namespace {

class LinesCheck {
public:
    LinesCheck(const Check& check, const Coverage& coverage) : check_(check), coverage_(coverage) {}

    void run() const {
        for (const FactData& fact : check_.data.facts) look_at(fact.tell);
        for (const StageData& stage : check_.data.stages) {
            look_at(stage.enter);
            if (stage.stuck) look_at(*stage.stuck);
            for (const ChoiceData& choice : stage.choices)
                if (choice.answer) look_at(*choice.answer);
        }
        for (const EndingData& ending : check_.data.endings) look_at(ending.say);
    }

private:
    void look_at(const Lines& lines) const {
        for (const Lines::Guarded& guarded : lines.guarded) {
            if (coverage_.lines[static_cast<std::size_t>(guarded.variants.slot)] || asks_for_typing(guarded.when))
                continue;
            check_.report(guarded.variants.offset, "line-unreached", "in no play that was tried does he say this",
                          "loosen its condition, move it above the ones that speak first, or add a golden play",
                          Level::warning);
        }
    }

    const Check& check_;
    const Coverage& coverage_;
};

}  // namespace

void check_lines(const Check& check, const Coverage& coverage) { LinesCheck(check, coverage).run(); }

}  // namespace huashu::scenarios
