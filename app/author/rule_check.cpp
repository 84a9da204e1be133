#include "author/rule_check.hpp"

#include <algorithm>
#include <filesystem>

#include "author/document.hpp"
#include "author/rule_pack.hpp"
#include "author/word_list_file.hpp"
#include "scoring/pack_texts.hpp"

namespace huashu::app {
namespace {

// From places in files to pointers in the tree.
class RulePlaces {
public:
    RulePlaces(std::string folder, const std::map<std::string, std::string>& texts)
        : folder_(std::move(folder)), texts_(texts) {}

    std::string pointer_of(const Place& place) {
        const std::string name = std::filesystem::path(place.file).lexically_relative(folder_).generic_string();
        if (name.empty() || name.starts_with("..")) return {};
        const std::string file = below("", name);
        if (place.line <= 0) return file;
        auto found = finders_.find(name);
        if (found == finders_.end()) found = finders_.try_emplace(name, text_of(name, place.file)).first;
        return file + found->second.pointer_at(place.line, place.column);
    }

private:
    std::string text_of(const std::string& name, const std::string& file) const {
        const auto changed = texts_.find(name);
        if (changed != texts_.end()) return changed->second;
        return read_text_file(file).value_or(std::string());
    }

    std::string folder_;
    const std::map<std::string, std::string>& texts_;
    std::map<std::string, PlaceFinder> finders_;
};

void add_rule_findings(RuleReport& report, const Diagnostics& problems, RulePlaces& places) {
    for (const Diagnostic& d : problems)
        report.findings.push_back({d.level, d.code, d.text, d.remedy, places.pointer_of(d.place)});
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const RuleFinding& a, const RuleFinding& b) { return a.level > b.level; });
}

}  // namespace

RuleCheck::RuleCheck(std::string training) : training_(std::move(training)), thread_([this] { run(); }) {}

RuleCheck::~RuleCheck() {
    {
        const std::lock_guard lock(mutex_);
        leaving_ = true;
        stop_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void RuleCheck::submit(RuleCheckJob job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = std::move(job);
        ready_.reset();
        stop_ = true;
        busy_ = true;
    }
    wake_.notify_one();
}

std::optional<RuleReport> RuleCheck::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(ready_, std::nullopt);
}

void RuleCheck::publish(const RuleReport& report) {
    const std::lock_guard lock(mutex_);
    if (!stop_) ready_ = report;
}

void RuleCheck::run() {
    for (;;) {
        RuleCheckJob job;
        {
            std::unique_lock lock(mutex_);
            if (!waiting_) busy_ = false;
            wake_.wait(lock, [this] { return leaving_ || waiting_; });
            if (leaving_) return;
            job = *std::exchange(waiting_, std::nullopt);
            stop_ = false;
        }
        look_at(job);
    }
}

void RuleCheck::look_at(const RuleCheckJob& job) {
    const std::map<std::string, std::string> texts = changed_pack_files(job.saved, job.root);
    RulePlaces places(job.folder, texts);
    RuleReport report{.revision = job.revision};
    const auto pack = scoring::load_pack_with(job.folder, {texts, training_});
    add_rule_findings(report, pack ? pack->problems : pack.error().diagnostics, places);
    if (pack) {
        report.rules = pack->value.rule_count();
        if (auto engine = scoring::Engine::make({pack->value}); engine && report.rules > 0)
            report.engine = std::make_shared<const scoring::Engine>(std::move(*engine));
    }
    report.complete = report.engine == nullptr;
    publish(report);
    if (stop_ || !report.engine) return;
    add_rule_findings(report, scoring::run_examples(*report.engine), places);
    report.complete = true;
    publish(report);
    if (stop_ || job.rule.empty()) return;
    if (!replies_) {
        const auto known = known_words_in(job.folder);
        replies_ = known ? known->replies : std::vector<std::string>();
    }
    if (stop_) return;
    report.inside = words_inside(at(job.root, job.rule), report.engine->word_lists(), *replies_);
    report.rule = job.rule;
    publish(report);
}

}  // namespace huashu::app
