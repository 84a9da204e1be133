#include <algorithm>
#include <filesystem>

#include "rules/checks.hpp"
#include "rules/content_hash.hpp"
#include "rules/pack_header.hpp"
#include "rules/word_list.hpp"

namespace huashu::scoring {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_folder(const std::string& folder, const std::string& why) {
    return fail(Error::Cause::usage, {Level::error,
                                      "no-folder",
                                      "the pack's folder can't be read: " + why,
                                      "name the folder that holds pack.json",
                                      {folder, 0, 0},
                                      {}});
}

/// The names of all rules files, relative to the folder, sorted.
Result<std::vector<std::string>> list_rules_files(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->path().extension() != ".json" || it->is_directory(ignored)) continue;
        std::string name = it->path().lexically_relative(folder).generic_string();
        if (name != "pack.json") names.push_back(std::move(name));
    }
    if (error) return no_folder(folder.string(), error.message());
    std::sort(names.begin(), names.end());
    return names;
}

bool is_training_name(const std::string& name) { return name.starts_with("utterances") && name.ends_with(".jsonl"); }

/// The utterances beside pack.json, sorted by name.
Result<std::vector<TrainingFile>> read_training_files(const fs::path& folder) {
    std::error_code error;
    std::vector<TrainingFile> files;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::string name = it->path().filename().string();
        if (!is_training_name(name)) continue;
        Result<std::string> text = read_text_file(it->path().string());
        if (!text) return tl::unexpected(std::move(text.error()));
        files.push_back({std::move(name), std::move(*text)});
    }
    std::ranges::sort(files, {}, &TrainingFile::name);
    return files;
}

/// Reads files into a pack, collecting what is wrong with them.
class PackReader {
public:
    explicit PackReader(fs::path folder) : folder_(std::move(folder)) {}

    Result<Loaded<Pack>> run() {
        const Result<std::vector<std::string>> names = list_rules_files(folder_);
        if (!names) return tl::unexpected(names.error());
        if (auto header = read_header(); !header) return tl::unexpected(header.error());
        for (const std::string& name : *names) read_rules_file(name);
        if (auto training = read_training_files(folder_))
            pack_->training = std::move(*training);
        else
            problems_.insert(problems_.end(), training.error().diagnostics.begin(), training.error().diagnostics.end());
        pack_->lists = resolve_lists(lists_, *pack_, problems_);
        check_rules(*pack_, faulty_contexts_, problems_);
        if (pack_->rules.empty())
            problems_.push_back({Level::error,
                                 "no-rules",
                                 "the pack holds no sound rule",
                                 "",
                                 {(folder_ / "pack.json").string(), 1, 1},
                                 {}});
        pack_->content_hash = hash();
        sort_by_place(problems_);
        return Loaded<Pack>{Pack(pack_), std::move(problems_)};
    }

private:
    Result<void> read_header() {
        Result<JsonDocument> document = load_json((folder_ / "pack.json").string());
        if (!document) return tl::unexpected(document.error());
        Diagnostics problems;
        read_pack_header(*document, *pack_, problems);
        if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
        add_file("pack.json", document->source);
        return {};
    }

    void add_file(const std::string& name, std::shared_ptr<const SourceText> source) {
        pack_->files.push_back(std::move(source));
        names_.push_back(name);
    }

    void read_rules_file(const std::string& name) {
        Result<JsonDocument> document = load_json((folder_ / name).string());
        if (!document) {
            const Diagnostics& why = document.error().diagnostics;
            problems_.insert(problems_.end(), why.begin(), why.end());
            return;
        }
        add_file(name, document->source);
        const auto file = static_cast<std::uint32_t>(pack_->files.size() - 1);
        ObjectReader in(*document->source, document->root, problems_);
        read_format(in, "huashu-rules");
        (void)in.optional_string("about");
        read_lists({in, file}, *pack_, lists_);
        for (const JsonNode& node : in.list("rules")) read_one_rule(*document->source, node, file);
        in.done();
    }

    void read_one_rule(const SourceText& source, const JsonNode& node, std::uint32_t file) {
        if (std::optional<Rule> rule = read_rule(source, node, file, problems_)) {
            pack_->rules.push_back(std::move(*rule));
            return;
        }
        if (node.kind() != JsonNode::Kind::object) return;
        const JsonNode* id = node.find("id");
        if (id != nullptr && id->kind() == JsonNode::Kind::string) faulty_contexts_.push_back(id->string());
    }

    std::string hash() const {
        std::vector<std::pair<std::string, std::string_view>> files;
        for (std::size_t i = 0; i < names_.size(); ++i) files.emplace_back(names_[i], pack_->files[i]->text());
        for (const TrainingFile& file : pack_->training) files.emplace_back(file.name, file.text);
        return hash_files(std::move(files));
    }

    fs::path folder_;
    std::shared_ptr<PackData> pack_ = std::make_shared<PackData>();
    std::vector<std::string> names_;  // of pack_->files, relative to the folder
    WrittenLists lists_;
    std::vector<std::string> faulty_contexts_;  // ids of rules left out while reading, contexts among them
    Diagnostics problems_;
};

}  // namespace

Result<Loaded<Pack>> load_pack(const std::string& folder) { return PackReader(folder).run(); }

}  // namespace huashu::scoring
