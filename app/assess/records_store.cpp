#include "assess/records_store.hpp"

namespace huashu::assess {

Result<void> RecordsStore::keep(const std::vector<Kept>& fresh, std::size_t seen) {
    std::vector<app::NewDocument> documents;
    documents.reserve(fresh.size());
    for (const Kept& kept : fresh) documents.push_back({.kind = kept.kind, .subject = kept.subject, .body = kept.body});
    if (!documents.empty()) documents.front().seen = static_cast<std::int64_t>(seen);
    auto kept = records_->keep(documents);
    if (!kept) return tl::unexpected(kept.error());
    return {};
}

Result<std::vector<Kept>> RecordsStore::read(const app::DocumentQuery& query) {
    auto documents = records_->documents(query);
    if (!documents) return tl::unexpected(documents.error());
    std::vector<Kept> out;
    out.reserve(documents->size());
    for (app::Document& d : *documents)
        out.push_back({std::move(d.kind), std::move(d.subject), std::move(d.body), d.is_erased});
    return out;
}

Result<std::vector<Kept>> RecordsStore::about(const std::string& subject) {
    return read({.kind = {}, .subject = subject});
}

Result<std::vector<Kept>> RecordsStore::of_kind(const std::string& kind) { return read({.kind = kind, .subject = {}}); }

}  // namespace huashu::assess
