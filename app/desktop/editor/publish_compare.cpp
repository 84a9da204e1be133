#include "desktop/editor/publish_compare.hpp"

#include <chrono>
#include <nlohmann/json.hpp>

#include "author/document.hpp"
#include "author/rule_pack.hpp"
#include "scoring/json.hpp"

namespace huashu::desktop {
namespace {

// A window has less patience, and less room, than the command line.
constexpr std::size_t most_compared_states = 400'000;

template <class T>
bool has_come(const std::future<T>& future) {
    return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

Result<app::ScenarioSide> scenario_side(const std::string& file, const std::string& personas) {
    auto text = read_text_file(file);
    if (!text) return tl::unexpected(text.error());
    return app::make_scenario_side(file, std::move(*text), personas);
}

Result<app::Tree> tree_of_scenario(const app::ScenarioSide& side) {
    const auto document = app::Draft::read(side.file, side.text);
    if (!document) return tl::unexpected(document.error());
    return document->root();
}

// A pack is one tree of its files; the parts of a file go by their ids, as those of a scenario do.
Result<app::ContentJson> pack_document(const app::Tree& pack) {
    return app::parse_scenario_text("pack", app::document_text(pack));
}

Result<void> compare_packs(const ComparedSides& sides, PublishComparison& out) {
    auto before = app::read_rule_pack(sides.before);
    if (!before) return tl::unexpected(before.error());
    auto after = app::read_rule_pack(sides.after);
    if (!after) return tl::unexpected(after.error());
    const auto old_document = pack_document(*before), new_document = pack_document(*after);
    if (!old_document) return tl::unexpected(old_document.error());
    if (!new_document) return tl::unexpected(new_document.error());
    out.changes = app::diff_content(*old_document, *new_document);
    out.before = std::move(*before);
    out.after = std::move(*after);
    return {};
}

}  // namespace

Result<PublishCompare::Read> PublishCompare::read(const ComparedSides& sides, const std::string& personas) {
    Read read;
    read.comparison.from = sides.from;
    read.comparison.to = sides.to;
    if (sides.is_pack) {
        if (auto compared = compare_packs(sides, read.comparison); !compared) return tl::unexpected(compared.error());
        return read;
    }
    auto before = scenario_side(sides.before, personas);
    if (!before) return tl::unexpected(before.error());
    auto after = scenario_side(sides.after, personas);
    if (!after) return tl::unexpected(after.error());
    auto old_tree = tree_of_scenario(*before);
    if (!old_tree) return tl::unexpected(old_tree.error());
    auto new_tree = tree_of_scenario(*after);
    if (!new_tree) return tl::unexpected(new_tree.error());
    read.comparison.changes = app::diff_content(*before->document, *after->document);
    read.comparison.before = std::move(*old_tree);
    read.comparison.after = std::move(*new_tree);
    read.scenarios.emplace(std::move(*before), std::move(*after));
    return read;
}

void PublishCompare::begin(ComparedSides sides) {
    stop();
    stop_ = false;
    reading_ = std::async(std::launch::async,
                          [sides = std::move(sides), personas = personas_] { return read(sides, personas); });
}

PublishWishes PublishCompare::take() {
    if (has_come(reading_)) {
        Result<Read> read = reading_.get();
        if (!read) return {publish_wish::Failed{read.error()}, publish_wish::ComparingEnded{}};
        const bool goes_on = read->scenarios && !read->comparison.changes.empty();
        if (goes_on)
            reckoning_ = std::async(std::launch::async, [this, both = std::move(*read->scenarios)] {
                return app::consequences_of(
                    both.first, both.second, *content_.engine,
                    scenarios::AnalysisLimits{.most_states = most_compared_states, .stop = &stop_});
            });
        PublishWishes out{publish_wish::Compared{std::move(read->comparison)}};
        if (!goes_on) out.push_back(publish_wish::ComparingEnded{});
        return out;
    }
    if (has_come(reckoning_)) return {publish_wish::Reckoned{reckoning_.get()}, publish_wish::ComparingEnded{}};
    if (!reading_.valid() && !reckoning_.valid()) return {publish_wish::ComparingEnded{}};
    return {};
}

void PublishCompare::stop() {
    stop_ = true;
    if (reading_.valid()) (void)reading_.get();
    if (reckoning_.valid()) (void)reckoning_.get();
}

void PublishCompare::wait() const {
    if (reading_.valid()) reading_.wait();
    if (reckoning_.valid()) reckoning_.wait();
}

}  // namespace huashu::desktop
