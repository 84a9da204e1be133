// Looking after records in words: what is kept, what verifying, backing up, erasing and bringing in came to.
#pragma once

#include <string>
#include <vector>

#include "desktop/state/care_state.hpp"
#include "desktop/state/state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

/// A sentence with what it is: fine, a thing to see to, or neither.
struct CareLine {
    enum class Kind : std::uint8_t { good, bad, plain } kind = Kind::plain;
    std::string text;
};

struct CareFigure {
    std::string figure, line;
};

struct CarePerson {
    std::string id, name, line;
    bool is_readable = true;
};

struct CareView {
    std::vector<std::string> kept;  ///< what is kept and why, a sentence each
    std::vector<CareFigure> figures;
    std::vector<CareLine> rescued;  ///< what was set aside and rescued; empty: nothing ever was
    std::string running, progress;  ///< empty: nothing runs
    float share = -1;               ///< of what runs, 0..1; below 0: nobody knows
    bool can_stop = false;
    std::vector<CareLine> verified, rescored, backup, retention, older, site, mine;
    bool can_erase_older = false, can_take_site = false;
    std::vector<CarePerson> people;
    std::string asked_name;  ///< of the person that is asked about
    std::string asked_line;  ///< what there is of him
};
[[nodiscard]] CareView make_care_view(const State& state, const CareState& care, const Speech& speech);

/// "12.4 MB"
[[nodiscard]] std::string size_in_words(std::int64_t bytes);

}  // namespace huashu::desktop
