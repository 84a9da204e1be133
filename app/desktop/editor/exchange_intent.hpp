// What can be wished for on the sheet of handing over, what comes back, and what is asked of the world for it.
#pragma once

#include <variant>

#include "desktop/editor/exchange_state.hpp"
#include "desktop/state/one_of.hpp"

namespace huashu::desktop {

namespace exchange_wish {
struct Open {
    ExchangeSide side = ExchangeSide::out;
};
struct Close {};
struct ShowSide {
    ExchangeSide side = ExchangeSide::out;
};
struct Choose {
    std::size_t offer = 0;
};  ///< puts it in, or takes it out again
struct Pack {
    std::string name, title;
};
struct Read {
    std::string file;
};
struct Take {
    std::size_t item = 0;
    bool take = true;
};
struct Import {};
struct Poll {};
// What comes back.
struct Shown {
    std::vector<ExchangeOffer> offers;
    std::vector<std::string> found;
    std::string folder;
};
struct Listed {
    std::vector<ManifestLine> manifest;
};
struct Packed {
    std::string file;
};
struct BundleRead {
    ExchangeBundle bundle;
};
struct Refused {
    Diagnostics why;
};
struct Imported {
    ExchangeDone done;
};
struct Failed {
    Error error;
};
}  // namespace exchange_wish

using ExchangeWishKinds =
    std::variant<exchange_wish::Open, exchange_wish::Close, exchange_wish::ShowSide, exchange_wish::Choose,
                 exchange_wish::Pack, exchange_wish::Read, exchange_wish::Take, exchange_wish::Import,
                 exchange_wish::Poll, exchange_wish::Shown, exchange_wish::Listed, exchange_wish::Packed,
                 exchange_wish::BundleRead, exchange_wish::Refused, exchange_wish::Imported, exchange_wish::Failed>;
extern template struct OneOf<ExchangeWishKinds>;
struct ExchangeWish : OneOf<ExchangeWishKinds> {
    using OneOf::OneOf;
};
using ExchangeWishes = std::vector<ExchangeWish>;

namespace exchange_task {
struct Show {};
struct List {
    std::vector<app::BundleOffer> chosen;
};
struct Pack {
    std::vector<app::BundleOffer> chosen;
    std::string name, title;
};
struct Read {
    std::string file;
};
struct Import {
    ExchangeBundle bundle;
};
struct Poll {};
}  // namespace exchange_task

using ExchangeTaskKinds = std::variant<exchange_task::Show, exchange_task::List, exchange_task::Pack,
                                       exchange_task::Read, exchange_task::Import, exchange_task::Poll>;
extern template struct OneOf<ExchangeTaskKinds>;
struct ExchangeTask : OneOf<ExchangeTaskKinds> {
    using OneOf::OneOf;
};

struct ExchangeOutcome {
    std::vector<ExchangeTask> tasks;
    Diagnostics failures{};
    bool imported = false;  ///< the shelf holds something else
};

[[nodiscard]] ExchangeOutcome update_exchange(ExchangeState& state, const ExchangeWish& wish);

}  // namespace huashu::desktop
