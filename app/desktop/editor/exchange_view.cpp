#include "desktop/editor/exchange_view.hpp"

#include <filesystem>

#include "desktop/views/problem_words.hpp"
#include "desktop/views/text_search.hpp"

namespace huashu::desktop {
namespace {

std::string size_words(std::size_t bytes, const Speech& speech) {
    if (bytes < 1024) return speech.words("desktop.exchange.bytes", {{"count", std::to_string(bytes)}});
    return speech.words("desktop.exchange.kilobytes", {{"count", std::to_string((bytes + 512) / 1024)}});
}

std::string kind_words(app::BundleKind kind, const Speech& speech) {
    return speech.words.name("cli.author.bundle.kinds.", name_of(kind));
}

void add_offers(ExchangeView& view, const ExchangeState& state, const std::string& search, const Speech& speech) {
    const TextSearch wanted(search);
    for (std::size_t i = 0; i < state.offers.size(); ++i) {
        const app::BundleOffer& offer = state.offers[i].offer;
        if (!wanted.empty() && !wanted.finds(offer.title + "\n" + offer.id)) continue;
        view.offers.push_back({i, speech.content(offer.title),
                               kind_words(offer.kind, speech) + " · " + offer.id + " · " +
                                   speech.words.name("desktop.exchange.from.", name_of(offer.from)),
                               state.offers[i].chosen, offer.from != app::BundleOffer::From::shipped});
    }
    for (const ExchangeOffer& each : state.offers)
        if (each.chosen && view.proposed_name.empty()) view.proposed_name = each.offer.id;
}

void add_manifest(ExchangeView& view, const ExchangeState& state, const Speech& speech) {
    std::size_t bytes = 0;
    for (const ManifestLine& line : state.manifest) {
        bytes += line.bytes;
        view.manifest.push_back(line.path + "　" + size_words(line.bytes, speech) + "　" + line.hash.substr(0, 12));
    }
    if (!state.manifest.empty())
        view.summary = speech.words("desktop.exchange.summary", {{"files", std::to_string(state.manifest.size())},
                                                                 {"size", size_words(bytes, speech)}});
    if (!state.packed.empty()) view.packed = speech.words("desktop.exchange.packed", {{"file", state.packed}});
}

void add_incoming(ExchangeView& view, const ExchangeBundle& read, const Speech& speech) {
    view.bundle_title = speech.words("desktop.exchange.from_whom",
                                     {{"file", std::filesystem::path(read.file).filename().string()},
                                      {"title", read.bundle->title.empty() ? "–" : speech.content(read.bundle->title)},
                                      {"made_with", read.bundle->made_with}});
    std::size_t conflicts = 0;
    for (const ExchangeItem& each : read.items) {
        const app::ImportItem& item = each.item;
        IncomingRow row{speech.content(item.title.empty() ? item.id : item.title),
                        kind_words(item.kind, speech) + " · " + item.id,
                        speech.words.name("desktop.exchange.state.", name_of(item.state)),
                        {},
                        item.state,
                        each.take};
        if (item.files > 1)
            row.about += " · " + speech.words("desktop.exchange.files", {{"count", std::to_string(item.files)}});
        row.about += " · " + size_words(item.bytes, speech);
        if (item.state == app::ImportState::conflict) {
            ++conflicts;
            row.present = speech.words("desktop.exchange.present", {{"file", item.present}});
        }
        if (each.take && item.state != app::ImportState::same) ++view.to_take;
        view.incoming.push_back(std::move(row));
    }
    view.choices = speech.words(conflicts > 0 ? "desktop.exchange.conflicts" : "desktop.exchange.no_conflicts",
                                {{"count", std::to_string(conflicts)}});
}

}  // namespace

ExchangeView make_exchange_view(const ExchangeState& state, const std::string& search, const Speech& speech) {
    ExchangeView view;
    add_offers(view, state, search, speech);
    add_manifest(view, state, speech);
    for (const Diagnostic& why : state.refused) {
        view.refused.push_back(problem_words(why.code, why.text, speech));
        if (!why.remedy.empty()) view.refused.push_back(remedy_words(why.code, why.remedy, speech));
    }
    if (state.bundle) add_incoming(view, *state.bundle, speech);
    if (state.done) {
        view.done.push_back(speech.words("desktop.exchange.done", {{"taken", std::to_string(state.done->taken)},
                                                                   {"left", std::to_string(state.done->left)}}));
        for (const std::string& file : state.done->kept)
            view.done.push_back(speech.words("desktop.exchange.kept", {{"file", file}}));
    }
    return view;
}

}  // namespace huashu::desktop
