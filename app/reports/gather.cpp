#include "reports/gather.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "integrity/person.hpp"
#include "reports/person_facts.hpp"

namespace huashu::app {
namespace {

tl::unexpected<Error> nothing_of_that(const char* code, std::string text, std::string remedy) {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = std::move(remedy), .place = {}, .excerpt = {}});
}

struct OpenRecords {
    const Person* person = nullptr;
    Records records;
};

// A file that can't be opened is told of like an attempt that can't be read, unless it is the one that was asked for.
Result<std::vector<OpenRecords>> open_all(const std::string& data_folder, bool only_one, GatheredFacts& to) {
    std::vector<OpenRecords> out;
    for (const Person& person : to.people) {
        const std::string folder = folder_of(data_folder, person);
        std::error_code unknown;
        if (!std::filesystem::exists(std::filesystem::path(folder) / "records.db", unknown)) continue;
        auto records = Records::open({.folder = folder, .now_ms = nullptr, .new_id = nullptr});
        if (records) {
            out.push_back({&person, std::move(*records)});
            continue;
        }
        if (only_one) return tl::unexpected(records.error());
        Diagnostic d = records.error().diagnostics.front();
        d.level = Level::warning;
        d.text = (person.name.empty() ? "the first person" : person.name) + " is left out: " + d.text;
        to.left_out.push_back(std::move(d));
    }
    return out;
}

Result<void> give_pseudonyms(const std::string& data_folder, GatheredFacts& gathered) {
    std::map<std::string, std::string> pseudonyms, by_name;
    for (Person& p : gathered.people) {
        auto pseudonym = pseudonym_of(data_folder, p.id);
        if (!pseudonym) return tl::unexpected(pseudonym.error());
        by_name[p.name] = *pseudonym;
        pseudonyms[p.id] = p.name = std::move(*pseudonym);
    }
    for (AttemptFacts& a : gathered.attempts) a.person = a.person_id = pseudonyms.at(a.person_id);
    for (SummedTalks& talks : gathered.summed) talks.person_id = pseudonyms.at(talks.person_id);
    for (SittingFacts& s : gathered.sittings) {
        for (AppealFacts& appeal : s.appeals)  // a trainee contests under his own name
            if (const auto own = by_name.find(appeal.by); own != by_name.end()) appeal.by = own->second;
        s.person = s.person_id = pseudonyms.at(s.person_id);
    }
    return {};
}

// The wording of a choice is kept once, where the analysis looks for it: at the first talk that offered it.
void keep_wordings_once(std::vector<AttemptFacts>& attempts) {
    std::set<std::string> kept;
    for (AttemptFacts& attempt : attempts) {
        if (!attempt.first) continue;
        for (TurnFacts& turn : attempt.turns)
            for (scenarios::Choice& choice : turn.offered)
                if (!kept.insert(attempt.scenario_id + "/" + turn.stage + "/" + choice.id).second) {
                    choice.text.clear();
                    choice.text.shrink_to_fit();
                }
    }
    for (AttemptFacts& attempt : attempts)
        if (!attempt.first)
            for (TurnFacts& turn : attempt.turns) turn.offered.clear();
}

Result<void> only_wanted(const Wanted& wanted, GatheredFacts& out) {
    std::erase_if(out.sittings, [&](const SittingFacts& s) {
        return s.begun_ms < wanted.since_ms || !s.id.starts_with(wanted.sitting) || !wanted.attempt.empty();
    });
    if (!wanted.sitting.empty() && out.sittings.size() != 1)
        return nothing_of_that(out.sittings.empty() ? "no-such-sitting" : "ambiguous-sitting",
                               out.sittings.empty() ? "there is no sitting " + wanted.sitting
                                                    : "several sittings begin with " + wanted.sitting,
                               out.sittings.empty() ? "huashu assess list shows them" : "give more of its id");
    std::erase_if(out.attempts, [&](const AttemptFacts& a) {
        const bool is_of_sitting = a.sitting && wanted.sitting == a.sitting->sitting.substr(0, wanted.sitting.size());
        return a.ended_ms < wanted.since_ms || (!wanted.attempt.empty() && a.id != wanted.attempt) ||
               (!wanted.sitting.empty() && !is_of_sitting);
    });
    if (!wanted.attempt.empty() && out.attempts.empty())
        return nothing_of_that("unknown-attempt", "there is no finished attempt with the id '" + wanted.attempt + "'",
                               "huashu report csv lists the ids");
    for (SummedTalks& talks : out.summed)
        std::erase_if(talks.talks, [&](const SummedTalk& t) { return t.ended_ms < wanted.since_ms; });
    return {};
}

void put_in_order(GatheredFacts& out) {
    std::sort(out.attempts.begin(), out.attempts.end(), ended_earlier);
    std::sort(out.sittings.begin(), out.sittings.end(),
              [](const auto& a, const auto& b) { return std::tie(a.begun_ms, a.id) < std::tie(b.begun_ms, b.id); });
}

}  // namespace

Result<GatheredFacts> facts_of(Records& records, const Person& person, const Content& content) {
    GatheredFacts out;
    out.people.push_back(person);
    if (auto added = add_facts_of(records, person, content, false, nullptr, out); !added)
        return tl::unexpected(added.error());
    put_in_order(out);
    return out;
}

Result<GatheredFacts> gather_facts(const std::string& data_folder, const Content& content, const Wanted& wanted) {
    GatheredFacts out;
    if (wanted.person.empty()) {
        Diagnostics unimportant;
        auto people = load_people(data_folder, unimportant);
        if (!people) return tl::unexpected(people.error());
        out.people = std::move(*people);
    } else {
        auto person = find_person(data_folder, wanted.person);
        if (!person) return tl::unexpected(person.error());
        out.people.push_back(std::move(*person));
    }
    auto files = open_all(data_folder, !wanted.person.empty(), out);
    if (!files) return tl::unexpected(files.error());
    std::int64_t total = 0;
    for (OpenRecords& file : *files) {
        const auto count = ended_attempts(file.records);
        if (!count) return tl::unexpected(count.error());
        total += *count;
    }
    if (wanted.watch != nullptr) wanted.watch->total = total;
    const bool thin = wanted.play_most > 0 && total > wanted.play_most;
    for (OpenRecords& file : *files)
        if (auto added = add_facts_of(file.records, *file.person, content, thin, wanted.watch, out); !added)
            return tl::unexpected(added.error());
    put_in_order(out);
    if (thin) keep_wordings_once(out.attempts);
    if (wanted.pseudonyms)
        if (auto given = give_pseudonyms(data_folder, out); !given) return tl::unexpected(given.error());
    if (auto done = only_wanted(wanted, out); !done) return tl::unexpected(done.error());
    return out;
}

}  // namespace huashu::app
