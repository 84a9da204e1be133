#include "commands/version_packs.hpp"

#include <algorithm>
#include <filesystem>

#include "author/pack_in_use.hpp"
#include "author/pack_soundness.hpp"
#include "author/rule_pack.hpp"
#include "commands/version_history.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

constexpr std::string_view pack_prefix = "packs/";

bool is_pack_folder_named(const std::string& what) {
    std::error_code failed;
    return fs::is_regular_file(what + "/pack.json", failed);
}

// Of drafts, reviews and published packs, each once.
std::vector<std::string> pack_ids(const VersionStore& store) {
    std::vector<std::string> ids;
    for (const char* part : {"/packs/drafts", "/packs/review", "/packs/versions"}) {
        std::error_code failed;
        for (fs::directory_iterator at(store.folder() + part, failed), end; !failed && at != end; at.increment(failed))
            if (is_content_id(at->path().filename().string())) ids.push_back(at->path().filename().string());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

class PackVersionRun {
public:
    PackVersionRun(const VersionOptions& options, const Setting& setting, const VersionStore& store, std::string by,
                   Io& io)
        : options_(options),
          setting_(setting),
          words_(setting.page.words),
          store_folder_(store.folder()),
          packs_(store.folder()),
          by_(std::move(by)),
          io_(io) {
        const bool named = options.what.starts_with(pack_prefix);
        id_ = named ? options.what.substr(pack_prefix.size()) : fs::path(options.what).filename().string();
        if (id_.empty()) id_ = fs::path(options.what).parent_path().filename().string();
    }

    CommandResult run() {
        const std::string& action = options_.action;
        if (action == "use" && options_.what == "shipped") return use_shipped();
        if (!is_content_id(id_))
            return wrong_usage("wrong-id", "'" + id_ + "' is no id", "an id has lower case letters, digits, - and _");
        if (action == "add") return add();
        if (action == "submit") return told(packs_.submit(id_, by_, options_.note), "cli.author.version.submitted");
        if (action == "return") return told(packs_.send_back(id_, by_, options_.note), "cli.author.version.returned");
        if (action == "publish") return publish();
        if (action == "history") return history();
        if (action == "restore") return restore();
        if (action == "use") return use();
        return wrong_usage("no-show-of-packs", "a pack is a folder: it can't be shown as one text",
                           "look into " + packs_.version_folder_of(id_, std::max(1, options_.number)));
    }

private:
    CommandResult say(const std::string& text) {
        if (auto printed = print(io_, text + "\n"); !printed) return tl::unexpected(printed.error());
        return status_fine;
    }
    CommandResult told(const Result<void>& done, std::string_view key) {
        if (!done) return tl::unexpected(done.error());
        return say(words_(key, {{"id", id_}}));
    }

    CommandResult add() {
        if (auto made = make_folder(packs_.drafts_folder()); !made) return tl::unexpected(made.error());
        const std::string folder = packs_.draft_folder(id_);
        if (auto done = copy_rule_pack(options_.what, folder, {}); !done) return tl::unexpected(done.error());
        return say(words_("cli.author.version.added", {{"id", id_}, {"file", folder}}));
    }
    // What is published is in use from then on.
    CommandResult publish() {
        const auto hash = sound_pack_hash(packs_.review_folder(id_));
        if (!hash) return tl::unexpected(hash.error());
        const auto number = packs_.publish(id_, *hash, by_, options_.note);
        if (!number) return tl::unexpected(number.error());
        if (auto done = use_pack(store_folder_, id_, *number, by_); !done) return tl::unexpected(done.error());
        return say(words_("cli.author.version.published", {{"id", id_}, {"number", std::to_string(*number)}}) + "\n" +
                   words_("cli.author.version.pack_in_use", {{"id", id_}, {"number", std::to_string(*number)}}));
    }
    CommandResult restore() {
        if (options_.number <= 0) return which_number();
        const auto kept = packs_.restore(id_, options_.number, by_);
        if (!kept) return tl::unexpected(kept.error());
        std::string text =
            words_("cli.author.version.restored", {{"id", id_}, {"number", std::to_string(options_.number)}});
        if (!kept->empty()) text += "\n" + words_("cli.author.version.kept", {{"file", *kept}});
        return say(text);
    }
    // The newest, unless one is named.
    CommandResult use() {
        const int number = options_.number > 0 ? options_.number : packs_.item(id_).published;
        if (auto done = use_pack(store_folder_, id_, number, by_); !done) return tl::unexpected(done.error());
        return say(words_("cli.author.version.pack_in_use", {{"id", id_}, {"number", std::to_string(number)}}));
    }
    CommandResult use_shipped() {
        if (auto done = use_shipped_pack(store_folder_); !done) return tl::unexpected(done.error());
        return say(words_("cli.author.version.shipped_in_use"));
    }
    CommandResult which_number() { return wrong_usage("number-missing", "which version?", "name it with --number N"); }

    CommandResult history() {
        return print_version_history(setting_.page, id_, packs_.history(id_), options_.format, io_);
    }

    const VersionOptions& options_;
    const Setting& setting_;
    const Words& words_;
    std::string store_folder_, id_;
    PackStore packs_;
    std::string by_;
    Io& io_;
};

}  // namespace

bool names_a_pack(const std::string& what) { return what.starts_with(pack_prefix) || is_pack_folder_named(what); }

CommandResult version_of_pack(const VersionOptions& options, const Setting& setting, const VersionStore& store,
                              const std::string& by, Io& io) {
    return PackVersionRun(options, setting, store, by, io).run();
}

Result<std::string> pack_versions_text(const Setting& setting, const VersionStore& store) {
    const Words& words = setting.page.words;
    const std::vector<std::string> ids = pack_ids(store);
    std::string text;
    if (!ids.empty()) {
        std::vector<std::vector<std::string>> rows{
            {words("cli.author.version.id"), words("cli.author.version.where"), words("cli.author.version.number")}};
        const PackStore packs(store.folder());
        for (const std::string& id : ids) {
            const VersionedPack item = packs.item(id);
            const char* state = item.in_review       ? "review"
                                : item.draft_differs ? "draft"
                                : item.published > 0 ? "published"
                                                     : "draft";
            rows.push_back({std::string(pack_prefix) + id, words.name("cli.author.version.state.", state),
                            item.published > 0 ? std::to_string(item.published) : "–"});
        }
        text = setting.page.table(rows);
    }
    const auto in_use = pack_in_use(store.folder());
    if (!in_use) return tl::unexpected(in_use.error());
    if (*in_use)
        text += words("cli.author.version.pack_in_use",
                      {{"id", (*in_use)->id}, {"number", std::to_string((*in_use)->number)}}) +
                "\n";
    else if (!ids.empty())
        text += words("cli.author.version.shipped_in_use") + "\n";
    return text;
}

Result<Diagnostics> verify_packs(const VersionStore& store) {
    Diagnostics problems;
    for (const std::string& id : pack_ids(store)) {
        auto found = PackStore(store.folder()).verify(id);
        if (!found) return tl::unexpected(found.error());
        problems.insert(problems.end(), found->begin(), found->end());
    }
    return problems;
}

}  // namespace huashu::app
