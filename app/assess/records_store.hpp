// A person's records as the store of his sittings.
#pragma once

#include "assess/store.hpp"
#include "records/records.hpp"

namespace huashu::assess {

class RecordsStore : public Store {
public:
    /// The records must outlive it.
    explicit RecordsStore(app::Records& records) : records_(&records) {}
    [[nodiscard]] Result<void> keep(const std::vector<Kept>& fresh, std::size_t seen) override;
    [[nodiscard]] Result<std::vector<Kept>> about(const std::string& subject) override;
    [[nodiscard]] Result<std::vector<Kept>> of_kind(const std::string& kind) override;

private:
    [[nodiscard]] Result<std::vector<Kept>> read(const app::DocumentQuery& query);
    app::Records* records_;
};

}  // namespace huashu::assess
