#include "analysis/plan.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/figures.hpp"
#include "analysis/weakness.hpp"
#include "records/records.hpp"
#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::app {
namespace {

constexpr const char* plan_format = "huashu-plan";
constexpr std::int64_t latest_ms = 32'503'680'000'000;  // the year 3000
constexpr std::size_t talks_compared = 5;
constexpr const char* plan_kind = "person.plan";

int digits_at(std::string_view text, std::size_t at, std::size_t count) {
    int number = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

Measure read_measure(ObjectReader in) {
    Measure out;
    out.id = in.required_string("id");
    out.chapter = static_cast<int>(in.required_integer("chapter", 1, 14));
    out.what = in.required_string("what");
    out.who = in.required_string("who");
    out.due = in.required_string("due");
    if (!out.due.empty() && !is_day(out.due)) in.report("due", "no-day", "this is no day", "write it like 2026-06-30");
    out.begun_ms = in.required_integer("begun_ms", 0, latest_ms);
    out.done_ms = in.optional_integer("done_ms", 0, latest_ms);
    in.done();
    return out;
}

Result<std::vector<Measure>> parse_plan(const std::string& body) {
    const Result<JsonDocument> document = parse_json("plan", body);
    if (!document) return tl::unexpected(document.error());
    Diagnostics problems;
    ObjectReader in(*document->source, document->root, problems);
    if (in.required_string("format") != plan_format)
        in.report("format", "wrong-format", "this is no improvement plan", "\"format\": \"huashu-plan\"");
    (void)in.required_integer("version", 1, 1);
    std::vector<Measure> plan;
    for (const JsonNode& node : in.list("measures")) plan.push_back(read_measure({*document->source, node, problems}));
    in.done();
    if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return plan;
}

}  // namespace

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const int year = digits_at(text, 0, 4), month = digits_at(text, 5, 2), day = digits_at(text, 8, 2);
    if (year < 2000 || year > 2999 || month < 1 || day < 1) return false;
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

std::string day_of(std::int64_t ms_since_1970) {
    const std::chrono::sys_time<std::chrono::milliseconds> when{std::chrono::milliseconds(ms_since_1970)};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(when)};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

std::int64_t ms_of_day(std::string_view day) {
    if (!is_day(day)) return 0;
    const std::chrono::sys_days when = std::chrono::year(digits_at(day, 0, 4)) /
                                       std::chrono::month(static_cast<unsigned>(digits_at(day, 5, 2))) /
                                       std::chrono::day(static_cast<unsigned>(digits_at(day, 8, 2)));
    return std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch()).count();
}

Result<std::vector<Measure>> load_plan(const std::string& person_folder) {
    std::error_code unknown;
    if (!std::filesystem::exists(std::filesystem::path(person_folder) / "records.db", unknown))
        return std::vector<Measure>{};
    const auto records = Records::open({.folder = person_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    const auto kept = records->documents({.kind = plan_kind, .subject = {}});
    if (!kept) return tl::unexpected(kept.error());
    if (kept->empty() || kept->back().is_erased) return std::vector<Measure>{};
    return parse_plan(kept->back().body);
}

Result<void> save_plan(const std::string& person_folder, const std::vector<Measure>& plan) {
    using Json = nlohmann::ordered_json;
    Json json{{"format", plan_format}, {"version", 1}, {"measures", Json::array()}};
    for (const Measure& m : plan) {
        Json entry{{"id", m.id},   {"chapter", m.chapter}, {"what", m.what},
                   {"who", m.who}, {"due", m.due},         {"begun_ms", m.begun_ms}};
        if (m.done_ms) entry["done_ms"] = *m.done_ms;
        json["measures"].push_back(std::move(entry));
    }
    auto records = Records::open({.folder = person_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!records) return tl::unexpected(records.error());
    const std::string body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (const auto kept = records->keep({{plan_kind, "plan", body}}); !kept) return tl::unexpected(kept.error());
    return {};
}

std::optional<double> Effect::change() const {
    if (talks_before < least_talks || talks_since < least_talks) return std::nullopt;
    return left_since - left_before;
}

Effect effect_of(const Measure& measure, const std::vector<AttemptFacts>& attempts) {
    std::vector<std::pair<std::int64_t, double>> before;
    std::vector<double> since;
    for (const AttemptFacts& a : attempts) {
        const std::optional<double> left = a.rewound ? std::nullopt : left_in(a, measure.chapter);
        if (!left) continue;
        // By the start: a talk that was under way when the measure began had none of it.
        if (a.started_ms < measure.begun_ms)
            before.emplace_back(a.started_ms, *left);
        else
            since.push_back(*left);
    }
    std::sort(before.begin(), before.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (before.size() > talks_compared) before.resize(talks_compared);
    std::vector<double> last_before;
    for (const auto& entry : before) last_before.push_back(entry.second);
    return {static_cast<int>(last_before.size()), static_cast<int>(since.size()), mean_of(last_before), mean_of(since)};
}

MeasureState state_of(const Measure& measure, std::string_view today) {
    if (measure.done_ms) return MeasureState::done;
    return measure.due < today ? MeasureState::overdue : MeasureState::open;
}

std::string_view name_of(MeasureState value) {
    switch (value) {
        case MeasureState::open:
            return "open";
        case MeasureState::overdue:
            return "overdue";
        case MeasureState::done:
            break;
    }
    return "done";
}

}  // namespace huashu::app
