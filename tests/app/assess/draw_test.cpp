#include "assess/draw.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "assess/chance.hpp"

using namespace huashu;
using namespace huashu::assess;

namespace {

Blueprint blueprint_of(std::vector<DrawRule> draws, int tolerance) {
    Blueprint b;
    b.id = "exam";
    b.draws = std::move(draws);
    b.tolerance_centi = tolerance;
    return b;
}

DrawRule rule(const char* id, int count, int easiest, int hardest, int weight = 1) {
    DrawRule r;
    r.id = id;
    r.count = count;
    r.easiest = easiest;
    r.hardest = hardest;
    r.weight = weight;
    return r;
}

std::vector<Candidate> pool(int count, std::uint64_t seed) {
    Chance chance(seed);
    std::vector<Candidate> out;
    for (int i = 0; i < count; ++i) {
        Candidate c;
        c.id = "s" + std::to_string(100 + i);
        c.declared = 1 + static_cast<int>(chance.below(5));
        c.kind = "§2.1." + std::to_string(1 + chance.below(4));
        out.push_back(c);
    }
    return out;
}

int mean_of(const std::vector<const Candidate*>& items) {
    long sum = 0;
    for (const Candidate* c : items) sum += c->difficulty_centi();
    const long n = static_cast<long>(items.size());
    return static_cast<int>((2 * sum + n) / (2 * n));
}

// The plain twin: every way to give two forms of two scenarios each.
int least_spread(const std::vector<Candidate>& all) {
    int best = 10'000;
    const std::size_t n = all.size();
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b)
            for (std::size_t c = 0; c < n; ++c)
                for (std::size_t d = c + 1; d < n; ++d) {
                    if (std::set{a, b, c, d}.size() != 4) continue;
                    best = std::min(best, std::abs(mean_of({&all[a], &all[b]}) - mean_of({&all[c], &all[d]})));
                }
    return best;
}

}  // namespace

TEST_CASE("draw: a seed draws the same forms again, whatever the order of the library") {
    const Blueprint b = blueprint_of({rule("easy", 2, 1, 3), rule("hard", 1, 3, 5, 2)}, 100);
    std::vector<Candidate> all = pool(20, 5);
    const auto one = draw_forms(b, all, 3, 7);
    std::reverse(all.begin(), all.end());
    const auto two = draw_forms(b, all, 3, 7);
    REQUIRE(one.has_value());
    REQUIRE(two.has_value());
    CHECK(*one == *two);
    const auto other = draw_forms(b, all, 3, 8);
    REQUIRE(other.has_value());
    CHECK(other->forms != one->forms);
}

TEST_CASE("draw: forms are worth the same, hold what the draws ask for, and are near equal in difficulty") {
    const Blueprint b = blueprint_of({rule("easy", 2, 1, 3), rule("hard", 1, 3, 5, 2)}, 25);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const std::vector<Candidate> all = pool(24, seed);
        const auto drawn = draw_forms(b, all, 4, seed);
        REQUIRE(drawn.has_value());
        CHECK(drawn->spread_centi <= 25);
        for (std::size_t f = 0; f < drawn->forms.size(); ++f) {
            CHECK(drawn->numbers[f].maximum == b.maximum());
            CHECK(drawn->numbers[f] == numbers_of(drawn->forms[f], all));
            std::set<std::string> ids;
            for (const FormItem& item : drawn->forms[f].items) {
                ids.insert(item.scenario_id);
                const auto c =
                    std::find_if(all.begin(), all.end(), [&](const auto& x) { return x.id == item.scenario_id; });
                REQUIRE(c != all.end());
                CHECK(fits(*c, b.draws[item.draw]));
            }
            CHECK(ids.size() == 3);
        }
    }
}

TEST_CASE("draw: near as equal as the plain twin finds, on small pools") {
    int as_good = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const std::vector<Candidate> all = pool(7, seed);
        const auto drawn = draw_forms(blueprint_of({rule("any", 2, 1, 5)}, 400), all, 2, seed);
        REQUIRE(drawn.has_value());
        if (drawn->most_shared == 0 && drawn->spread_centi <= least_spread(all)) ++as_good;
    }
    CHECK(as_good >= 36);  // within the tolerance other wishes (kinds, nothing shared) may come first
}

TEST_CASE("draw: forms that can't be near equal are refused with what was reached") {
    std::vector<Candidate> all = pool(2, 1);
    all[0].declared = 1;
    all[1].declared = 5;
    DrawRule one = rule("first", 1, 1, 5);
    Blueprint b = blueprint_of({one}, 25);
    const auto alone = draw_forms(b, all, 2, 3);
    REQUIRE(alone.has_value());  // the same scenario twice is as equal as can be
    CHECK(alone->most_shared == 1);
    for (Candidate& c : all) c.complaint = scoring::Complaint::service;
    all[1].complaint = scoring::Complaint::safety;
    b.draws = {rule("low", 1, 1, 1), rule("high", 1, 5, 5)};
    CHECK(draw_forms(b, all, 2, 3).has_value());
}

TEST_CASE("draw: two scenarios of one household do not meet in a form when it can be helped") {
    std::vector<Candidate> all = pool(6, 3);
    for (Candidate& c : all) c.declared = 2;
    all[0].household = all[1].household = "fang";
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto drawn = draw_forms(blueprint_of({rule("any", 3, 1, 5)}, 25), all, 3, seed);
        REQUIRE(drawn.has_value());
        for (const Form& form : drawn->forms) {
            const auto has = [&](const std::string& id) {
                return std::any_of(form.items.begin(), form.items.end(),
                                   [&](const auto& i) { return i.scenario_id == id; });
            };
            CHECK_FALSE((has("s100") && has("s101")));
        }
    }
}

TEST_CASE("draw: difficulty rests on first attempts only where there are enough of them") {
    Candidate c;
    c.declared = 2;
    CHECK(c.difficulty_centi() == 200);
    c.first = {least_first_attempts - 1, 2000};
    CHECK(c.difficulty_centi() == 200);
    c.first = {20, 5000};  // a mean of 50 points is level 3; twenty attempts weigh as much as the declared level
    CHECK(c.difficulty_centi() == 250);
    c.first = {180, 5000};
    CHECK(c.difficulty_centi() == 290);
    c.first = {1000000, 10000};
    CHECK(c.difficulty_centi() == 100);
}
