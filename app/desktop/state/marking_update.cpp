#include <algorithm>

#include "desktop/state/care_update.hpp"
#include "desktop/state/exam_intent.hpp"

namespace huashu::desktop {
namespace {

using Phase = MarkingState::Phase;

struct MarkingUpdate {
    State& s;

    template <class Change>
    void change(Change how) const {
        ExamsState exams = exams_of(s);
        MarkingState then = exams.marking ? *exams.marking : MarkingState{};
        how(then);
        ++then.revision;
        exams.marking = std::make_shared<const MarkingState>(std::move(then));
        ++exams.revision;
        s.exams = std::make_shared<const ExamsState>(std::move(exams));
    }
    [[nodiscard]] const MarkingState& now() const {
        static const MarkingState nothing;
        return exams_of(s).marking ? *exams_of(s).marking : nothing;
    }
    [[nodiscard]] bool is_marking() const { return now().phase == Phase::marking && now().sheet; }

    Effects operator()(const marking_wish::Open&) const {
        s.page = Page::marking;
        if (is_marking()) return {};
        change([](MarkingState& m) { m = {}; });
        return {marking_effect(marking_task::Open{})};
    }
    Effects operator()(const marking_wish::Unlock& i) const {
        if (i.passphrase.empty()) return {};
        change([](MarkingState& m) { m = {}; });
        return {marking_effect(marking_task::Open{i.passphrase})};
    }
    Effects operator()(const marking_wish::Poll&) const {
        if (now().phase != Phase::reading || now().locked) return {};
        return {marking_effect(marking_task::Poll{})};
    }
    Effects operator()(const marking_wish::Draw& i) const {
        return {marking_effect(marking_task::Draw{i.count, i.seed, i.rater})};
    }
    Effects operator()(const marking_wish::GoOn&) const {
        if (!now().sheet) return {};
        change([](MarkingState& m) {
            m.phase = Phase::marking;
            m.at = next_unmarked(*m.sheet, 0);
            m.changed = m.dropping = false;
        });
        return {};
    }
    // What stands on the one that is left is kept first.
    Effects operator()(const marking_wish::ShowReply& i) const {
        if (!is_marking()) return {};
        Effects out = keep();
        const int last = static_cast<int>(now().sheet->replies.size()) - 1;
        change([&](MarkingState& m) { m.at = std::clamp(i.at, 0, last); });
        return out;
    }
    Effects operator()(const marking_wish::Grade& i) const {
        if (!is_marking()) return {};
        change([&](MarkingState& m) {
            auto& grades = marks_now(m).grades;
            if (i.grade)
                grades[i.dimension] = std::clamp(*i.grade, 0, assess::highest_grade);
            else
                grades.erase(i.dimension);
            m.changed = true;
        });
        return {};
    }
    Effects operator()(const marking_wish::Break& i) const {
        if (!is_marking()) return {};
        change([&](MarkingState& m) {
            auto& breaks = marks_now(m).breaks;
            const auto at = std::lower_bound(breaks.begin(), breaks.end(), i.rule);
            if (at != breaks.end() && *at == i.rule)
                breaks.erase(at);
            else
                breaks.insert(at, i.rule);
            m.changed = true;
        });
        return {};
    }
    Effects operator()(const marking_wish::Finish&) const {
        if (!is_marking() || now().sheet->marked() == 0) return {};
        Effects out = keep();
        // What is kept first is a document more by then.
        assess::MarkingSheet sheet = *now().sheet;
        sheet.documents += out.size();
        out.push_back(marking_effect(marking_task::Finish{std::move(sheet)}));
        return out;
    }
    Effects operator()(const marking_wish::Drop& i) const {
        if (!now().sheet) return {};
        if (!i.is_sure) {
            change([](MarkingState& m) { m.dropping = true; });
            return {};
        }
        return {marking_effect(marking_task::Drop{*now().sheet})};
    }
    Effects operator()(const marking_wish::StopDropping&) const {
        change([](MarkingState& m) { m.dropping = false; });
        return {};
    }
    // A sheet that is not finished can be gone on with later.
    Effects operator()(const marking_wish::Leave&) const {
        Effects out = is_marking() ? keep() : Effects{};
        change([](MarkingState& m) { m = {}; });
        s.page = Page::supervise;
        out.push_back(exam_effect(exam_task::Supervise{{}, true}));
        return out;
    }

    Effects operator()(const marking_wish::Locked& i) const {
        change([&](MarkingState& m) {
            m = {};
            m.locked = true;
            m.refused = i.refused;
        });
        return {};
    }
    Effects operator()(const marking_wish::Opened& i) const {
        change([&](MarkingState& m) {
            m.locked = m.refused = m.dropping = m.changed = false;
            m.specimens = i.specimens;
            m.passed_over = i.passed_over;
            m.sheet = i.sheet;
            m.result.reset();
            m.at = 0;
            m.phase = i.is_fresh ? Phase::marking : Phase::setup;
        });
        return {};
    }
    Effects operator()(const marking_wish::Kept& i) const {
        if (now().sheet) change([&](MarkingState& m) { m.sheet->documents = i.documents; });
        return {};
    }
    Effects operator()(const marking_wish::NotKept&) const {
        if (now().sheet) change([](MarkingState& m) { m.changed = true; });
        return {};
    }
    Effects operator()(const marking_wish::Finished& i) const {
        change([&](MarkingState& m) {
            m.result = i.result;
            m.phase = Phase::result;
        });
        return {};
    }
    Effects operator()(const marking_wish::NotRead&) const {
        change([](MarkingState& m) {
            m = {};
            m.phase = Phase::setup;
        });
        return {};
    }

private:
    static assess::Marks& marks_now(MarkingState& m) { return m.sheet->replies[static_cast<std::size_t>(m.at)].marks; }
    static int next_unmarked(const assess::MarkingSheet& sheet, int from) {
        const int count = static_cast<int>(sheet.replies.size());
        for (int i = 0; i < count; ++i) {
            const int at = (from + i) % count;
            if (!sheet.replies[static_cast<std::size_t>(at)].is_marked()) return at;
        }
        return std::max(0, count - 1);
    }
    [[nodiscard]] Effects keep() const {
        if (!now().changed) return {};
        change([](MarkingState& m) { m.changed = false; });
        return {marking_effect(marking_task::Keep{*now().sheet, now().at})};
    }
};

}  // namespace

Effects update_marking(State& state, const MarkingIntent& intent) { return std::visit(MarkingUpdate{state}, intent); }

Intent marking_intent(MarkingIntent what) {
    return exam_intent(exam_wish::Marking{std::make_shared<const MarkingIntent>(std::move(what))});
}

Effect marking_effect(MarkingEffect what) {
    return exam_effect(exam_task::Marking{std::make_shared<const MarkingEffect>(std::move(what))});
}

}  // namespace huashu::desktop
