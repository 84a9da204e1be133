#include "scenarios/session_json.hpp"

#include <array>
#include <charconv>

#include "run/json_codec.hpp"
#include "scoring/json_fault.hpp"

namespace huashu::scenarios::codec {

template <class T>
constexpr auto names_by_value() {  // for enums whose names live in scoring
    return [] {
        std::array<std::string_view, T::count> names{};
        for (std::size_t i = 0; i < T::count; ++i) names[i] = scoring::name_of(static_cast<typename T::type>(i));
        return names;
    }();
}

template <class E, std::size_t N>
struct Enum {
    using type = E;
    static constexpr std::size_t count = N;
};

template <>
struct Names<scoring::Act> {
    inline static const auto all = names_by_value<Enum<scoring::Act, scoring::act_count>>();
};
template <>
struct Names<scoring::Family> {
    inline static const auto all = names_by_value<Enum<scoring::Family, scoring::family_count>>();
};
template <>
struct Names<scoring::Severity> {
    inline static const auto all = names_by_value<Enum<scoring::Severity, 4>>();
};
template <>
struct Names<scoring::Dimension> {
    inline static const auto all = names_by_value<Enum<scoring::Dimension, scoring::dimension_count>>();
};
template <>
struct Names<scoring::Step> {
    inline static const auto all = names_by_value<Enum<scoring::Step, 9>>();
};
template <>
struct Names<scoring::LedgerLine::Kind> {
    static constexpr std::array<std::string_view, 6> all{"earned", "missed", "finding", "shared", "floor", "cap"};
    static_assert(static_cast<std::size_t>(scoring::LedgerLine::Kind::cap) + 1 == all.size());
};
template <>
struct Names<scoring::EarnedAct::By> {
    static constexpr std::array<std::string_view, 2> all{"pattern", "model"};
};
template <>
struct Names<Input::Kind> {
    static constexpr std::array<std::string_view, 3> all{"choice", "typed", "silence"};
};
template <>
struct Names<OwnerLine::Why> {
    static constexpr std::array<std::string_view, 7> all{"enter", "answer", "reaction", "fact",
                                                         "event", "stuck",  "ending"};
};
template <>
struct Names<Rank> {
    static constexpr std::array<std::string_view, 5> all{"best", "good", "mixed", "bad", "worst"};
};
template <>
struct Names<Memory::Sort> {
    static constexpr std::array<std::string_view, 3> all{"kept", "broken", "said"};
};
template <>
struct Names<Quality> {
    static constexpr std::array<std::string_view, 3> all{"best", "near", "bad"};
};

}  // namespace huashu::scenarios::codec

namespace huashu::scoring {

template <class Io>
void fields(Io& io, ByteSpan& span) {
    io("begin", span.begin);
    io("end", span.end);
}

template <class Io>
void fields(Io& io, Finding& f) {
    io("rule", f.rule);
    io("family", f.family);
    io("severity", f.severity);
    io("dimension", f.dimension);
    io("span", f.span);
    io("quote", f.quote);
    io("reason", f.reason);
    io("instead", f.instead);
    io("source", f.source);
    io("revealed_by", f.revealed_by);
    io("points", f.points);
    io("paid_by", f.paid_by);
}

template <class Io>
void fields(Io& io, EarnedAct& a) {
    io("act", a.act);
    io("span", a.span);
    io("by", a.by);
    io("confidence", a.confidence);
    io("rule", a.rule);
    io("source", a.source);
    io("reason", a.reason);
    io("evidence", a.evidence);
}

template <class Io>
void fields(Io& io, MissingAct& m) {
    io("rule", m.rule);
    io("acts", m.acts);
    io("reason", m.reason);
    io("instead", m.instead);
    io("source", m.source);
}

template <class Io>
void fields(Io& io, LedgerLine& line) {
    io("kind", line.kind);
    io("rule", line.rule);
    io("dimension", line.dimension);
    io("centipoints", line.centipoints);
    io("possible_centipoints", line.possible_centipoints);
    io("span", line.span);
    io("reason", line.reason);
    io("instead", line.instead);
    io("source", line.source);
    io("turn", line.turn);
}

template <class Io>
void fields(Io& io, Judgement& j) {
    io("score", j.score);
    io("findings", j.findings);
    io("advice", j.advice);
    io("acts", j.acts);
    io("missing", j.missing);
    io("ledger", j.ledger);
    io("empty", j.empty);
}

template <class Io>
void fields(Io& io, SharedJudgement& shared) {
    if constexpr (Io::writes) {
        fields(io, const_cast<Judgement&>(*shared));  // writing reads only
    } else {
        Judgement judgement;
        fields(io, judgement);
        shared = std::move(judgement);
    }
}

}  // namespace huashu::scoring

