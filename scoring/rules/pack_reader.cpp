#include "rules/pack_reader.hpp"

#include "rules/checks.hpp"
#include "rules/content_hash.hpp"
#include "rules/pack_header.hpp"
#include "rules/word_list.hpp"

namespace huashu::scoring {
namespace {

/// Reads files into a pack, collecting what is wrong with them.
class PackReader {
public:
    explicit PackReader(const PackFiles& files) : files_(files) {}

    Result<Loaded<Pack>> run() {
        if (auto header = read_header(); !header) return tl::unexpected(header.error());
        for (const PackFiles::RulesFile& file : files_.rules) read_rules_file(file);
        pack_->training = files_.training;
        pack_->lists = resolve_lists(lists_, *pack_, problems_);
        check_rules(*pack_, faulty_contexts_, problems_);
        if (pack_->rules.empty())
            problems_.push_back(
                {Level::error, "no-rules", "the pack holds no sound rule", "", files_.header.source->place_of(0), {}});
        pack_->content_hash = hash();
        sort_by_place(problems_);
        return Loaded<Pack>{Pack(pack_), std::move(problems_)};
    }

private:
    Result<void> read_header() {
        Diagnostics problems;
        read_pack_header(files_.header, *pack_, problems);
        if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
        add_file("pack.json", files_.header.source);
        return {};
    }

    void add_file(const std::string& name, std::shared_ptr<const SourceText> source) {
        pack_->files.push_back(std::move(source));
        names_.push_back(name);
    }

    void read_rules_file(const PackFiles::RulesFile& rules_file) {
        if (!rules_file.document) {
            const Diagnostics& why = rules_file.document.error().diagnostics;
            problems_.insert(problems_.end(), why.begin(), why.end());
            return;
        }
        const JsonDocument& document = *rules_file.document;
        add_file(rules_file.name, document.source);
        const auto file = static_cast<std::uint32_t>(pack_->files.size() - 1);
        ObjectReader in(*document.source, document.root, problems_);
        read_format(in, "huashu-rules");
        (void)in.optional_string("about");
        read_lists({in, file}, *pack_, lists_);
        for (const JsonNode& node : in.list("rules")) read_one_rule(*document.source, node, file);
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

    const PackFiles& files_;
    std::shared_ptr<PackData> pack_ = std::make_shared<PackData>();
    std::vector<std::string> names_;  // of pack_->files, relative to the folder
    WrittenLists lists_;
    std::vector<std::string> faulty_contexts_;  // ids of rules left out while reading, contexts among them
    Diagnostics problems_;
};

}  // namespace

Result<Loaded<Pack>> read_pack(const PackFiles& files) { return PackReader(files).run(); }

}  // namespace huashu::scoring
