// The engines that ours is measured against, each behind the same two calls. They fold nothing: they get text that is
// canonical already.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#ifdef HUASHU_HAVE_HYPERSCAN
#include <hs/hs.h>
#endif

namespace huashu::bench {

/// Which patterns match, as RE2::Set answers.
class Re2Peer {
public:
    explicit Re2Peer(const std::vector<std::string>& expressions) : set_(options(), RE2::UNANCHORED) {
        for (const std::string& expression : expressions) set_.Add(expression, nullptr);
        compiled_ = set_.Compile();
    }
    [[nodiscard]] bool ready() const { return compiled_; }
    std::size_t count(const std::string& text) {
        ids_.clear();
        set_.Match(text, &ids_);
        return ids_.size();
    }

private:
    static RE2::Options options() {
        RE2::Options options;
        options.set_max_mem(std::int64_t{1} << 30);
        return options;
    }
    RE2::Set set_;
    bool compiled_ = false;
    std::vector<int> ids_;
};

#ifdef HUASHU_HAVE_HYPERSCAN
/// Every match with its end, which is Hyperscan's fastest way.
class HyperscanPeer {
public:
    HyperscanPeer(const std::vector<std::string>& expressions, bool literal) {
        std::vector<const char*> texts;
        std::vector<std::size_t> sizes;
        std::vector<unsigned> flags(expressions.size(), literal ? 0u : HS_FLAG_UTF8 | HS_FLAG_DOTALL);
        std::vector<unsigned> ids;
        for (const std::string& expression : expressions) {
            texts.push_back(expression.c_str());
            sizes.push_back(expression.size());
            ids.push_back(static_cast<unsigned>(ids.size()));
        }
        hs_compile_error_t* error = nullptr;
        const auto count = static_cast<unsigned>(texts.size());
        const hs_error_t status = literal ? hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(),
                                                                 count, HS_MODE_BLOCK, nullptr, &database_, &error)
                                          : hs_compile_multi(texts.data(), flags.data(), ids.data(), count,
                                                             HS_MODE_BLOCK, nullptr, &database_, &error);
        if (status != HS_SUCCESS) {
            std::fprintf(stderr, "bench_match: Hyperscan: %s\n", error != nullptr ? error->message : "failed");
            std::exit(3);
        }
        hs_alloc_scratch(database_, &scratch_);
    }
    ~HyperscanPeer() {
        hs_free_scratch(scratch_);
        hs_free_database(database_);
    }
    HyperscanPeer(const HyperscanPeer&) = delete;
    HyperscanPeer& operator=(const HyperscanPeer&) = delete;

    std::size_t count(const std::string& text) {
        std::size_t found = 0;
        hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, &on_match, &found);
        return found;
    }

private:
    static int on_match(unsigned, unsigned long long, unsigned long long, unsigned, void* found) {
        ++*static_cast<std::size_t*>(found);
        return 0;
    }
    hs_database_t* database_ = nullptr;
    hs_scratch_t* scratch_ = nullptr;
};
#endif

}  // namespace huashu::bench
