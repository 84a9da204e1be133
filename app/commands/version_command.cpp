#include "commands/version_command.hpp"

#include <filesystem>

#include "author/versions_publishing.hpp"
#include "commands/author_side.hpp"
#include "commands/version_history.hpp"
#include "commands/version_packs.hpp"
#include "json/json_writer.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

class VersionRun {
public:
    VersionRun(const VersionOptions& options, const Setting& setting, VersionStore store, Io& io)
        : options_(options), words_(setting.page.words), setting_(setting), store_(std::move(store)), io_(io) {
        by_ = !options.by.empty() ? options.by : io.surroundings.variable("USER").value_or("");
    }

    CommandResult run() {
        const std::string& action = options_.action;
        if (action == "list") return list();
        if (action == "verify") return verify();
        if (options_.what.empty())
            return wrong_usage("what-missing", "'" + action + "' needs to know of what",
                               action == "add" ? "name a file" : "huashu version list shows the ids");
        if (names_a_pack(options_.what) || action == "use")
            return version_of_pack(options_, setting_, store_, by_, io_);
        if (action == "add") return add();
        if (!is_content_id(options_.what))
            return wrong_usage("wrong-id", "'" + options_.what + "' is no id",
                               "an id has lower case letters, digits, - and _");
        if (action == "submit") return submit();
        if (action == "return") return told(store_.send_back(id(), by_, options_.note), "cli.author.version.returned");
        if (action == "publish") return publish();
        if (action == "restore") return restore();
        if (action == "history") return history();
        return show();
    }

private:
    [[nodiscard]] const std::string& id() const { return options_.what; }

    CommandResult say(const std::string& text) {
        if (auto printed = print(io_, text + "\n"); !printed) return tl::unexpected(printed.error());
        return status_fine;
    }

    CommandResult told(const Result<void>& done, std::string_view key) {
        if (!done) return tl::unexpected(done.error());
        return say(words_(key, {{"id", id()}}));
    }

    // Where a persona is looked for beside the store's own folder.
    [[nodiscard]] std::vector<std::string> personas_for(const std::string& file) const {
        std::error_code failed;
        return {(fs::absolute(file, failed).parent_path().parent_path() / "personas").string(),
                library_personas(setting_.folders)};
    }

    Result<const scoring::Engine*> engine() {
        if (engine_ == nullptr) {
            Diagnostics problems;
            auto engine = load_engine(setting_.folders.pack, problems);
            if (!engine) return tl::unexpected(engine.error());
            engine_ = std::move(*engine);
        }
        return engine_.get();
    }

    CommandResult add() {
        const auto text = read_text_file(options_.what);
        if (!text) return tl::unexpected(text.error());
        const auto side = make_scenario_side(options_.what, *text, store_.personas_folder());
        if (!side) return tl::unexpected(side.error());
        const std::string& new_id = side->id;
        if (!is_content_id(new_id) || !side->is_scenario())
            return wrong_usage("no-scenario", options_.what + " is no scenario with an id of its own",
                               "its \"format\" is \"huashu-scenario\", its \"id\" lower case letters, digits, -, _");
        const auto there = read_text_file(store_.draft_file(new_id)),
                   published = read_text_file(store_.library_file(new_id));
        if (there && *there != *text && (!published || *published != *there))
            return wrong_usage("draft-exists", "there is another draft of " + new_id + " that nobody has published",
                               "huashu merge brings both together");
        if (const auto files = version_files_of(store_, options_.what, *text, personas_for(options_.what)); !files)
            return tl::unexpected(files.error());
        if (auto done = store_.save_draft(new_id, *text, nullptr); !done) return tl::unexpected(done.error());
        return say(words_("cli.author.version.added", {{"id", new_id}, {"file", store_.draft_file(new_id)}}));
    }

    CommandResult submit() {
        const auto engine = this->engine();
        if (!engine) return tl::unexpected(engine.error());
        const VersionPublishing publishing(store_, personas_for(store_.draft_file(id())), **engine);
        return told(publishing.submit(id(), by_, options_.note), "cli.author.version.submitted");
    }

