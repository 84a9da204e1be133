#include "reports/tables.hpp"

#include <array>
#include <cmath>
#include <ctime>

namespace huashu::app {
namespace {

constexpr std::array<std::string_view, table_count> table_names{"attempts", "replies", "ledger", "sittings"};

std::string kind_of_input(scenarios::Input::Kind kind, const desktop::Speech& speech) {
    using Kind = scenarios::Input::Kind;
    return speech.words(kind == Kind::choice  ? "cli.report.choice"
                        : kind == Kind::typed ? "cli.report.typed"
                                              : "cli.report.silence");
}

std::string result_word(const AttemptFacts& a, const desktop::Speech& speech) {
    return speech.words(a.has_critical ? "desktop.result.critical"
                        : a.passed()   ? "desktop.result.passed"
                                       : "desktop.result.failed");
}

std::string quality_of(const TurnFacts& turn, const desktop::Speech& speech) {
    for (const scenarios::Choice& c : turn.offered)
        if (turn.kind == scenarios::Input::Kind::choice && c.id == turn.choice)
            return speech.words.name("name.quality.", scenarios::name_of(c.quality));
    return {};
}

std::string with_semicolons(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& w : words) out += (out.empty() ? "" : "; ") + w;
    return out;
}

std::string findings_text(const TurnFacts& turn, const desktop::Speech& speech) {
    std::vector<std::string> out;
    for (const scoring::Finding& f : turn.findings) {
        const std::string label = f.family ? speech.words.name("name.family.", name_of(*f.family)) : f.rule;
        out.push_back(f.quote.empty() ? label : label + "「" + f.quote + "」");
    }
    return with_semicolons(out);
}

std::string acts_done(const TurnFacts& turn, const desktop::Speech& speech) {
    std::vector<std::string> out;
    for (const scoring::EarnedAct& act : turn.acts) out.push_back(speech.words.name("name.act.", name_of(act.act)));
    return with_semicolons(out);
}

double as_number(int value) { return value; }

class TableMaker {
public:
    TableMaker(const TableSource& source, const desktop::Speech& speech)
        : attempts_(source.attempts), sittings_(source.sittings), speech_(speech) {}

    Table make(TableKind kind) {
        table_.name = speech_.words.name("cli.report.table.", name_of(kind));
        switch (kind) {
            case TableKind::attempts:
                attempts();
                break;
            case TableKind::replies:
                replies();
                break;
            case TableKind::ledger:
                ledger();
                break;
            case TableKind::sittings:
                sittings();
                break;
        }
        return std::move(table_);
    }

private:
    void column(std::string_view id, int width) {
        table_.columns.push_back({speech_.words.name("cli.report.column.", id), width});
    }
    void person_columns() {
        column("person", 14);
        column("scenario", 26);
        column("ended", 18);
    }
    [[nodiscard]] std::vector<Cell> person_cells(const AttemptFacts& a) const {
        return {a.person, speech_.content(a.title), Moment{a.ended_ms}};
    }
    void add(std::vector<Cell> row, std::vector<Cell> more) {
        for (Cell& cell : more) row.push_back(std::move(cell));
        table_.rows.push_back(std::move(row));
    }

    void attempts() {
        person_columns();
        for (const auto& [id, width] : {std::pair{"kind", 14},
                                        {"difficulty", 8},
                                        {"score", 8},
                                        {"pass_mark", 8},
                                        {"result", 12},
                                        {"rank", 10},
                                        {"turns", 8},
                                        {"hint_points", 10},
                                        {"first", 8},
                                        {"rewound", 8},
                                        {"record_score", 10},
                                        {"basis", 18},
                                        {"started", 18},
                                        {"blueprint", 26},
                                        {"machine", 10},
                                        {"sitting_id", 38},
                                        {"attempt_id", 38}})
            column(id, width);
        constexpr std::array<std::string_view, 3> basis{"same", "changed", "not_played"};
        for (const AttemptFacts& a : attempts_)
            add(person_cells(a),
                {a.kind.empty() ? Cell{} : Cell{a.kind + " " + speech_.words.name("name.kind.", a.kind)},
                 a.difficulty == 0 ? Cell{} : Cell{as_number(a.difficulty)}, as_number(a.score), as_number(a.pass_mark),
                 result_word(a, speech_), a.rank.empty() ? std::string() : speech_.words.name("name.rank.", a.rank),
                 static_cast<double>(a.turns.size()), as_number(a.hint_points), yes_no(a.first), yes_no(a.rewound),
                 a.record_score ? Cell{as_number(*a.record_score)} : Cell{},
                 speech_.words.name("cli.report.basis.", basis[static_cast<std::size_t>(a.basis)]),
                 Moment{a.started_ms}, a.sitting ? Cell{speech_.content(a.sitting->blueprint)} : Cell{},
                 a.sitting ? Cell{as_number(a.sitting->machine)} : Cell{},
                 a.sitting ? Cell{a.sitting->sitting} : Cell{}, a.id});
    }

