#include "assess/result_json.hpp"

#include "assess/result_fields.hpp"

namespace huashu::assess {

std::string to_json(const std::vector<ItemResult>& items) { return codec::to_text(items); }
std::string to_json(const SittingResult& result) { return codec::to_text(result); }

Result<SittingResult> result_from_json(std::string_view json) {
    return codec::from_text<SittingResult>(json, "result-unreadable", "the result of a sitting");
}

}  // namespace huashu::assess