    CommandResult publish() {
        const auto engine = this->engine();
        if (!engine) return tl::unexpected(engine.error());
        const VersionPublishing publishing(store_, personas_for(store_.review_file(id())), **engine);
        const auto number = publishing.publish(id(), by_, options_.note);
        if (!number) return tl::unexpected(number.error());
        return say(words_("cli.author.version.published", {{"id", id()}, {"number", std::to_string(*number)}}));
    }

    CommandResult restore() {
        if (auto wrong = number_missing()) return tl::unexpected(*wrong);
        const auto kept = store_.restore(id(), options_.number, by_);
        if (!kept) return tl::unexpected(kept.error());
        std::string text =
            words_("cli.author.version.restored", {{"id", id()}, {"number", std::to_string(options_.number)}});
        if (!kept->empty()) text += "\n" + words_("cli.author.version.kept", {{"file", *kept}});
        return say(text);
    }

    CommandResult show() {
        if (auto wrong = number_missing()) return tl::unexpected(*wrong);
        const auto files = store_.version(id(), options_.number);
        if (!files) return tl::unexpected(files.error());
        if (auto printed = print(io_, files->scenario); !printed) return tl::unexpected(printed.error());
        return status_fine;
    }

    std::optional<Error> number_missing() {
        if (options_.number > 0) return std::nullopt;
        return wrong_usage("number-missing", "which version?", "name it with --number N").value();
    }

    CommandResult list() {
        const auto items = store_.list();
        if (!items) return tl::unexpected(items.error());
        return options_.format == Format::json ? list_json(*items) : list_text(*items);
    }

    CommandResult list_json(const std::vector<VersionedItem>& items) {
        std::string out;
        JsonWriter json(out);
        json.begin_array();
        for (const VersionedItem& item : items) {
            json.begin_object();
            json.member("id", item.id);
            json.member("draft", item.has_draft);
            json.member("review", item.in_review);
            json.member("published", item.published);
            json.member("draft_differs", item.draft_differs);
            json.end_object();
        }
        json.end_array();
        return say(out);
    }

    CommandResult list_text(const std::vector<VersionedItem>& items) {
        const auto packs = pack_versions_text(setting_, store_);
        if (!packs) return tl::unexpected(packs.error());
        if (items.empty() && packs->empty())
            return say(words_("cli.author.version.none", {{"folder", store_.folder()}}));
        if (items.empty()) {
            if (auto printed = print(io_, *packs); !printed) return tl::unexpected(printed.error());
            return status_fine;
        }
        std::vector<std::vector<std::string>> rows{
            {words_("cli.author.version.id"), words_("cli.author.version.where"), words_("cli.author.version.number")}};
        for (const VersionedItem& item : items) {
            const char* state = item.in_review       ? "review"
                                : item.draft_differs ? "draft"
                                : item.published > 0 ? "published"
                                                     : "draft";
            rows.push_back({item.id, words_.name("cli.author.version.state.", state),
                            item.published > 0 ? std::to_string(item.published) : "–"});
        }
        const std::string packs_below = packs->empty() ? "" : "\n" + *packs;
        if (auto printed = print(io_, setting_.page.table(rows) + packs_below); !printed)
            return tl::unexpected(printed.error());
        return status_fine;
    }

    CommandResult history() {
        return print_version_history(setting_.page, id(), store_.history(id()), options_.format, io_);
    }

    CommandResult verify() {
        auto problems = store_.verify();
        if (!problems) return tl::unexpected(problems.error());
        const auto of_packs = verify_packs(store_);
        if (!of_packs) return tl::unexpected(of_packs.error());
        problems->insert(problems->end(), of_packs->begin(), of_packs->end());
        report(io_, *problems);
        if (has_errors(*problems)) return status_content;
        return say(words_("cli.author.version.verified"));
    }

    const VersionOptions& options_;
    const Words& words_;
    const Setting& setting_;
    VersionStore store_;
    Io& io_;
    std::string by_;
    std::unique_ptr<const scoring::Engine> engine_;
};

}  // namespace

CommandResult version_command(const VersionOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    auto store = find_store(options.store, globals, io);
    if (!store) return tl::unexpected(store.error());
    return VersionRun(options, *setting, std::move(*store), io).run();
}

}  // namespace huashu::app
