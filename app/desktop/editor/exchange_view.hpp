// The sheet of handing over in words.
#pragma once

#include <string>
#include <vector>

#include "desktop/editor/exchange_state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct OfferRow {
    std::size_t offer = 0;
    std::string title, about;
    bool chosen = false, own = false;
};
struct IncomingRow {
    std::string title, about, state, present;
    app::ImportState is = app::ImportState::fresh;
    bool take = false;
};
struct ExchangeView {
    std::vector<OfferRow> offers;
    std::string proposed_name;          ///< of the bundle's file
    std::string summary;                ///< of the manifest
    std::vector<std::string> manifest;  ///< a line a file
    std::string packed;
    std::vector<std::string> refused;  ///< why; what to do
    std::string bundle_title, choices;
    std::vector<IncomingRow> incoming;
    std::size_t to_take = 0;
    std::vector<std::string> done;
};
[[nodiscard]] ExchangeView make_exchange_view(const ExchangeState& state, const std::string& search,
                                              const Speech& speech);

}  // namespace huashu::desktop