    void replies() {
        person_columns();
        for (const auto& [id, width] : {std::pair{"turn", 6},
                                        {"stage", 16},
                                        {"owner_line", 40},
                                        {"input", 8},
                                        {"quality", 8},
                                        {"reply", 60},
                                        {"reply_score", 8},
                                        {"findings", 40},
                                        {"acts", 30},
                                        {"anger", 8},
                                        {"trust", 8},
                                        {"patience", 8},
                                        {"attempt_id", 38}})
            column(id, width);
        for (const AttemptFacts& a : attempts_)
            for (std::size_t i = 0; i < a.turns.size(); ++i) {
                const TurnFacts& t = a.turns[i];
                const bool typed = t.kind == scenarios::Input::Kind::typed;
                add(person_cells(a),
                    {static_cast<double>(i + 1), speech_.content(t.stage_title), speech_.content(t.owner),
                     kind_of_input(t.kind, speech_), quality_of(t, speech_), typed ? t.reply : speech_.content(t.reply),
                     as_number(t.score), findings_text(t, speech_), acts_done(t, speech_), as_number(t.after.anger),
                     as_number(t.after.trust), as_number(t.after.patience), a.id});
            }
    }

    void ledger() {
        person_columns();
        for (const auto& [id, width] : {std::pair{"turn", 6},
                                        {"line", 10},
                                        {"points", 8},
                                        {"machine_points", 8},
                                        {"possible", 8},
                                        {"dimension", 16},
                                        {"reason", 60},
                                        {"instead", 40},
                                        {"source", 10},
                                        {"rule", 24},
                                        {"changed_by", 14},
                                        {"why_changed", 30},
                                        {"attempt_id", 38}})
            column(id, width);
        constexpr std::array<std::string_view, 6> lines{"earned", "missed", "finding", "shared", "floor", "cap"};
        for (const AttemptFacts& a : attempts_)
            for (std::size_t i = 0; i < a.ledger.size(); ++i) {
                const scoring::LedgerLine& line = a.ledger[i];
                const ChangedLine* changed = change_of(a, i);
                add(person_cells(a),
                    {line.turn < 0 ? Cell{} : Cell{static_cast<double>(line.turn + 1)},
                     speech_.words.name("cli.report.line.", lines[static_cast<std::size_t>(line.kind)]),
                     line.centipoints / 100.0, (changed ? changed->from_centi : line.centipoints) / 100.0,
                     line.possible_centipoints == 0 ? Cell{} : Cell{line.possible_centipoints / 100.0},
                     speech_.words.name("name.dimension.", name_of(line.dimension)), speech_.content(line.reason),
                     speech_.content(line.instead), line.source, line.rule, changed ? Cell{changed->by} : Cell{},
                     changed ? Cell{changed->reason} : Cell{}, a.id});
            }
    }

    static const ChangedLine* change_of(const AttemptFacts& a, std::size_t line) {
        if (!a.sitting) return nullptr;
        for (const ChangedLine& c : a.sitting->changes)
            if (c.line == line) return &c;
        return nullptr;
    }

