#include "rules/lessons.hpp"

namespace huashu::scoring {
namespace {

class LessonMaker {
public:
    explicit LessonMaker(std::vector<TrainingText>& texts) : texts_(texts) {}

    void of_fault(const Rule& rule, Family family) {
        const FamilySet fault = FamilySet{}.set(static_cast<std::size_t>(family));
        for (const Example& hit : rule.hits) add(hit.text, {}, fault, all_acts());
        for (const Example& miss : rule.misses) add(miss.text, {}, {}, all_acts());
        if (!rule.instead.empty()) add(rule.instead, {}, {}, all_acts());
    }

    void of_act(const Rule& rule, Act act) {
        const ActSet done = ActSet{}.set(static_cast<std::size_t>(act));
        LabelSet others = all_acts();
        others.reset(label_of(act));
        for (const Example& hit : rule.hits) add(hit.text, done, {}, others);
    }

private:
    static LabelSet all_acts() { return labels_of(~ActSet{}, {}); }

    void add(const std::string& text, const ActSet& acts, const FamilySet& families, const LabelSet& unknown) {
        texts_.push_back({text, acts, families, unknown, true});
    }

    std::vector<TrainingText>& texts_;
};

}  // namespace

void append_lessons(const PackData& pack, std::vector<TrainingText>& texts) {
    LessonMaker maker(texts);
    for (const Rule& rule : pack.rules) {
        if (const auto* forbid = std::get_if<ForbidRule>(&rule.body)) maker.of_fault(rule, *forbid->charge.family);
        if (const auto* learned = std::get_if<LearnedRule>(&rule.body)) maker.of_fault(rule, *learned->charge.family);
        if (const auto* act = std::get_if<ActRule>(&rule.body)) maker.of_act(rule, act->act);
    }
}

}  // namespace huashu::scoring
