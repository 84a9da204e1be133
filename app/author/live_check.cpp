#include "author/live_check.hpp"

#include <algorithm>
#include <new>

#include "author/document.hpp"
#include "author/layout.hpp"
#include "author/name_spelling.hpp"
#include "scenarios/checking.hpp"

namespace huashu::app {
namespace {

// Enough for the exact figures of a usual scenario; of a larger one those of the plays that were found. A state holds
// something of every stage, so that a scenario of a thousand stages may have fewer of them.
constexpr std::size_t most_live_states = 400'000;
constexpr std::size_t most_live_stages = 6'000'000;  // in all states together

std::size_t live_states(const Tree& root) {
    const std::size_t stages = std::max<std::size_t>(1, root["stages"].items().size());
    return std::min(most_live_states, most_live_stages / stages);
}

void add_findings(LiveReport& report, const Diagnostics& problems, const std::string& file, const PlaceFinder& places) {
    for (const Diagnostic& d : problems) {
        // What is wrong in another file, such as the persona's, concerns the whole.
        const bool here = d.place.file == file && d.place.line > 0;
        report.findings.push_back(
            {d.level, d.code, d.text, d.remedy, here ? places.pointer_at(d.place.line, d.place.column) : ""});
    }
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const LiveFinding& a, const LiveFinding& b) { return a.level > b.level; });
}

// Names that are spelt otherwise than on the owner's card.
void add_name_variants(LiveReport& report, const Tree& root) {
    for (const NameVariant& variant : name_variants(root))
        report.findings.push_back(
            {Level::warning, "name-variants",
             "\"" + variant.found + "\" is written here, \"" + variant.meant + "\" on the owner's card",
             "write the name alike everywhere, or introduce the other person in the brief", variant.pointer});
}

void note_unreached(LiveReport& report, const Tree& root) {
    for (const LiveFinding& finding : report.findings) {
        const std::string id = at(root, finding.pointer)["id"].text();
        if (finding.code == "stage-unreached" || finding.code == "stage-unlinked")
            report.unreached.insert(stage_key(id));
        if (finding.code == "ending-unreached") report.unreached.insert(ending_key(id));
    }
}

}  // namespace

LiveCheck::LiveCheck(const scoring::Engine& engine, std::string personas)
    : engine_(engine), personas_(std::move(personas)), thread_([this] { run(); }) {}

LiveCheck::~LiveCheck() {
    {
        const std::lock_guard lock(mutex_);
        leaving_ = true;
        stop_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void LiveCheck::submit(Tree root, std::string file, unsigned revision) {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = Job{std::move(root), std::move(file), revision};
        ready_.reset();
        stop_ = true;
        busy_ = true;
    }
    wake_.notify_one();
}

std::optional<LiveReport> LiveCheck::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(ready_, std::nullopt);
}

void LiveCheck::publish(const LiveReport& report) {
    const std::lock_guard lock(mutex_);
    if (!waiting_ && !leaving_) ready_ = report;
}

void LiveCheck::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            if (!waiting_) busy_ = false;
            wake_.wait(lock, [this] { return waiting_ || leaving_; });
            if (leaving_) return;
            job = std::move(*waiting_);
            waiting_.reset();
            stop_ = false;
        }
        look_at(job);
    }
}

void LiveCheck::look_at(const Job& job) {
    LiveReport report;
    report.revision = job.revision;
    const std::string text = document_text(job.root);
    const PlaceFinder places(text);
    const Result<scenarios::Scenario> scenario = scenarios::parse_scenario(job.file, text, engine_, personas_);
    if (stop_) return;
    if (!scenario) {
        add_findings(report, scenario.error().diagnostics, job.file, places);
        report.depth = LiveReport::Depth::analysed;  // there is no more to be had
        return publish(report);
    }
    report.playable = true;
    publish(report);
    const Diagnostics problems = scenarios::check_scenario(*scenario, engine_, stop_);
    if (stop_) return;
    add_findings(report, problems, job.file, places);
    add_name_variants(report, job.root);
    note_unreached(report, job.root);
    report.depth = LiveReport::Depth::checked;
    publish(report);
    try {
        scenarios::Analysis analysis =
            scenarios::analyse(*scenario, engine_, {.most_states = live_states(job.root), .stop = &stop_});
        if (stop_) return;
        add_findings(report, scenarios::check_analysis(*scenario, analysis), job.file, places);
        report.analysis = std::move(analysis);
    } catch (const std::bad_alloc&) {
        // Without its scores the report is still one; the author goes on writing.
    }
    report.depth = LiveReport::Depth::analysed;
    publish(report);
}

}  // namespace huashu::app
