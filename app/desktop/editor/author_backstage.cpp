#include "desktop/editor/author_backstage.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "author/document_edits.hpp"
#include "author/merge_trees.hpp"
#include "paths/paths.hpp"

namespace huashu::desktop {
namespace {

constexpr int robot_plays = 1000;

AuthorWishes author_failed(const Error& error) { return {wish::Failed{error}}; }
AuthorWishes wish_back(AuthorWish wish) { return {std::move(wish)}; }

tl::unexpected<Error> draft_refused(std::string code, std::string text, std::string remedy) {
    Diagnostic d;
    d.code = std::move(code);
    d.text = std::move(text);
    d.remedy = std::move(remedy);
    return fail(Error::Cause::usage, std::move(d));
}

template <class T>
bool future_ready(const std::future<T>& future) {
    return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

std::vector<PersonaName> persona_names(const std::string& folder) {
    std::vector<PersonaName> names;
    std::error_code failed;
    for (std::filesystem::directory_iterator it(folder, failed), none; !failed && it != none; it.increment(failed)) {
        if (it->path().extension() != ".json") continue;
        PersonaName persona{it->path().stem().string(), it->path().stem().string()};
        if (const Result<JsonDocument> document = load_json(it->path().string()))
            if (const app::Tree name = app::read_tree(document->root)["name"]; !name.text().empty())
                persona.name = name.text();
        names.push_back(std::move(persona));
    }
    std::sort(names.begin(), names.end(), [](const PersonaName& a, const PersonaName& b) { return a.id < b.id; });
    return names;
}

std::string parent_folder(const std::string& folder) {
    return folder.empty() ? folder : std::filesystem::path(folder).parent_path().string();
}

// Rule packs lie beside the scenarios.
RulesBackstage::Options rules_options(const AuthorBackstage::Options& options) {
    if (options.drafts_folder.empty()) return {{}, options.shipped.pack, {}};
    const std::string store = parent_folder(options.drafts_folder);
    return {store + "/packs/drafts", options.shipped.pack, store + "/tables"};
}

ExchangeBackstage::Options exchange_options(const AuthorBackstage::Options& options) {
    return {parent_folder(options.drafts_folder),
            {options.shipped.library, options.personas_folder, parent_folder(options.shipped.pack)},
            options.data_folder.empty() ? std::vector<std::string>{} : folders_of_downloads()};
}

std::string template_family(const std::string& kind) {
    if (kind.find("§2.3") == 0) return "safety";
    return kind.find("§2.1") == 0 ? "service" : "facility";
}

}  // namespace

struct PerformingAuthor {
    AuthorBackstage& b;

