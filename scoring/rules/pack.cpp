#include "rules/pack_data.hpp"

namespace huashu::scoring {

const std::string& Pack::id() const { return data_->id; }
const std::string& Pack::title() const { return data_->title; }
int Pack::pass_mark() const { return data_->rubric.pass_mark; }
std::size_t Pack::rule_count() const { return data_->rules.size(); }
std::string Pack::content_hash() const { return data_->content_hash; }

Diagnostic diagnose_at(const PackData& pack, Site site, std::string code, std::string text, std::string remedy,
                       Level level) {
    return diagnose(pack.file_of(site), site.offset, std::move(code), std::move(text), std::move(remedy), level);
}

}  // namespace huashu::scoring
