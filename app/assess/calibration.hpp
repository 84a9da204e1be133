// Do the program's marks agree with a person's? A sample of replies is marked a second time by somebody who sees
// neither the program's marks nor whose reply it is; then agreement is reckoned for each rule and each dimension.
//
//     std::vector<Specimen> sample = take_sample(specimens, 40, seed);
//     std::string sheet = sheet_json(sample, rules);           // to be filled in
//     Result<MarkedSheet> marked = read_sheet(file, text);
//     Calibration c = calibrate(sample, marked->marks);
//
// A rule is either charged or not (plain kappa); a dimension has grades 0..3 (quadratic weights). Below `least_marked`
// replies, or where a rule was charged by nobody or almost nobody (`least_charged`), there is too little to say.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assess/archive.hpp"
#include "assess/kappa.hpp"

namespace huashu::assess {

inline constexpr int least_marked = 30;
inline constexpr int least_charged = 5;
inline constexpr int highest_grade = 3;

/// What somebody, or the program, thinks of one reply.
struct Marks {
    std::string key;
    std::vector<std::string> breaks;           ///< rules it breaks, by id, sorted
    std::map<scoring::Dimension, int> grades;  ///< 0..3; a dimension that the moment does not ask for is absent
    bool operator==(const Marks&) const = default;
};

/// A reply that can be marked. The key comes from its text and its moment: it tells nobody whose it is.
struct Specimen {
    std::string key;
    std::string scenario, complaint, step, owner, reply;
    Marks machine;
};

/// A rule that was charged somewhere, as whoever marks reads it.
struct RuleLine {
    std::string id, reason, source;
    std::optional<scoring::Family> family;  ///< nothing: it is advice
    bool operator==(const RuleLine&) const = default;
};

/// Every typed or chosen reply of sealed sittings. Sittings whose content has changed are passed over, and counted.
struct Specimens {
    std::vector<Specimen> all;  ///< by key, each key once
    int passed_over = 0;
    std::map<std::string, RuleLine> rules;  ///< all that were charged anywhere, by id
};
[[nodiscard]] Specimens specimens_of(const std::vector<Filed>& files, const app::Content& content);
[[nodiscard]] Marks machine_marks(const scoring::Judgement& judgement);
/// At most `count`, drawn by the seed, in the order of the draw.
[[nodiscard]] std::vector<Specimen> take_sample(std::vector<Specimen> specimens, int count, std::uint64_t seed);

/// The sheet that is filled in: replies, empty marks, and the rules that may be named. Holds nothing of the program's
/// marks: `rules` are all that were charged anywhere in the sittings.
[[nodiscard]] std::string sheet_json(const std::vector<Specimen>& sample, const std::vector<std::string>& rules);

struct MarkedSheet {
    std::string rater;
    std::vector<Marks> marks;  ///< of the replies that were marked; a reply with no grade at all counts as not marked
};
/// Error (content): all that is wrong with it, with places: no rater, unknown rules, grades out of range.
[[nodiscard]] Result<MarkedSheet> read_sheet(const std::string& file, std::string text);

/// The marks alone, for records. Reading: error (content).
[[nodiscard]] std::string marks_json(const MarkedSheet& sheet);
[[nodiscard]] Result<MarkedSheet> marks_from_json(std::string_view json);

struct AgreementRow {
    std::string id;                     ///< of the rule or the dimension
    int both = 0;                       ///< replies that both marked in it
    int by_machine = 0, by_person = 0;  ///< a rule: charged; a dimension: replies with a grade
    std::optional<Kappa> kappa;         ///< nothing: too few to say
};
struct Calibration {
    int replies = 0;  ///< marked by both
    std::vector<AgreementRow> rules, dimensions;
};
/// Marks whose key the specimens have not are left out.
[[nodiscard]] Calibration calibrate(const std::vector<Specimen>& specimens, const std::vector<Marks>& by_person);

}  // namespace huashu::assess
