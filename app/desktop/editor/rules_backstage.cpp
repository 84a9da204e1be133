#include "desktop/editor/rules_backstage.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

#include "author/merge_trees.hpp"
#include "author/replace_file.hpp"
#include "author/rule_pack.hpp"
#include "author/word_list_file.hpp"
#include "desktop/editor/rules_learning.hpp"
#include "paths/paths.hpp"

namespace fs = std::filesystem;

namespace huashu::desktop {
namespace {

RuleWishes rules_failed(const Error& error) { return {rule_wish::Failed{error}}; }
RuleWishes rule_back(RuleWish wish) { return {std::move(wish)}; }

template <class T>
bool learning_ready(const std::future<T>& future) {
    return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

// The lists as they stand in the tree: what is on the disk may be older.
std::map<std::string, std::vector<std::string>> lists_in(const app::Tree& root) {
    std::map<std::string, std::vector<std::string>> lists;
    for (const std::string& pointer : app::word_list_pointers(root)) {
        std::vector<std::string>& words = lists[app::last_of(pointer)];
        for (const app::Tree& word : app::at(root, pointer)["words"].items()) words.push_back(word.text());
    }
    return lists;
}

Result<RulesImport> read_words(const rule_task::ReadWords& task, const std::string& shipped) {
    const auto table = app::read_word_table(task.file);
    if (!table) return tl::unexpected(table.error());
    auto entries = app::word_entries(task.file, *table, {task.list, false});
    if (!entries) return tl::unexpected(entries.error());
    auto known = app::known_words_in(shipped);  // its good replies; the lists are those of the draft
    if (!known) return tl::unexpected(known.error());
    known->lists = lists_in(task.root);
    RulesImport import{task.file, std::string(name_of(table->encoding)), table->certain, entries->size(), {}};
    const scoring::WordLists lists(known->lists.begin(), known->lists.end());
    import.words = app::examine_words(std::move(*entries), *known, lists);
    return import;
}

std::vector<std::vector<std::string>> rows_of_lists(const app::Tree& root, const std::string& only) {
    std::vector<std::vector<std::string>> rows{app::word_headings()};
    for (const std::string& pointer : app::word_list_pointers(root)) {
        const std::string name = app::last_of(pointer);
        if (!only.empty() && name != only) continue;
        for (const app::Tree& word : app::at(root, pointer)["words"].items()) {
            const auto literal = app::literal_of(word.text());
            rows.push_back({literal ? *literal : word.text(), name, literal ? "詞" : "樣式",
                            app::at(root, pointer)["about"].text()});
        }
    }
    return rows;
}

}  // namespace

struct PerformingRules {
    RulesBackstage& b;

