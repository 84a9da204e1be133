// What a Pack holds. Private to scoring; everything in it has passed the checks of checks.hpp.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "model/training_data.hpp"
#include "rules/rule.hpp"
#include "scoring/pack.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scoring {

/// pack.json: what things are worth.
struct Rubric {
    std::array<int, dimension_count> weights{};  ///< total 100
    std::array<int, 4> severity_points{};        ///< by Severity, 0..100
    int critical_cap = 40;                       ///< 0..100: the most that a reply with a critical finding is worth
    int pass_mark = 70;                          ///< 0..100

    int doubted_findings = 0;  ///< per cent: a finding falls where the model holds a fault for less likely; 0: never
    int doubted_acts = 0;      ///< the same of acts
    FamilySet undoubted;       ///< families of which every finding stands: too few examples to teach the model
};

struct PackData {
    std::string id, title, language;
    Rubric rubric;
    WordLists lists;                                       ///< resolved: `extends` followed
    std::vector<Rule> rules;                               ///< by file name, then as they stand in the file
    std::vector<std::shared_ptr<const SourceText>> files;  ///< by name; Site::file is an index into it
    std::vector<TrainingFile> training;  ///< its utterances*.jsonl, by name; what the model is trained on
    std::string content_hash;

    [[nodiscard]] const SourceText& file_of(Site site) const { return *files[site.file]; }
};

/// A diagnostic at a place in one of the files.
[[nodiscard]] Diagnostic diagnose_at(const PackData& pack, Site site, std::string code, std::string text,
                                     std::string remedy = {}, Level level = Level::error);

}  // namespace huashu::scoring
