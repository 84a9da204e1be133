// Over the whole library: can the best choice be told without reading? By its place, by its length, or by a word that
// only best choices hold.
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "check/report.hpp"
#include "model/hear.hpp"
#include "model/scenario_data.hpp"
#include "scenarios/library.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t fewest_stages = 12;  // below that, a habit can't be told from chance
constexpr int most_at_one_place = 45;      // per cent; a fair library has 20 to 33
constexpr int most_extreme_length = 45;    // per cent of stages in which the best is the longest, or the shortest
constexpr int most_by_one_word = 50;       // per cent of stages in which one word gives the best away

using Pair = std::u32string;

struct Guess {
    std::size_t place = 0;
    std::size_t choices = 0;
    bool longest = false, shortest = false;
    std::set<Pair> only_in_best;  ///< pairs of characters that no other choice of the stage holds
};

std::set<Pair> pairs_of(const std::u32string& words) {
    std::set<Pair> pairs;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.insert(words.substr(i, 2));
    return pairs;
}

Guess guess_of(const StageData& stage) {
    Guess guess;
    guess.choices = stage.choices.size();
    std::vector<std::u32string> words;
    for (const ChoiceData& choice : stage.choices) {
        if (choice.card.quality == Quality::best) guess.place = words.size();
        words.push_back(words_of(scoring::canonicalise(choice.card.text)));
    }
    const std::size_t length = words[guess.place].size();
    guess.longest = guess.shortest = true;
    guess.only_in_best = pairs_of(words[guess.place]);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == guess.place) continue;
        guess.longest = guess.longest && words[i].size() < length;
        guess.shortest = guess.shortest && words[i].size() > length;
        for (const Pair& pair : pairs_of(words[i])) guess.only_in_best.erase(pair);
    }
    return guess;
}

class LibraryCheck {
public:
    explicit LibraryCheck(const std::vector<Scenario>& scenarios) {
        for (const Scenario& scenario : scenarios)
            for (const StageData& stage : scenario.data().stages) guesses_.push_back(guess_of(stage));
        if (!scenarios.empty())
            folder_ = std::filesystem::path(scenarios.front().card().file).parent_path().generic_string();
    }

    Diagnostics run() {
        if (guesses_.size() < fewest_stages) return {};
        check_places();
        check_share("best-by-length", "the longest", most_extreme_length,
                    [](const Guess& guess) { return guess.longest; });
        check_share("best-by-length", "the shortest", most_extreme_length,
                    [](const Guess& guess) { return guess.shortest; });
        check_words();
        return std::move(problems_);
    }

private:
    void report(std::string code, std::string text, std::string remedy) {
        Diagnostic problem;
        problem.level = Level::warning;
        problem.code = std::move(code);
        problem.text = std::move(text);
        problem.remedy = std::move(remedy);
        problem.place.file = folder_;
        problems_.push_back(std::move(problem));
    }

    [[nodiscard]] std::string share(std::size_t count) const {
        return std::to_string(count) + " of " + std::to_string(guesses_.size()) + " stages";
    }
    [[nodiscard]] bool too_many(std::size_t count, int per_cent) const {
        return count * 100 > guesses_.size() * static_cast<std::size_t>(per_cent);
    }

    void check_places() {
        std::array<std::size_t, 8> at{};
        for (const Guess& guess : guesses_) ++at[guess.place];
        for (std::size_t i = 0; i < at.size(); ++i)
            if (too_many(at[i], most_at_one_place))
                report("best-by-place",
                       "the best choice stands in place " + std::to_string(i + 1) + " in " + share(at[i]),
                       "put it elsewhere in some of them");
    }

    template <class Test>
    void check_share(std::string code, const std::string& what, int per_cent, Test test) {
        const auto count = static_cast<std::size_t>(std::count_if(guesses_.begin(), guesses_.end(), test));
        if (too_many(count, per_cent))
            report(std::move(code), "the best choice is " + what + " in " + share(count),
                   "make others longer or shorter, as real people's are");
    }

    void check_words() {
        std::map<Pair, std::size_t> counts;
        for (const Guess& guess : guesses_)
            for (const Pair& pair : guess.only_in_best) ++counts[pair];
        std::vector<std::pair<std::size_t, Pair>> often;
        for (const auto& [pair, count] : counts)
            if (too_many(count, most_by_one_word)) often.emplace_back(count, pair);
        if (often.empty()) return;
        std::sort(often.begin(), often.end(), std::greater<>());
        std::string words;
        for (std::size_t i = 0; i < std::min<std::size_t>(often.size(), 5); ++i)
            words += "「" + scoring::to_utf8(often[i].second) + "」";
        report("best-by-word", "only the best choice holds " + words + " in " + share(often.front().first),
               "let near misses say it too");
    }

    std::vector<Guess> guesses_;
    std::string folder_;
    Diagnostics problems_;
};

}  // namespace

Diagnostics check_library(const std::vector<Scenario>& scenarios, const scoring::Engine& engine) {
    Diagnostics problems = LibraryCheck(scenarios).run();
    check_households(scenarios, engine, problems);
    return problems;
}

}  // namespace huashu::scenarios
