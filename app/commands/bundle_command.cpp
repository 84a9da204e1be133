#include "commands/bundle_command.hpp"

#include <algorithm>
#include <filesystem>

#include "author/bundle_offer.hpp"
#include "check/gather.hpp"
#include "commands/author_side.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"
#include "paths/write_new.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

class BundleRun {
public:
    BundleRun(const BundleOptions& options, const GlobalOptions& globals, const Setting& setting, VersionStore store,
              Io& io)
        : options_(options),
          globals_(globals),
          setting_(setting),
          words_(setting.page.words),
          store_(std::move(store)),
          io_(io) {}

    CommandResult run() {
        if (options_.action == "pack") return pack();
        if (options_.what.size() != 1)
            return wrong_usage("one-bundle", "'" + options_.action + "' takes one bundle", "name a file");
        const auto bundle = read_bundle(options_.what.front());
        if (!bundle) return tl::unexpected(bundle.error());
        const ShippedFolders shipped{setting_.folders.library, library_personas(setting_.folders),
                                     fs::path(pack_folder(setting_.share)).parent_path().string()};
        const auto steps = plan_import(*bundle, store_, shipped);
        if (!steps) return tl::unexpected(steps.error());
        return options_.action == "show" ? show(*bundle, *steps) : import(*bundle, *steps);
    }

private:
    CommandResult say(const std::string& text, int status = status_fine) {
        if (auto printed = print(io_, text); !printed) return tl::unexpected(printed.error());
        return status;
    }

    CommandResult pack() {
        if (options_.out.empty())
            return wrong_usage("out-missing", "where to?", "name the bundle with --out NAME.huashu");
        Bundle bundle{options_.title, {}, {}};
        for (const std::string& name : options_.what)
            if (auto added = add(name, bundle); !added) return tl::unexpected(added.error());
        const auto bytes = bundle_bytes(bundle);
        if (!bytes) return tl::unexpected(bytes.error());
        if (auto written = write_new(options_.out, *bytes); !written) return tl::unexpected(written.error());
        return say(words_("cli.author.bundle.packed", {{"file", options_.out},
                                                       {"items", std::to_string(bundle.items.size())},
                                                       {"bytes", std::to_string(bytes->size())}}) +
                   "\n");
    }

    Result<void> add(const std::string& name, Bundle& bundle) {
        std::error_code failed;
        if (fs::is_directory(name, failed)) {
            const Gathered gathered = gather({name});
            if (has_errors(gathered.problems)) return tl::unexpected(Error{Error::Cause::content, gathered.problems});
            for (const auto& [folder, files] : gathered.packs) {
                auto item = bundle_pack_item(folder);
                if (!item) return tl::unexpected(item.error());
                put(std::move(*item), bundle);
            }
            for (const auto* files : {&gathered.personas, &gathered.scenarios})
                for (const std::string& file : *files)
                    if (auto added = add_side(file, bundle); !added) return added;
            return {};
        }
        return add_side(name, bundle);
    }

    // A scenario brings its persona and the hashes of the versions that it follows.
    Result<void> add_side(const std::string& name, Bundle& bundle) {
        const auto side = named_side(name, setting_, options_.store, globals_, io_);
        if (!side) return tl::unexpected(side.error());
        auto item = bundle_item(side->file, side->text);
        if (!item) return tl::unexpected(item.error());
        const bool is_scenario = item->kind == BundleKind::scenario;
        if (is_scenario) item->earlier = earlier_versions(store_, item->id, side->text);
        const std::string persona = is_scenario ? side->persona : "";
        put(std::move(*item), bundle);
        if (!is_content_id(persona)) return {};
        const std::string persona_file = side->personas + "/" + persona + ".json";
        auto text = read_text_file(persona_file);
        if (!text) return tl::unexpected(text.error());
        auto persona_item = bundle_item(persona_file, std::move(*text));
        if (!persona_item) return tl::unexpected(persona_item.error());
        put(std::move(*persona_item), bundle);
        return {};
    }

    // Named twice, or brought by two scenarios: once is enough.
    static void put(BundleItem item, Bundle& bundle) {
        const bool known = std::any_of(bundle.items.begin(), bundle.items.end(), [&](const BundleItem& other) {
            return other.kind == item.kind && other.id == item.id;
        });
        if (!known) bundle.items.push_back(std::move(item));
    }

    std::string steps_text(const std::vector<ImportStep>& steps) {
        std::vector<std::vector<std::string>> rows{{words_("cli.author.bundle.state"), words_("cli.author.bundle.kind"),
                                                    words_("cli.author.bundle.id"), words_("cli.author.bundle.file")}};
        std::size_t same = 0;
        for (const ImportStep& step : steps) {
            if (step.state == ImportState::same && step.kind == BundleKind::pack) {
                ++same;  // a pack has some hundred files
                continue;
            }
            rows.push_back({words_.name("cli.author.bundle.states.", name_of(step.state)),
                            words_.name("cli.author.bundle.kinds.", name_of(step.kind)), step.id,
                            printable(step.source->name)});
        }
        std::string text = setting_.page.table(rows);
        if (same > 0) text += words_("cli.author.bundle.more_same", {{"count", std::to_string(same)}}) + "\n";
        return text;
    }

    static std::string steps_json(const Bundle& bundle, const std::vector<ImportStep>& steps) {
        std::string out;
        JsonWriter json(out);
        json.begin_object();
        json.member("title", bundle.title);
        json.member("made_with", bundle.made_with);
        json.key("files");
        json.begin_array();
        for (const ImportStep& step : steps) {
            json.begin_object();
            json.member("state", name_of(step.state));
            json.member("kind", name_of(step.kind));
            json.member("id", step.id);
            json.member("path", step.source->name);
            json.member("file", step.file);
            if (!step.present.empty()) json.member("present", step.present);
            json.end_object();
        }
        json.end_array();
        json.end_object();
        return out + "\n";
    }

    CommandResult show(const Bundle& bundle, const std::vector<ImportStep>& steps) {
        if (options_.format == Format::json) return say(steps_json(bundle, steps));
        return say(words_("cli.author.bundle.title",
                          {{"title", printable(bundle.title)}, {"made_with", printable(bundle.made_with)}}) +
                   "\n" + steps_text(steps));
    }

    CommandResult import(const Bundle& bundle, const std::vector<ImportStep>& steps) {
        const auto outcome = apply_import(steps, options_.replace);
        if (!outcome) return tl::unexpected(outcome.error());
        const int status = outcome->left > 0 ? status_content : status_fine;
        if (options_.format == Format::json) return say(steps_json(bundle, steps), status);
        std::string text = steps_text(steps);
        for (const std::string& file : outcome->kept) text += words_("cli.author.bundle.kept", {{"file", file}}) + "\n";
        text += words_("cli.author.bundle.imported", {{"written", std::to_string(outcome->written)},
                                                      {"left", std::to_string(outcome->left)},
                                                      {"folder", store_.folder()}}) +
                "\n";
        if (outcome->left > 0) text += words_("cli.author.bundle.settle") + "\n";
        return say(text, status);
    }

    const BundleOptions& options_;
    const GlobalOptions& globals_;
    const Setting& setting_;
    const Words& words_;
    VersionStore store_;
    Io& io_;
};

}  // namespace

CommandResult bundle_command(const BundleOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    auto store = find_store(options.store, globals, io);
    if (!store) return tl::unexpected(store.error());
    return BundleRun(options, globals, *setting, std::move(*store), io).run();
}

}  // namespace huashu::app
