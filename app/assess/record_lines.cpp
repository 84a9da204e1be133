#include "assess/record_lines.hpp"

#include <algorithm>
#include <array>

namespace huashu::assess {
namespace {

using scenarios::RecordLine;
using scoring::LedgerLine;

constexpr int whole_centi = 10'000;

// Content, in the language of the trade; the script is the reader's.
constexpr std::array<const char*, 6> parts_of_record{"類別", "緊急程度", "責任部門", "情況", "承諾", "分寸"};
constexpr std::array<const char*, 13> verdicts_of_record{"對",
                                                         "不對",
                                                         "沒有填",
                                                         "差一點",
                                                         "說過，沒有記下來",
                                                         "談話裡沒有問到",
                                                         "沒有人說過",
                                                         "並沒有這樣承諾",
                                                         "沒有記下時間",
                                                         "時間和說的不同",
                                                         "照記了，但承諾本身沒有時間",
                                                         "寫了不該寫的資料",
                                                         "有評斷業主的話"};

int of_share(int centi, int percent) { return (centi * percent + (centi < 0 ? -50 : 50)) / 100; }

LedgerLine ledger_line(const RecordLine& from, int percent) {
    LedgerLine out;
    out.kind = from.centipoints < 0   ? LedgerLine::Kind::finding
               : from.centipoints > 0 ? LedgerLine::Kind::earned
                                      : LedgerLine::Kind::missed;
    out.rule = "record." + std::string(name_of(from.part));
    out.dimension = scoring::Dimension::timing;  // §6: recording and following up
    out.centipoints = of_share(from.centipoints, percent);
    out.possible_centipoints = of_share(from.possible_centipoints, percent);
    out.reason = std::string("工單：") + parts_of_record.at(static_cast<std::size_t>(from.part));
    if (const auto verdict = static_cast<std::size_t>(from.verdict); verdict < verdicts_of_record.size())
        out.reason += std::string("，") + verdicts_of_record[verdict];
    if (!from.item.empty()) out.reason += "（" + from.item + "）";
    out.source = from.source;
    out.turn = from.turn;
    return out;
}

LedgerLine share_line(int percent) {
    LedgerLine out;
    out.kind = LedgerLine::Kind::shared;
    out.rule = share_rule;
    out.reason = "對話占 " + std::to_string(100 - percent) + "%，工單占 " + std::to_string(percent) + "%";
    out.source = "§6.1";
    out.turn = -1;
    return out;
}

std::vector<LedgerLine>::iterator share_in(std::vector<LedgerLine>& lines) {
    return std::find_if(lines.begin(), lines.end(), [](const LedgerLine& l) { return l.rule == share_rule; });
}

template <class Lines>
int sum_of(Lines begin, Lines end, bool with_bounds) {
    int sum = 0;
    for (; begin != end; ++begin) {
        const bool is_bound = begin->kind == LedgerLine::Kind::floor || begin->kind == LedgerLine::Kind::cap;
        if (with_bounds || !is_bound) sum += begin->centipoints;
    }
    return sum;
}

// The share squares whatever the talk's lines come to with what the talk is worth; the score follows.
int settle(std::vector<LedgerLine>& lines, int percent, int talk_cap_centi) {
    const auto share = share_in(lines);
    const int talk = std::clamp(sum_of(lines.begin(), share, false), 0, talk_cap_centi);
    const int record = std::clamp(sum_of(share + 1, lines.end(), true), 0, of_share(whole_centi, percent));
    const int talk_share = of_share(talk, 100 - percent);
    share->centipoints = talk_share - sum_of(lines.begin(), share, true);
    return (talk_share + record + 50) / 100;
}

int cap_of_talk(std::vector<LedgerLine> lines) {
    lines.erase(share_in(lines), lines.end());
    const int cap = cap_of(lines);
    return cap < 0 ? whole_centi : cap;
}

// Below nothing, or by a hundredth beyond its share: a line of its own squares it.
void square_record(std::vector<LedgerLine>& lines, int percent) {
    const auto share = share_in(lines);
    const int sum = sum_of(share + 1, lines.end(), true);
    const int wanted = std::clamp(sum, 0, of_share(whole_centi, percent));
    if (wanted == sum) return;
    LedgerLine square;
    square.kind = wanted > sum ? LedgerLine::Kind::floor : LedgerLine::Kind::cap;
    square.rule = share_rule + std::string(".bound");
    square.centipoints = wanted - sum;
    square.turn = -1;
    lines.push_back(std::move(square));
}

}  // namespace

void count_record(ItemResult& item, const scenarios::Session& talk, const std::optional<scenarios::RecordForm>& form,
                  int percent, const scoring::Engine& engine) {
    if (percent <= 0 || !scenarios::has_record(talk.scenario())) return;
    const int cap = cap_of(item.ledger);
    item.record_percent = percent;
    item.ledger.push_back(share_line(percent));
    if (form) {
        for (const RecordLine& line : scenarios::score_record(talk, *form, engine).lines)
            if (line.verdict != RecordLine::Verdict::floor) item.ledger.push_back(ledger_line(line, percent));
    } else {
        LedgerLine nothing = share_line(percent);
        nothing.kind = LedgerLine::Kind::missed;
        nothing.rule = "record.none";
        nothing.dimension = scoring::Dimension::timing;
        nothing.possible_centipoints = of_share(whole_centi, percent);
        nothing.reason = "工單：沒有交";
        item.ledger.push_back(std::move(nothing));
    }
    square_record(item.ledger, percent);
    item.score = settle(item.ledger, percent, cap < 0 ? whole_centi : cap);
}

int settle_shares(std::vector<LedgerLine>& lines, const ItemResult& item, bool critical) {
    std::erase_if(lines, [](const LedgerLine& l) { return l.rule == std::string(share_rule) + ".bound"; });
    const int cap = critical ? cap_of_talk(item.ledger) : whole_centi;
    square_record(lines, item.record_percent);
    return settle(lines, item.record_percent, cap);
}

}  // namespace huashu::assess