namespace huashu::scenarios {

template <class Io>
void fields(Io& io, Input& input) {
    io("kind", input.kind);
    io("value", input.value);
}

template <class Io>
void fields(Io& io, History& history) {
    io("kept", history.kept);
    io("broken", history.broken);
    io("said", history.said);
    io("last", history.last);
}

template <class Io>
void fields(Io& io, Memory& memory) {
    io("id", memory.id);
    io("sort", memory.sort);
    io("note", memory.note);
}

template <class Io>
void fields(Io& io, Mood& mood) {
    io("anger", mood.anger);
    io("trust", mood.trust);
    io("patience", mood.patience);
}

template <class Io>
void fields(Io& io, MoodChange& change) {
    io("cause", change.cause);
    io("anger", change.anger);
    io("trust", change.trust);
    io("patience", change.patience);
}

template <class Io>
void fields(Io& io, OwnerLine& line) {
    io("why", line.why);
    io("text", line.text);
    io("from", line.from);
}

template <class Io>
void fields(Io& io, Turn& turn) {
    io("input", turn.input);
    io("text", turn.text);
    io("stage", turn.stage);
    io("step", turn.step);
    io("judgement", turn.judgement);
    io("quality", turn.quality);
    io("model_reply", turn.model_reply);
    io("before", turn.before);
    io("after", turn.after);
    io("changes", turn.changes);
    io("told", turn.told);
    io("owner", turn.owner);
}

namespace {

/// SavedSession as it is written: the seed in digits.
struct Written {
    std::string seed;
    SavedSession rest;
};

struct WrittenMemories {
    std::vector<Memory> memories;
};

template <class Io>
void fields(Io& io, WrittenMemories& written) {
    io("memories", written.memories);
}

template <class Io>
void fields(Io& io, Written& saved) {
    io("scenario", saved.rest.scenario_id);
    io("scenario_hash", saved.rest.scenario_hash);
    io("packs_hash", saved.rest.packs_hash);
    io("seed", saved.seed);
    io("inputs", saved.rest.inputs);
    io("history", saved.rest.history);
}

constexpr int json_version = 2;

// Version 1 knew no households, wrote a shared line of a ledger as "floor" and left out who paid for a finding.
void mend_turn_of_version_1(codec::Json& turn) {
    for (const char* findings : {"findings", "advice"})
        for (codec::Json& finding : turn.at("judgement").at(findings)) finding["paid_by"] = "";
    for (codec::Json& line : turn.at("judgement").at("ledger"))
        if (line.at("kind") == "floor" && line.at("centipoints") == 0) line["kind"] = "shared";
}

void migrate(codec::Json& json, int version) {
    if (version == 1 && json.contains("judgement")) mend_turn_of_version_1(json);
    if (version == 1 && json.contains("inputs"))
        json["history"] = {{"kept", codec::Json::array()},
                           {"broken", codec::Json::array()},
                           {"said", codec::Json::array()},
                           {"last", nullptr}};
}

template <class T>
std::string write(const T& value) {
    std::string out = "{";
    codec::Writer writer(out);
    writer("version", json_version);
    fields(writer, const_cast<T&>(value));  // writing reads only
    return out += '}';
}

tl::unexpected<Error> unreadable(std::string text) {
    Diagnostic problem;
    problem.code = "unreadable-json";
    problem.text = std::move(text);
    problem.remedy = "take a copy that this program wrote";
    return fail(Error::Cause::content, std::move(problem));
}

template <class T>
Result<T> read(std::string_view text) {
    try {
        codec::Json json = codec::Json::parse(text);
        const int version = json.at("version").get<int>();
        if (version < 1 || version > json_version)
            return unreadable("version " + std::to_string(version) + " is unknown here");
        migrate(json, version);
        T value;
        codec::Reader::decode(json, value);
        return value;
    } catch (const codec::Json::exception& error) {
        return unreadable(scoring::json_fault(error));
    }
}

}  // namespace

std::string to_json(const SavedSession& saved) { return write(Written{std::to_string(saved.seed), saved}); }
std::string to_json(const Turn& turn) { return write(turn); }
std::string to_json(const History& history) { return write(history); }
std::string to_json(const std::vector<Memory>& memories) { return write(WrittenMemories{memories}); }
Result<Turn> turn_from_json(std::string_view json) { return read<Turn>(json); }
Result<History> history_from_json(std::string_view json) { return read<History>(json); }

Result<std::vector<Memory>> memories_from_json(std::string_view json) {
    Result<WrittenMemories> written = read<WrittenMemories>(json);
    if (!written) return tl::unexpected(written.error());
    return std::move(written->memories);
}

Result<SavedSession> saved_session_from_json(std::string_view json) {
    Result<Written> written = read<Written>(json);
    if (!written) return tl::unexpected(written.error());
    const std::string& seed = written->seed;
    const auto [end, failed] = std::from_chars(seed.data(), seed.data() + seed.size(), written->rest.seed);
    if (failed != std::errc() || end != seed.data() + seed.size()) return unreadable("the seed is no number");
    return std::move(written->rest);
}

}  // namespace huashu::scenarios