    RuleWishes operator()(const rule_task::Open& t) const { return b.open(t.folder); }
    RuleWishes operator()(const rule_task::New& t) const { return b.make(t.title); }
    RuleWishes operator()(const rule_task::Save& t) const { return b.save(t); }
    RuleWishes operator()(const rule_task::Recover& t) const {
        b.recovery_.begin([t] { return app::write_pack_recovery(t.folder, t.before, t.now); });
        return {};
    }
    RuleWishes operator()(const rule_task::Check& t) const {
        b.check().submit(t.job);
        return {};
    }
    RuleWishes operator()(const rule_task::Poll&) const { return b.poll(); }
    RuleWishes operator()(const rule_task::Watch& t) const {
        if (const std::optional<Error> failed = b.recovery_.take_failure()) return rules_failed(*failed);
        return app::pack_stamp(t.folder) == b.seen_ ? RuleWishes{} : rule_back(rule_wish::ChangedOutside{});
    }
    RuleWishes operator()(const rule_task::ReadTheirs& t) const { return b.read_theirs(t.folder); }
    RuleWishes operator()(const rule_task::ReadWords& t) const {
        Result<RulesImport> import = read_words(t, b.options_.shipped_folder);
        return import ? rule_back(rule_wish::WordsRead{std::move(*import)}) : rules_failed(import.error());
    }
    RuleWishes operator()(const rule_task::WriteWords& t) const {
        std::vector<std::vector<std::string>> rows = rows_of_lists(t.root, t.name);
        if (t.is_template)
            rows = {app::word_headings(),
                    {"不歸我管", "推託", "詞", "推給別人"},
                    {"找(開發商|保修單位)", "推託", "樣式", ""}};
        const std::string name = t.is_template ? "template" : t.name.empty() ? "words" : t.name;
        const std::string file = (fs::path(b.options_.tables_folder) / (name + ".xlsx")).string();
        if (const auto made = app::make_folder(b.options_.tables_folder); !made) return rules_failed(made.error());
        const Result<std::string> bytes = app::word_table_bytes(file, rows, app::TextEncoding::detect);
        if (!bytes) return rules_failed(bytes.error());
        const Result<void> written = app::replace_file(file, *bytes);
        return written ? rule_back(rule_wish::WordsWritten{file}) : rules_failed(written.error());
    }
    RuleWishes operator()(const rule_task::Relabel& t) const {
        const Result<void> written = write_labelled(t.folder, t.replies);
        return written ? rule_back(rule_wish::Labelled{t.replies}) : rules_failed(written.error());
    }
    RuleWishes operator()(const rule_task::Learn& t) const {
        b.stop_learning();
        b.run_ = std::make_shared<LearnRun>();
        b.learning_ = std::async(std::launch::async, [folder = t.folder, shipped = b.options_.shipped_folder,
                                                      run = b.run_] { return learn_from(folder, shipped, *run); });
        return {};
    }
    RuleWishes operator()(const rule_task::StopLearning&) const {
        b.stop_learning();
        return {};
    }
    RuleWishes operator()(const rule_task::MergeTheirs& t) const { return b.merge_theirs(t); }
};

RuleWishes RulesBackstage::perform(const RuleTask& task) { return std::visit(PerformingRules{*this}, task); }

app::RuleCheck& RulesBackstage::check() {
    if (!check_) check_ = std::make_unique<app::RuleCheck>(options_.shipped_folder);
    return *check_;
}

RuleWishes RulesBackstage::make(const std::string& title) {
    if (options_.drafts_folder.empty()) return {};
    if (const auto made = app::make_folder(options_.drafts_folder); !made) return rules_failed(made.error());
    std::error_code failed;
    int number = 1;
    while (fs::exists(fs::path(options_.drafts_folder) / ("rules-" + std::to_string(number)), failed)) ++number;
    const std::string folder = (fs::path(options_.drafts_folder) / ("rules-" + std::to_string(number))).string();
    if (const auto copied = app::copy_rule_pack(options_.shipped_folder, folder, title); !copied)
        return rules_failed(copied.error());
    return open(folder);
}

RuleWishes RulesBackstage::open(const std::string& folder) {
    recovery_.finish();
    const Result<app::Tree> root = app::read_rule_pack(folder);
    if (!root) return rules_failed(root.error());
    const Result<app::Tree> shipped = app::read_rule_pack(options_.shipped_folder);
    if (!shipped) return rules_failed(shipped.error());
    seen_ = app::pack_stamp(folder);
    RulesDesk desk{fs::path(folder).filename().string(), folder, app::Draft::of(*root)};
    desk.shipped = *shipped;
    std::map<std::string, app::Tree> original;
    for (const std::string& pointer : app::rule_pointers(*shipped))
        original.emplace(app::at(*shipped, pointer)["id"].text(), app::at(*shipped, pointer));
    for (const std::string& pointer : app::rule_pointers(*root)) {
        const app::Tree& rule = app::at(*root, pointer);
        const auto was = original.find(rule["id"].text());
        if (was == original.end() || !app::says_the_same(was->second, rule)) desk.differing.insert(rule["id"].text());
    }
    desk.labelled = read_labelled(folder);
    const std::optional<app::Tree> recovered = app::read_pack_recovery(folder, *root);
    if (recovered) desk.document.apply(*recovered, "");
    return rule_back(rule_wish::Opened{std::move(desk), recovered.has_value()});
}

RuleWishes RulesBackstage::save(const rule_task::Save& task) {
    if (!task.even_if_changed && app::pack_stamp(task.folder) != seen_) return rule_back(rule_wish::ChangedOutside{});
    recovery_.finish();
    // Somebody else's change is written over: everything is, not only what is new.
    const Result<void> saved =
        app::save_rule_pack(task.folder, task.even_if_changed ? app::Tree{} : task.before, task.now);
    seen_ = app::pack_stamp(task.folder);
    return saved ? rule_back(rule_wish::Saved{task.now}) : rules_failed(saved.error());
}

// Their text becomes a change like any other: undoing it brings mine back.
RuleWishes RulesBackstage::read_theirs(const std::string& folder) {
    const Result<app::Tree> theirs = app::read_rule_pack(folder);
    if (!theirs) return rules_failed(theirs.error());
    seen_ = app::pack_stamp(folder);
    return {rule_wish::Edit{*theirs, ""}, rule_wish::Saved{*theirs}};
}

// Their change and mine together; undoing brings mine back.
RuleWishes RulesBackstage::merge_theirs(const rule_task::MergeTheirs& task) {
    const Result<app::Tree> theirs = app::read_rule_pack(task.folder);
    if (!theirs) return rules_failed(theirs.error());
    auto merged = app::merge_trees(task.base, task.mine, *theirs, task.answered.answers);
    if (!merged) return rules_failed(merged.error());
    seen_ = app::pack_stamp(task.folder);
    // Answers hold for what was asked: somebody may have saved once more since.
    const bool settled = merged->conflicts == task.answered.conflicts;
    return rule_back(rule_wish::Merged{std::move(merged->root), *theirs, std::move(merged->conflicts), settled});
}

// The thread ends by itself between two steps; nobody waits for it.
void RulesBackstage::stop_learning() {
    if (run_) run_->stop = true;
    std::erase_if(let_go_, [](const auto& future) { return learning_ready(future); });
    if (learning_.valid()) let_go_.push_back(std::move(learning_));
}

RuleWishes RulesBackstage::poll() {
    RuleWishes out;
    if (learning_.valid() && run_) out.push_back(rule_wish::Learning{run_->step});
    if (check_)
        if (std::optional<app::RuleReport> report = check_->take())
            out.push_back(rule_wish::Reported{std::move(*report)});
    if (learning_ready(learning_)) {
        Result<LearnReport> report = learning_.get();
        out.push_back(report ? RuleWish{rule_wish::Learned{std::move(*report)}}
                             : RuleWish{rule_wish::Failed{report.error()}});
    }
    return out;
}

void RulesBackstage::wait_idle() {
    while (check_ && check_->busy()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (learning_.valid()) learning_.wait();
    recovery_.finish();
}

}  // namespace huashu::desktop
