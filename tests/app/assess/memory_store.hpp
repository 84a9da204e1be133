// A store in memory whose disk can be full.
#pragma once

#include "assess/store.hpp"

namespace huashu::assess {

class MemoryStore : public Store {
public:
    [[nodiscard]] Result<void> keep(const std::vector<Kept>& fresh, std::size_t seen) override {
        if (is_full)
            return fail(Error::Cause::system,
                        {.code = "disk-full", .text = "the disk is full", .remedy = {}, .place = {}, .excerpt = {}});
        if (!fresh.empty() && about(fresh.front().subject)->size() != seen)
            return fail(Error::Cause::usage, {.code = "gone-on-elsewhere",
                                              .text = "somebody else has gone on with it",
                                              .remedy = {},
                                              .place = {},
                                              .excerpt = {}});
        all.insert(all.end(), fresh.begin(), fresh.end());
        return {};
    }
    [[nodiscard]] Result<std::vector<Kept>> about(const std::string& subject) override {
        std::vector<Kept> out;
        for (const Kept& k : all)
            if (k.subject == subject) out.push_back(k);
        return out;
    }
    [[nodiscard]] Result<std::vector<Kept>> of_kind(const std::string& kind) override {
        std::vector<Kept> out;
        for (const Kept& k : all)
            if (k.kind == kind) out.push_back(k);
        return out;
    }
    std::vector<Kept> all;
    bool is_full = false;
};

}  // namespace huashu::assess
