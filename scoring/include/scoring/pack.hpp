// A rule pack in memory: everything that the files of docs/rules.md say, checked, in file order.
//
// Loading is strict and reports all problems at once. A rule with a problem is left out and the rest
// stands. run_examples() is the second half of strictness: it needs an engine, so it is a step of its own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::scoring {

/// A file of labelled utterances (scoring/evaluate.hpp) in memory, by the name that problems are reported under.
struct UtteranceFile {
    std::string name;
    std::string text;
};

struct PackData;  // scoring/rules/pack_data.hpp, private to scoring

/// Shared and immutable.
class Pack {
public:
    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] const std::string& title() const;
    [[nodiscard]] int pass_mark() const;  ///< 0..100
    [[nodiscard]] std::size_t rule_count() const;
    [[nodiscard]] std::string content_hash() const;  ///< of its files, order-independent; hex

    explicit Pack(std::shared_ptr<const PackData> data) : data_(std::move(data)) {}
    [[nodiscard]] const PackData& data() const { return *data_; }

private:
    std::shared_ptr<const PackData> data_;
};

/// Loads the folder (pack.json and every rules file below it). Error: no such folder or no sound pack.json.
[[nodiscard]] Result<Loaded<Pack>> load_pack(const std::string& folder);

}  // namespace huashu::scoring
