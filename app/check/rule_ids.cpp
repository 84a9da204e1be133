#include "check/rule_ids.hpp"

#include <algorithm>
#include <filesystem>

#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

void add_ids(const JsonNode& root, std::vector<std::string>& ids) {
    if (root.kind() != JsonNode::Kind::object) return;
    const JsonNode* rules = root.find("rules");
    if (rules == nullptr || rules->kind() != JsonNode::Kind::array) return;
    for (const JsonNode& rule : rules->array()) {
        const JsonNode* id = rule.kind() == JsonNode::Kind::object ? rule.find("id") : nullptr;
        if (id != nullptr && id->kind() == JsonNode::Kind::string) ids.push_back(id->string());
    }
}

}  // namespace

Result<std::vector<std::string>> rule_ids_of(const std::string& pack_folder) {
    std::vector<std::string> ids;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(pack_folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->path().extension() == ".json")
            if (const auto document = load_json(at->path().string())) add_ids(document->root, ids);
    if (failed)
        return fail(Error::Cause::system, {.code = "folder-unreadable",
                                           .text = "the pack's folder can't be read: " + failed.message(),
                                           .remedy = "check the path and its permissions",
                                           .place = {.file = pack_folder},
                                           .excerpt = {}});
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace huashu::app
