// The reports that are filed on paper: one attempt, one sitting, one person, a certificate. Each as blocks for
// desktop/print, so that a test reads them without a printer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"
#include "analysis/plan.hpp"
#include "desktop/print/paper.hpp"
#include "desktop/views/speech.hpp"
#include "reports/facts.hpp"
#include "reports/sitting_facts.hpp"

namespace huashu::app {

/// What stands on every paper.
struct Stamp {
    std::int64_t made_ms = 0;  ///< milliseconds since 1970 UTC; days and times on paper are local
    std::string site;          ///< of the department or the estate; may be empty
};

/// Who, what, result; dimensions, course of the mood, every reply with its findings, the ledger with its sum; lines to
/// sign on.
[[nodiscard]] desktop::Paper make_attempt_paper(const AttemptFacts& attempt, const Stamp& stamp,
                                                const desktop::Speech& speech);

/// A sitting: who, what, result before and after review, its talks one by one with their ledgers, what was changed and
/// contested; lines to sign on. `talks`: those of the sitting are taken.
[[nodiscard]] desktop::Paper make_sitting_paper(const SittingFacts& sitting, const std::vector<AttemptFacts>& talks,
                                                const Stamp& stamp, const desktop::Speech& speech);

struct PersonPaper {
    std::string name;
    std::vector<AttemptFacts> attempts;  ///< of this person, in the order of time
    std::vector<Measure> plan;
};
/// How somebody is getting on: figures, scores, chapters where points are left, the improvement plan with its effects,
/// all talks; lines to sign on.
[[nodiscard]] desktop::Paper make_person_paper(const PersonPaper& person, const Stamp& stamp,
                                               const desktop::Speech& speech);

/// What a certificate says was reached.
struct Merit {
    std::string name;       ///< of the person
    std::string what;       ///< "通過情境「…」", in words
    std::string reference;  ///< by which it can be looked up: ids
    std::int64_t when_ms = 0;
};
/// Error (usage): no name, not passed, not confirmed; says what is missing.
[[nodiscard]] Result<Merit> merit_of(const AttemptFacts& attempt, const desktop::Speech& speech);
[[nodiscard]] Result<Merit> merit_of(const SittingFacts& sitting, const desktop::Speech& speech);
[[nodiscard]] Result<Merit> merit_of(const PersonPaper& person, const desktop::Speech& speech);
[[nodiscard]] desktop::Paper make_certificate(const Merit& merit, const Stamp& stamp, const desktop::Speech& speech);

/// "2026-05-03 14:05" in local time; "2026-05-03".
[[nodiscard]] std::string local_time_text(std::int64_t ms_since_1970);
[[nodiscard]] std::string local_day_text(std::int64_t ms_since_1970);

}  // namespace huashu::app
