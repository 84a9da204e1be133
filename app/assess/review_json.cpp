#include "assess/review_json.hpp"

#include <algorithm>
#include <array>

#include "assess/codec.hpp"
#include "scoring/json_fault.hpp"

namespace huashu::assess {
namespace {

// The order of the variant's alternatives.
constexpr std::array<std::string_view, 4> review_kinds{"review.changed", "review.contested", "review.decided",
                                                       "review.confirmed"};

tl::unexpected<Error> unreadable_review(const std::string& text) {
    return fail(Error::Cause::content, {.code = "review-unreadable",
                                        .text = "what was added to a result can't be read: " + text,
                                        .remedy = "it may be of a newer version of the program; huashu verify says "
                                                  "whether records were changed",
                                        .place = {},
                                        .excerpt = {}});
}

template <std::size_t I = 0>
void read_review(std::size_t index, const codec::Json& json, ReviewEvent& out) {
    if constexpr (I < std::variant_size_v<decltype(ReviewEvent::what)>) {
        if (index != I) return read_review<I + 1>(index, json, out);
        codec::Reader::decode(json, out.what.template emplace<I>());
    }
}

}  // namespace

template <class Io>
void fields(Io& io, LineRef& at) {
    io("item", at.item);
    io("line", at.line);
}

namespace reviewing {

template <class Io>
void fields(Io& io, Changed& e) {
    io("at", e.at);
    io("to", e.to_centi);
    io("by", e.by);
    io("reason", e.reason);
}
template <class Io>
void fields(Io& io, Contested& e) {
    io("at", e.at);
    io("by", e.by);
    io("reason", e.reason);
}
template <class Io>
void fields(Io& io, Decided& e) {
    io("appeal", e.appeal);
    io("upheld", e.upheld);
    io("to", e.to_centi);
    io("by", e.by);
    io("reason", e.reason);
}
template <class Io>
void fields(Io& io, Confirmed& e) {
    io("by", e.by);
    io("note", e.note);
}

}  // namespace reviewing

std::string kind_of(const ReviewEvent& event) { return std::string(review_kinds[event.what.index()]); }

std::string to_json(const ReviewEvent& event) {
    codec::Json json = codec::Json::object();
    json["v"] = review_version;
    json["at_ms"] = event.at_ms;
    std::visit([&](const auto& what) { json.update(codec::Writer::encode(what)); }, event.what);
    return json.dump(-1, ' ', false, codec::Json::error_handler_t::replace);
}

Result<ReviewEvent> review_event_from_json(std::string_view kind, std::string_view body) {
    const auto found = std::find(review_kinds.begin(), review_kinds.end(), kind);
    if (found == review_kinds.end()) return unreadable_review("there is no kind '" + std::string(kind) + "'");
    try {
        const codec::Json json = codec::Json::parse(body);
        if (json.at("v").get<int>() > review_version) return unreadable_review("it is of a newer version");
        ReviewEvent out;
        codec::Reader::decode(json.at("at_ms"), out.at_ms);
        read_review(static_cast<std::size_t>(found - review_kinds.begin()), json, out);
        return out;
    } catch (const std::exception& problem) {
        return unreadable_review(scoring::json_fault(problem));
    }
}

}  // namespace huashu::assess
