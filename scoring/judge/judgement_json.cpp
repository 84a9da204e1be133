#include "scoring/judgement_json.hpp"

#include <array>
#include <cmath>

#include "base/utf8.hpp"

namespace huashu::scoring {
namespace {

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

void append_number(std::string& out, std::int64_t number) { out += std::to_string(number); }

/// Hundredths as a decimal: 1250 is 12.50.
void append_hundredths(std::string& out, int hundredths) {
    if (hundredths < 0) out += '-';
    const int size = std::abs(hundredths);
    append_number(out, size / 100);
    out += '.';
    out += static_cast<char>('0' + size / 10 % 10);
    out += static_cast<char>('0' + size % 10);
}

void append_key(std::string& out, std::string_view key) {
    if (out.back() != '{') out += ',';
    out.append("\"").append(key).append("\":");
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
    append_key(out, key);
    append_json_string(out, text);
}

void append_span(std::string& out, ByteSpan span) {
    append_key(out, "begin");
    append_number(out, span.begin);
    append_key(out, "end");
    append_number(out, span.end);
}

void append_strings(std::string& out, std::string_view key, const std::vector<std::string>& strings) {
    append_key(out, key);
    out += '[';
    for (const std::string& each : strings) {
        if (out.back() != '[') out += ',';
        append_json_string(out, each);
    }
    out += ']';
}

void append_item(std::string& out, const Finding& finding) {
    append_member(out, "rule", finding.rule);
    if (finding.family) append_member(out, "family", name_of(*finding.family));
    append_member(out, "severity", name_of(finding.severity));
    append_span(out, finding.span);
    append_member(out, "quote", finding.quote);
    append_member(out, "reason", finding.reason);
    append_member(out, "instead", finding.instead);
    append_member(out, "source", finding.source);
    if (!finding.by_model) return;  // what patterns find has the keys of the interface and no more
    append_member(out, "by", "model");
    append_key(out, "confidence");
    append_hundredths(out, static_cast<int>(std::lround(finding.confidence * 100)));
    append_strings(out, "evidence", finding.evidence);
}

void append_item(std::string& out, const EarnedAct& act) {
    append_member(out, "act", name_of(act.act));
    append_span(out, act.span);
    append_member(out, "by", act.by == EarnedAct::By::pattern ? "pattern" : "model");
    append_key(out, "confidence");
    append_hundredths(out, static_cast<int>(std::lround(act.confidence * 100)));
    append_member(out, "source", act.source);
}

void append_item(std::string& out, const LedgerLine& line) {
    append_member(out, "kind", name_of(line.kind));
    append_member(out, "rule", line.rule);
    append_member(out, "dimension", name_of(line.dimension));
    append_key(out, "points");
    append_hundredths(out, line.centipoints);
    append_key(out, "possible");
    append_hundredths(out, line.possible_centipoints);
    append_span(out, line.span);
    append_member(out, "reason", line.reason);
    append_member(out, "source", line.source);
}

template <class Items>
void append_list(std::string& out, std::string_view key, const Items& items) {
    append_key(out, key);
    out += '[';
    for (const auto& item : items) {
        if (out.back() != '[') out += ',';
        out += '{';
        append_item(out, item);
        out += '}';
    }
    out += ']';
}

/// The acts that would have met what is missing, each once, in the order of the ids.
void append_missing(std::string& out, const std::vector<MissingAct>& missing) {
    ActSet acts;
    for (const MissingAct& one : missing)
        for (const Act act : one.acts) acts.set(static_cast<std::size_t>(act));
    append_key(out, "missing");
    out += '[';
    for (std::size_t i = 0; i < act_count; ++i) {
        if (!acts[i]) continue;
        if (out.back() != '[') out += ',';
        append_json_string(out, name_of(static_cast<Act>(i)));
    }
    out += ']';
}

}  // namespace

std::string_view name_of(LedgerLine::Kind kind) {
    constexpr std::array<std::string_view, 6> names{"earned", "missed", "finding", "shared", "floor", "cap"};
    return names[static_cast<std::size_t>(kind)];
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain = 0;  // bytes before it are written
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80) {
            const DecodedChar c = decode_utf8(text, at);
            if (!c.valid) {
                out.append(text, plain, at - plain);
                append_utf8(out, replacement_character);
                plain = at + c.size;
            }
            at += c.size;
            continue;
        }
        if (byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F) {
            out.append(text, plain, at - plain);
            append_escaped(out, text[at]);
            plain = at + 1;
        }
        ++at;
    }
    out.append(text, plain);
    out += '"';
}

void append_json(std::string& out, const Judgement& judgement, std::string_view id,
                 const JudgementJsonOptions& options) {
    out += '{';
    if (!id.empty()) {
        append_key(out, "id");
        out += id;
    }
    append_key(out, "score");
    append_number(out, judgement.score);
    append_list(out, "findings", judgement.findings);
    append_list(out, "acts", judgement.acts);
    append_missing(out, judgement.missing);
    if (options.advice) append_list(out, "advice", judgement.advice);
    if (options.ledger) append_list(out, "ledger", judgement.ledger);
    out += '}';
}

}  // namespace huashu::scoring