    AuthorWishes operator()(const task::LoadShelf&) const {
        b.recovery_.finish();  // drafts tell whether there is one
        b.rules_.finish_recovery();
        std::vector<scenarios::ScenarioCard> shipped;
        for (const scenarios::Scenario& scenario : b.content_.scenarios) shipped.push_back(scenario.card());
        AuthorWishes out;
        auto in_use = app::pack_in_use(parent_folder(b.options_.drafts_folder));
        if (!in_use) out = author_failed(in_use.error());
        out.insert(out.begin(), wish::ShelfLoaded{app::list_drafts(b.options_.drafts_folder), std::move(shipped),
                                                  app::list_pack_drafts(b.rules_.options().drafts_folder),
                                                  in_use ? std::move(*in_use) : std::nullopt});
        return out;
    }
    AuthorWishes operator()(const task::Make& t) const { return b.make(t); }
    AuthorWishes operator()(const task::Open& t) const { return b.open(t.file, false); }
    AuthorWishes operator()(const task::Save& t) const { return b.save(t); }
    AuthorWishes operator()(const task::Recover& t) const {
        b.recovery_.begin([t] { return app::write_recovery(t.file, app::document_text(t.root)); });
        return {};
    }
    AuthorWishes operator()(const task::Check& t) const {
        b.check().submit(t.root, t.file, t.revision);
        return {};
    }
    AuthorWishes operator()(const task::LayOut& t) const {
        b.lay_out(t);
        return {};
    }
    AuthorWishes operator()(const task::KeepPlaces& t) const {
        const Result<void> written = app::write_places(t.file, t.by_hand);
        return written ? AuthorWishes{} : author_failed(written.error());
    }
    AuthorWishes operator()(const task::Poll&) const { return b.poll(); }
    AuthorWishes operator()(const task::Watch& t) const {
        if (const std::optional<Error> failed = b.recovery_.take_failure()) return author_failed(*failed);
        return app::stamp_of(t.file) == b.seen_ ? AuthorWishes{} : wish_back(wish::ChangedOutside{});
    }
    AuthorWishes operator()(const task::ReadTheirs& t) const { return b.read_theirs(t.file); }
    AuthorWishes operator()(const task::MergeTheirs& t) const { return b.merge_theirs(t); }
    AuthorWishes operator()(const task::FindWay& t) const {
        b.stop_way_ = false;
        b.way_ = std::async(std::launch::async, [t, &b = b] {
            return app::way_to(t.root, t.file, *b.content_.engine, b.options_.personas_folder, t.pointer, b.stop_way_);
        });
        return {};
    }
    AuthorWishes operator()(const task::PlayTrial& t) const {
        Result<app::Trial> begun = app::Trial::begin(t.root, t.file, *b.content_.engine, b.options_.personas_folder,
                                                     {{}, app::file_mood(t.root), 1});
        if (!begun) return wish_back(wish::TrialRefused{});
        b.trial_.emplace(std::move(*begun));
        for (const scenarios::Input& input : t.inputs)
            if (!b.trial_->say(input)) break;  // it has come as far as it can
        return b.show_trial();
    }
    AuthorWishes operator()(const task::BeginTrial& t) const {
        Result<app::Trial> begun =
            app::Trial::begin(t.root, t.file, *b.content_.engine, b.options_.personas_folder, t.start);
        if (!begun) return wish_back(wish::TrialRefused{});
        b.trial_.emplace(std::move(*begun));
        return b.show_trial();
    }
    AuthorWishes operator()(const task::SayInTrial& t) const {
        if (!b.trial_) return {};
        const Result<void> said = b.trial_->say(t.input);
        return said ? b.show_trial() : author_failed(said.error());
    }
    AuthorWishes operator()(const task::TakeBack&) const {
        if (!b.trial_) return {};
        b.trial_->take_back();
        return b.show_trial();
    }
    AuthorWishes operator()(const task::KeepPlay& t) const {
        if (!b.trial_) return {};
        const app::Tree root = app::with_golden_play(t.root, b.trial_->session());
        return wish_back(wish::Edit{root, app::below("/plays", root["plays"].items().size() - 1)});
    }
    AuthorWishes operator()(const task::SendRobots& t) const {
        b.stop_robots_ = false;
        b.robots_of_ = t.revision;
        b.robots_ = std::async(std::launch::async, [t, &b = b] {
            return app::send_robots(t.root, t.file, *b.content_.engine, b.options_.personas_folder, robot_plays,
                                    b.stop_robots_);
        });
        return {};
    }
    AuthorWishes operator()(const task::UseShippedRules&) const {
        const Result<void> done = app::use_shipped_pack(parent_folder(b.options_.drafts_folder));
        b.use_changed_ = done.has_value();
        return done ? AuthorWishes{} : author_failed(done.error());
    }
    AuthorWishes operator()(const task::Leave&) const {
        b.trial_.reset();
        b.stop_robots_ = true;
        b.stop_way_ = true;
        return {};
    }
};

AuthorBackstage::AuthorBackstage(const app::Content& content, Options options)
    : content_(content),
      options_(std::move(options)),
      rules_(rules_options(options_)),
      publish_(content, {parent_folder(options_.drafts_folder), options_.personas_folder, options_.shipped.pack,
                         options_.data_folder}),
      exchange_(exchange_options(options_)) {}

AuthorBackstage::Options AuthorBackstage::options_for(const app::ContentFolders& shipped, const std::string& share,
                                                      const std::string& data_folder) {
    namespace fs = std::filesystem;
    std::string personas = shipped.personas;
    if (personas.empty()) personas = (fs::path(shipped.library) / ".." / "personas").lexically_normal().string();
    return {(fs::path(data_folder) / "authoring" / "drafts").string(), personas, share, shipped, data_folder};
}

AuthorBackstage::~AuthorBackstage() { stop_robots_ = stop_way_ = true; }

AuthorWishes AuthorBackstage::perform(const AuthorTask& task) { return std::visit(PerformingAuthor{*this}, task); }

app::LiveCheck& AuthorBackstage::check() {
    if (!check_) check_ = std::make_unique<app::LiveCheck>(*content_.engine, options_.personas_folder);
    return *check_;
}

Result<std::string> AuthorBackstage::first_text(const task::Make& task) const {
    std::string from;
    if (task.copy_of.empty()) {
        from = app::skeleton_file(options_.share, template_family(task.kind));
    } else {
        const scenarios::Scenario* shipped = content_.find(task.copy_of);
        if (shipped == nullptr)
            return draft_refused("no-such-scenario", "There is no scenario " + task.copy_of + ".", "See huashu list.");
        from = shipped->card().file;
    }
    Result<std::string> text = read_text_file(from);
    if (!text) return tl::unexpected(text.error());
    Result<app::Draft> document = app::Draft::read(from, std::move(*text));
    if (!document) return tl::unexpected(document.error());
    app::Tree root = app::with(document->root(), "/id", app::Tree::of(task.id));
    if (!task.title.empty()) root = app::with(root, "/title", app::Tree::of(task.title));
    if (task.copy_of.empty()) root = app::with(root, "/kind", app::Tree::of(task.kind));
    return app::document_text(root);
}

AuthorWishes AuthorBackstage::make(const task::Make& task) {
    if (options_.drafts_folder.empty()) return {};
    if (const Result<void> made = app::make_folder(options_.drafts_folder); !made) return author_failed(made.error());
    const std::string file = (std::filesystem::path(options_.drafts_folder) / (task.id + ".json")).string();
    if (app::stamp_of(file).size >= 0 || content_.find(task.id) != nullptr)
        return author_failed(draft_refused("draft-exists", "There is a scenario with the id " + task.id + " already.",
                                           "Choose another id.")
                                 .value());
    const Result<std::string> text = first_text(task);
    if (!text) return author_failed(text.error());
    if (const Result<app::FileStamp> saved = app::save_draft(file, *text); !saved) return author_failed(saved.error());
    return open(file, true);
}

AuthorWishes AuthorBackstage::open(const std::string& file, bool is_new) {
    recovery_.finish();
    Result<app::OpenedDraft> opened = app::open_draft(file);
    if (!opened) return author_failed(opened.error());
    seen_ = opened->stamp;
    trial_.reset();
    AuthorDesk desk{.file = file, .document = std::move(opened->document)};
    desk.is_new = is_new;
    desk.personas = persona_names(options_.personas_folder);
    desk.begun_from = desk.document.root();
    AuthorWishes out;
    if (Result<app::HandPlaces> places = app::read_places(file))
        desk.by_hand = std::move(*places);
    else
        out = author_failed(places.error());
    out.insert(out.begin(), wish::DraftOpened{std::move(desk), opened->recovered});
    return out;
}

AuthorWishes AuthorBackstage::save(const task::Save& task) {
    if (!task.even_if_changed && !(app::stamp_of(task.file) == seen_)) return wish_back(wish::ChangedOutside{});
    recovery_.finish();
    const Result<app::FileStamp> saved = app::save_draft(task.file, app::document_text(task.root));
    if (!saved) return author_failed(saved.error());
    seen_ = *saved;
    return wish_back(wish::Saved{task.root});
}

// Their text becomes a change like any other: undoing it brings mine back.
AuthorWishes AuthorBackstage::read_theirs(const std::string& file) {
    recovery_.finish();
    Result<app::OpenedDraft> theirs = app::open_draft(file);
    if (!theirs) return author_failed(theirs.error());
    seen_ = theirs->stamp;
    if (theirs->recovered) (void)theirs->document.undo();  // that is mine
    const app::Tree root = theirs->document.root();
    return {wish::Edit{root, ""}, wish::Saved{root}};
}

// Their change and mine together; undoing brings mine back.
AuthorWishes AuthorBackstage::merge_theirs(const task::MergeTheirs& task) {
    recovery_.finish();
    Result<app::OpenedDraft> theirs = app::open_draft(task.file);
    if (!theirs) return author_failed(theirs.error());
    if (theirs->recovered) (void)theirs->document.undo();  // that is mine
    seen_ = theirs->stamp;
    const app::Tree other = theirs->document.root();
    auto merged = app::merge_trees(task.base, task.mine, other, task.answered.answers);
    if (!merged) return author_failed(merged.error());
    // Answers hold for what was asked: somebody may have saved once more since.
    const bool settled = merged->conflicts == task.answered.conflicts;
    return wish_back(wish::Merged{std::move(merged->root), other, std::move(merged->conflicts), settled});
}

void AuthorBackstage::lay_out(task::LayOut task) {
    if (layout_.valid() && !future_ready(layout_)) {
        layout_waiting_ = std::move(task);
        return;
    }
    layout_ = std::async(std::launch::async, [task = std::move(task)]() -> Layout {
        return {app::lay_out_map(task.outline, task.by_hand), task.outline};
    });
}

AuthorWishes AuthorBackstage::poll() {
    AuthorWishes out;
    if (check_)
        if (std::optional<app::LiveReport> report = check_->take()) out.push_back(wish::Reported{std::move(*report)});
    if (future_ready(layout_)) {
        Layout made = layout_.get();
        out.push_back(wish::PlanMade{std::move(made.plan), std::move(made.outline)});
        if (layout_waiting_) lay_out(*std::exchange(layout_waiting_, std::nullopt));
    }
    if (future_ready(way_)) {
        const auto way = way_.get();
        if (!way)
            out.push_back(wish::TrialRefused{});
        else
            out.push_back(*way ? AuthorWish{wish::ShowPlay{**way}} : AuthorWish{wish::NoWay{}});
    }
    if (future_ready(robots_)) {
        const Result<app::RobotReport> report = robots_.get();
        out.push_back(wish::RobotsBack{report ? *report : app::RobotReport{}, robots_of_});
    }
    return out;
}

void AuthorBackstage::wait_idle() {
    while (check_ && check_->busy()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    wait_layout();
    recovery_.finish();
    if (robots_.valid()) robots_.wait();
    if (way_.valid()) way_.wait();
    rules_.wait_idle();
    publish_.wait_idle();
    exchange_.wait_idle();
}

void AuthorBackstage::let_go() {
    stop_robots_ = stop_way_ = true;
    if (robots_.valid()) robots_.wait();
    if (way_.valid()) way_.wait();
    check_.reset();
    trial_.reset();
    publish_.let_go();
}

void AuthorBackstage::wait_layout() {
    if (layout_.valid()) layout_.wait();
}

AuthorWishes AuthorBackstage::show_trial() const {
    AuthorTrial shown;
    shown.talk = talk_of(trial_->session());
    shown.traces = trial_->traces();
    shown.start = trial_->started();
    shown.can_be_kept = trial_->from_the_beginning() && trial_->session().ending().has_value();
    return wish_back(wish::TrialShown{std::move(shown)});
}

}  // namespace huashu::desktop
