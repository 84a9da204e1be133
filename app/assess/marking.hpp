// A second marking on the screen: a sample of replies is drawn by size and seed, marked one after the other by somebody
// who sees neither the program's marks nor whose reply it is, and compared at the end. Each marked reply is on record
// at once, so that it can be gone on with later; the marks count when the sheet is finished.
//
//     auto sheet = draw_sheet(store, specimens, {.id = uuid, .rater = "王主管", .count = 40, .seed = 1});
//     sheet->replies[0].marks.grades[Dimension::empathy] = 2;
//     keep_marks(store, *sheet, 0);
//     finish_sheet(store, *sheet);
//
// Documents of the place's first records: `calibration.drawn`, `calibration.reply`, then `calibration.marked` (as
// huashu assess agree keeps it, and read with those) or `calibration.dropped`. Their subject is the sheet.
#pragma once

#include "assess/calibration.hpp"
#include "assess/store.hpp"

namespace huashu::assess {

inline constexpr int smallest_sheet = 5, largest_sheet = 200;

struct SheetReply {
    std::string scenario, complaint, step, owner, reply;  ///< as of Specimen
    Marks marks;                                          ///< of the person; the key from the start
    [[nodiscard]] bool is_marked() const { return !marks.grades.empty(); }
    bool operator==(const SheetReply&) const = default;
};

struct MarkingSheet {
    std::string id, rater;
    std::uint64_t seed = 0;
    std::vector<SheetReply> replies;
    std::vector<RuleLine> rules;  ///< that may be named: by family, then id
    int gone = 0;                 ///< replies that were drawn and are not there any more
    std::size_t documents = 0;    ///< of this sheet, as many as the reader has seen
    [[nodiscard]] int marked() const;
    bool operator==(const MarkingSheet&) const = default;
};

struct SheetOrder {
    std::string id, rater;
    int count = 40;
    std::uint64_t seed = 1;
};
/// Error (usage): nobody is named, or there are no replies.
[[nodiscard]] Result<MarkingSheet> draw_sheet(Store& store, const Specimens& specimens, const SheetOrder& order);
/// The one that was drawn last and neither finished nor dropped; nothing: there is none.
[[nodiscard]] Result<std::optional<MarkingSheet>> unfinished_sheet(Store& store, const Specimens& specimens);
/// Keeps what the reply `at` was marked with. Error (usage): another window went on with the sheet.
[[nodiscard]] Result<void> keep_marks(Store& store, MarkingSheet& sheet, std::size_t at);
/// The marks count from now on. Error (usage): nothing was marked.
[[nodiscard]] Result<void> finish_sheet(Store& store, MarkingSheet& sheet);
[[nodiscard]] Result<void> drop_sheet(Store& store, MarkingSheet& sheet);

/// A reply about which both think otherwise: rules that only one of them named, grades apart.
struct Disagreement {
    SheetReply reply;  ///< with the person's marks
    std::vector<std::string> only_machine, only_person;
    struct Apart {
        scoring::Dimension dimension = scoring::Dimension::forbidden;
        int machine = 0, person = 0;
    };
    std::vector<Apart> grades;  ///< by two steps or more
};
struct SheetResult {
    Calibration agreement;
    std::vector<Disagreement> apart;  ///< in the order of the sheet
};
[[nodiscard]] SheetResult result_of(const MarkingSheet& sheet, const Specimens& specimens);

}  // namespace huashu::assess