    void sittings() {
        for (const auto& [id, width] : {std::pair{"person", 14},
                                        {"blueprint", 26},
                                        {"began", 18},
                                        {"form", 6},
                                        {"nth", 8},
                                        {"state", 12},
                                        {"score", 8},
                                        {"machine", 10},
                                        {"pass_mark", 8},
                                        {"result", 12},
                                        {"ended", 18},
                                        {"minutes_used", 10},
                                        {"focus_losses", 10},
                                        {"pasted", 10},
                                        {"resumes", 10},
                                        {"changed_lines", 10},
                                        {"appeals", 8},
                                        {"confirmed_by", 14},
                                        {"confirmed", 18},
                                        {"sitting_id", 38}})
            column(id, width);
        for (const SittingFacts& s : sittings_)
            add({s.person, speech_.content(s.blueprint), Moment{s.begun_ms}},
                {std::string(1, static_cast<char>('A' + s.form % 26)), as_number(s.attempt),
                 speech_.words.name("cli.assess.state.", name_of(s.state)), if_sealed(s, s.score),
                 if_sealed(s, s.machine), as_number(s.pass_mark), result_of(s), Moment{s.ended_ms},
                 static_cast<double>(s.spent_ms) / 60'000.0, as_number(s.focus_losses), as_number(s.pasted_replies),
                 as_number(s.resumes), as_number(changed_lines_of(s)), static_cast<double>(s.appeals.size()),
                 s.confirmed_by.empty() ? Cell{} : Cell{s.confirmed_by},
                 s.confirmed_ms == 0 ? Cell{} : Cell{Moment{s.confirmed_ms}}, s.id});
    }

    static Cell if_sealed(const SittingFacts& s, int value) { return s.sealed() ? Cell{as_number(value)} : Cell{}; }
    [[nodiscard]] Cell result_of(const SittingFacts& s) const {
        if (!s.sealed()) return {};
        return speech_.words(s.fatal    ? "desktop.result.critical"
                             : s.passed ? "desktop.result.passed"
                                        : "desktop.result.failed");
    }
    [[nodiscard]] int changed_lines_of(const SittingFacts& s) const {
        std::size_t count = 0;
        for (const AttemptFacts& a : attempts_)
            if (a.sitting && a.sitting->sitting == s.id) count += a.sitting->changes.size();
        return static_cast<int>(count);
    }

    [[nodiscard]] Cell yes_no(bool value) const {
        return Cell{speech_.words(value ? "cli.report.yes" : "cli.report.no")};
    }

    const std::vector<AttemptFacts>& attempts_;
    const std::vector<SittingFacts>& sittings_;
    const desktop::Speech& speech_;
    Table table_;
};

bool looks_like_a_formula(std::string_view text) {
    for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "−"})
        if (text.starts_with(start)) return true;
    return false;
}

void append_field(std::string& out, std::string text) {
    std::erase(text, '\0');
    const bool quoted = text.find_first_of(",\"\r\n") != std::string::npos || text.starts_with(' ') ||
                        text.ends_with(' ') || text.starts_with('\t');
    if (!quoted) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
}

// As few decimals as are needed, at most two: points are hundredths.
std::string number_text(double value) {
    const auto hundredths = static_cast<long long>(std::llround(value * 100));
    const long long whole = std::llabs(hundredths) / 100, part = std::llabs(hundredths) % 100;
    std::string out = (hundredths < 0 ? "-" : "") + std::to_string(whole);
    if (part != 0) out += (part < 10 ? ".0" : ".") + std::to_string(part % 10 == 0 ? part / 10 : part);
    return out;
}

void append_cell(std::string& out, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
        append_field(out, looks_like_a_formula(*text) ? "'" + *text : *text);
    else if (const auto* number = std::get_if<double>(&cell))
        out += number_text(*number);
    else if (const auto* moment = std::get_if<Moment>(&cell))
        out += utc_text(moment->ms);
}

}  // namespace

std::string_view name_of(TableKind value) { return table_names[static_cast<std::size_t>(value)]; }

std::optional<TableKind> parse_table_kind(std::string_view name) {
    for (std::size_t i = 0; i < table_count; ++i)
        if (table_names[i] == name) return static_cast<TableKind>(i);
    return std::nullopt;
}

Table make_table(TableKind kind, const TableSource& source, const desktop::Speech& speech) {
    return TableMaker(source, speech).make(kind);
}

std::vector<Table> make_tables(const TableSource& source, const desktop::Speech& speech) {
    std::vector<Table> out;
    for (std::size_t i = 0; i < table_count; ++i) out.push_back(make_table(static_cast<TableKind>(i), source, speech));
    return out;
}

std::string utc_text(std::int64_t ms_since_1970) {
    const auto seconds = static_cast<std::time_t>(ms_since_1970 / 1000);
    std::tm utc{};
    char text[32] = "";
    if (gmtime_r(&seconds, &utc) != nullptr) std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &utc);
    return text;
}

std::string to_csv(const Table& table) {
    std::string out = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) out += ',';
        append_field(out, table.columns[i].heading);
    }
    out += "\r\n";
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            append_cell(out, row[i]);
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace huashu::app
