#include "assess/sitting_json.hpp"

#include <algorithm>

#include "assess/result_fields.hpp"
#include "scoring/json_fault.hpp"

namespace huashu::assess {
namespace {

// The order of the variant's alternatives.
constexpr std::array<std::string_view, 10> event_kinds{
    "sitting.begun",   "sitting.opened", "sitting.answered", "sitting.focus-lost", "sitting.focus-back",
    "sitting.resumed", "sitting.closed", "sitting.sealed",   "sitting.set-aside",  "sitting.recorded"};

}  // namespace

template <class Io>
void fields(Io& io, SetItem& item) {
    io("scenario", item.scenario_id);
    io("title", item.title);
    io("hash", item.scenario_hash);
    io("seed", item.seed);
    io("replies", item.replies);
    io("weight", item.weight);
    io("minutes", item.minutes);
    io("difficulty", item.difficulty_centi);
}

namespace event {

inline std::span<const std::string_view> names_of(Closed::Why) {
    static constexpr std::array<std::string_view, 2> names{"ended", "out-of-time"};
    return names;
}
template <class Io>
void fields(Io& io, Begun& e) {
    io("sitting", e.sitting_id);
    io("person_id", e.person_id);
    io("person", e.person);
    io("blueprint", e.blueprint_id);
    io("title", e.blueprint_title);
    io("blueprint_hash", e.blueprint_hash);
    io("packs_hash", e.packs_hash);
    io("program", e.program);
    io("draw_seed", e.draw_seed);
    io("form", e.form);
    io("attempt", e.attempt);
    io("minutes", e.minutes);
    io("reply_clock", e.reply_clock);
    io("marking", e.marking);
    io("items", e.items);
}
template <class Io>
void fields(Io& io, Opened& e) {
    io("item", e.item);
}
template <class Io>
void fields(Io& io, Answered& e) {
    io("item", e.item);
    io("turn", e.turn);
    io("input", e.input);
    io("pasted", e.pasted);
}
template <class Io>
void fields(Io&, FocusLost&) {}
template <class Io>
void fields(Io&, FocusBack&) {}
template <class Io>
void fields(Io&, Resumed&) {}
template <class Io>
void fields(Io& io, Closed& e) {
    io("item", e.item);
    io("why", e.why);
}
template <class Io>
void fields(Io& io, Sealed& e) {
    io("result", e.result);
}
template <class Io>
void fields(Io& io, SetAside& e) {
    io("by", e.by);
    io("reason", e.reason);
}

template <class Io>
void fields(Io& io, Recorded& e) {
    io("item", e.item);
    io("form", e.form);
}

}  // namespace event

namespace {

template <std::size_t I = 0>
void read_alternative(std::size_t index, const codec::Json& json, Event& out) {
    if constexpr (I < std::variant_size_v<decltype(Event::what)>) {
        if (index != I) return read_alternative<I + 1>(index, json, out);
        codec::Reader::decode(json, out.what.template emplace<I>());
    }
}

tl::unexpected<Error> unreadable_event(std::string text) {
    return fail(Error::Cause::content, {.code = "event-unreadable",
                                        .text = "an event of a sitting can't be read: " + std::move(text),
                                        .remedy = "it may be of a newer version of the program; huashu verify says "
                                                  "whether records were changed",
                                        .place = {},
                                        .excerpt = {}});
}

}  // namespace

std::string kind_of(const Event& event) { return std::string(event_kinds[event.what.index()]); }

std::string to_json(const Event& event) {
    codec::Json json = codec::Json::object();
    json["v"] = sitting_version;
    json["at_ms"] = event.at_ms;
    std::visit([&](const auto& what) { json.update(codec::Writer::encode(what)); }, event.what);
    return json.dump(-1, ' ', false, codec::Json::error_handler_t::replace);
}

Result<Event> event_from_json(std::string_view kind, std::string_view body) {
    const auto found = std::find(event_kinds.begin(), event_kinds.end(), kind);
    if (found == event_kinds.end()) return unreadable_event("there is no kind '" + std::string(kind) + "'");
    try {
        const codec::Json json = codec::Json::parse(body);
        if (json.at("v").get<int>() > sitting_version) return unreadable_event("it is of a newer version");
        Event out;
        codec::Reader::decode(json.at("at_ms"), out.at_ms);
        read_alternative(static_cast<std::size_t>(found - event_kinds.begin()), json, out);
        return out;
    } catch (const std::exception& problem) {
        return unreadable_event(scoring::json_fault(problem));
    }
}

}  // namespace huashu::assess
