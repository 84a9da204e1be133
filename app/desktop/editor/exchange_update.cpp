#include "desktop/editor/exchange_intent.hpp"

namespace huashu::desktop {
namespace {

std::vector<app::BundleOffer> chosen_offers(const ExchangeState& state) {
    std::vector<app::BundleOffer> chosen;
    for (const ExchangeOffer& each : state.offers)
        if (each.chosen) chosen.push_back(each.offer);
    return chosen;
}

struct ExchangeUpdate {
    ExchangeState& s;

    ExchangeOutcome operator()(const exchange_wish::Open& w) const {
        s = {.open = true, .side = w.side, .revision = s.revision};
        return changed({{exchange_task::Show{}}});
    }
    ExchangeOutcome operator()(const exchange_wish::Close&) const {
        s = {.revision = s.revision};
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::ShowSide& w) const {
        s.side = w.side;
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::Choose& w) const {
        if (w.offer >= s.offers.size()) return {};
        s.offers[w.offer].chosen = !s.offers[w.offer].chosen;
        s.packed.clear();
        return changed({{exchange_task::List{chosen_offers(s)}}});
    }
    ExchangeOutcome operator()(const exchange_wish::Pack& w) const {
        if (s.manifest.empty() || w.name.empty()) return {};
        return {{exchange_task::Pack{chosen_offers(s), w.name, w.title}}};
    }
    ExchangeOutcome operator()(const exchange_wish::Read& w) const {
        if (s.reading || w.file.empty()) return {};
        s.reading = true;
        s.bundle.reset();
        s.done.reset();
        s.refused.clear();
        return changed({{exchange_task::Read{w.file}}});
    }
    ExchangeOutcome operator()(const exchange_wish::Take& w) const {
        if (!s.bundle || w.item >= s.bundle->items.size()) return {};
        s.bundle->items[w.item].take = w.take;
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::Import&) const {
        if (!s.bundle || s.done) return {};
        return {{exchange_task::Import{*s.bundle}}};
    }
    ExchangeOutcome operator()(const exchange_wish::Poll&) const {
        return s.reading ? ExchangeOutcome{{exchange_task::Poll{}}} : ExchangeOutcome{};
    }
    ExchangeOutcome operator()(const exchange_wish::Shown& w) const {
        s.offers = w.offers;
        s.found = w.found;
        s.folder = w.folder;
        s.manifest.clear();
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::Listed& w) const {
        s.manifest = w.manifest;
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::Packed& w) const {
        s.packed = w.file;
        s.found.insert(s.found.begin(), w.file);
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::BundleRead& w) const {
        if (!s.open) return {};
        s.reading = false;
        s.bundle = w.bundle;
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::Refused& w) const {
        s.reading = false;
        s.refused = w.why;
        return changed({});
    }
    ExchangeOutcome operator()(const exchange_wish::Imported& w) const {
        s.done = w.done;
        ExchangeOutcome out = changed({});
        out.imported = true;
        return out;
    }
    ExchangeOutcome operator()(const exchange_wish::Failed& w) const {
        s.reading = false;
        return changed({{}, w.error.diagnostics});
    }

private:
    ExchangeOutcome changed(ExchangeOutcome out) const {
        ++s.revision;
        return out;
    }
};

}  // namespace

ExchangeOutcome update_exchange(ExchangeState& state, const ExchangeWish& wish) {
    return std::visit(ExchangeUpdate{state}, wish);
}

}  // namespace huashu::desktop
