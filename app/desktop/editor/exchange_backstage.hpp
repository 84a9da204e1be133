// Where bundles are made, read and taken in.
#pragma once

#include <future>
#include <string>

#include "desktop/editor/exchange_intent.hpp"

namespace huashu::desktop {

class ExchangeBackstage {
public:
    struct Options {
        std::string store;  ///< folder of drafts and versions; empty: nothing is written
        app::ShippedFolders shipped;
        std::vector<std::string> look_in;  ///< folders in which somebody may have put a bundle
    };
    explicit ExchangeBackstage(Options options) : options_(std::move(options)) {}

    [[nodiscard]] ExchangeWishes perform(const ExchangeTask& task);
    void wait_idle() const {
        if (reading_.valid()) reading_.wait();
    }

private:
    friend struct PerformingExchange;
    [[nodiscard]] std::string bundles_folder() const { return options_.store + "/bundles"; }
    [[nodiscard]] std::vector<std::string> found_bundles() const;
    [[nodiscard]] ExchangeWishes pack(const exchange_task::Pack& task) const;
    [[nodiscard]] ExchangeWishes import(const ExchangeBundle& chosen) const;

    Options options_;
    std::future<ExchangeWishes> reading_;
};

/// The folders of the person in which downloads and the like lie.
[[nodiscard]] std::vector<std::string> folders_of_downloads();

}  // namespace huashu::desktop
