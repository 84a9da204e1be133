// How well the packs recognise what people say: precision, recall and F1 per act and per forbidden family, on
// labelled utterances that nobody looked at while writing rules.
//
// Labelled utterances are JSON Lines: {"text", "acts": [ids], "families": [ids], "origin", "owner"?}. One in five, by a
// hash of its text, belongs to the test split and is never trained on; the hash makes the split the same everywhere and
// keeps a sentence on its side when the file is sorted or grows.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/engine.hpp"

namespace huashu::scoring {

struct Utterance {
    std::string text;
    std::string owner;   ///< the owner's line before it; may be empty
    std::string origin;  ///< where such a sentence is heard: "mainland/phone", …
    ActSet acts;
    FamilySet families;  ///< none: a good (or harmless) reply
    std::string file;    ///< that it was read from
    int line = 0;        ///< in its file, from 1
};

enum class Split : std::uint8_t { train, test, all };

/// FNV-1a of the text as typed, modulo 5, is 0.
[[nodiscard]] bool in_test_split(std::string_view text);

/// Error: no such file. Lines with an unknown key, an unknown id, no text or a text given twice are problems and left
/// out.
[[nodiscard]] Result<Loaded<std::vector<Utterance>>> load_utterances(const std::string& path);
/// The same of a text in memory; `file` is the name that problems are reported under.
[[nodiscard]] Loaded<std::vector<Utterance>> parse_utterances(const std::string& file, const std::string& text);

/// Every `utterances*.jsonl` of a pack's folder, sorted by name. Error: a file or the folder can't be read.
[[nodiscard]] Result<std::vector<UtteranceFile>> read_utterance_files(const std::string& folder);
/// All of them together; a text that stands in two of them is a problem, and left out the second time.
[[nodiscard]] Loaded<std::vector<Utterance>> parse_utterances(const std::vector<UtteranceFile>& files);

struct Tally {
    int hit = 0;                             ///< labelled and found
    int missed = 0;                          ///< labelled, not found
    int false_alarm = 0;                     ///< found, not labelled
    [[nodiscard]] double precision() const;  ///< 1 when nothing was found
    [[nodiscard]] double recall() const;     ///< 1 when nothing was labelled
    [[nodiscard]] double f1() const;
    bool operator==(const Tally&) const = default;
};

/// How often what a rule found was among the labels.
struct RuleTally {
    std::string rule;
    int right = 0, wrong = 0;
    bool operator==(const RuleTally&) const = default;
};

/// One utterance that was read otherwise than labelled, for the author to look at.
struct Misreading {
    std::string file;
    int line = 0;
    std::string text;
    FamilySet missed_families, extra_families;
    ActSet missed_acts, extra_acts;
    std::vector<std::string> rules;  ///< of the extra findings and acts
};

struct Evaluation {
    int utterances = 0;
    int bad = 0;           ///< labelled with a family
    int bad_found = 0;     ///< … and some finding of one of those families
    int bad_noticed = 0;   ///< … and some finding of any family
    int good = 0;          ///< labelled with none
    int good_flagged = 0;  ///< … and some finding with a family
    std::array<Tally, family_count> families{};
    std::array<Tally, act_count> acts{};
    /// confusions[labelled][found]: how often a family was missed while another was found in its stead.
    std::array<std::array<int, family_count>, family_count> confusions{};
    /// The same of acts, within a reply.
    std::array<std::array<int, act_count>, act_count> act_confusions{};
    std::vector<RuleTally> rules;         ///< of every rule that spoke, by id; acts by the model are "model"
    std::vector<Misreading> misreadings;  ///< in the order of the files

    [[nodiscard]] Tally all_acts() const;       ///< micro: summed over acts
    [[nodiscard]] double recall() const;        ///< bad_found / bad
    [[nodiscard]] double false_alarms() const;  ///< good_flagged / good
};

[[nodiscard]] Evaluation evaluate(const Engine& engine, const std::vector<Utterance>& utterances, Split split);

/// Tables for people. Misreadings are listed only where asked for: those of the test split would be learnt by heart.
[[nodiscard]] std::string evaluation_to_text(const Evaluation& evaluation, bool list_misreadings);
[[nodiscard]] std::string evaluation_to_json(const Evaluation& evaluation);
/// What a change brought: the figures of both, side by side; families and acts only where they differ.
[[nodiscard]] std::string change_to_text(const Evaluation& before, const Evaluation& after);

}  // namespace huashu::scoring
