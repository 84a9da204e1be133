#include "integrity/chain_walk.hpp"
#include "records/hashing.hpp"

namespace huashu::app {
namespace {

using ProblemKind = ChainProblem::Kind;

constexpr std::int64_t steps_between_looks = 256;

const char* const order_of_events =
    "SELECT e.local, e.hash, e.link, coalesce(a.id, ''), coalesce(a.scenario_id, '') FROM event e "
    "LEFT JOIN attempt a ON a.local = e.attempt ORDER BY e.local";
const char* const order_of_documents = "SELECT local, hash, link, id, kind FROM document ORDER BY local";

std::string span(std::int64_t first, std::int64_t last) {
    return std::to_string(first) + (last > first ? " to " + std::to_string(last) : "");
}

Result<void> compare_end(const Database& database, Verification& found, const std::string& table, const ChainEnd& end) {
    auto chain = database.prepare("SELECT count, head, untied FROM chain WHERE name = ?");
    if (!chain) return tl::unexpected(chain.error());
    const auto row = chain->bind(1, table).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) {
        found.problems.push_back(
            {ProblemKind::removed, {}, {}, 0, "the end of the chain of " + table + "s is missing"});
        return {};
    }
    found.untied += chain->integer(2);
    const std::int64_t count = chain->integer(0);
    if (end.count < count)
        found.problems.push_back(
            {ProblemKind::cut_off,
             {},
             {},
             0,
             "the last " + table + "s written to the file are missing: " + std::to_string(count - end.count)});
    else if (end.count > count)
        found.problems.push_back({ProblemKind::misplaced,
                                  {},
                                  {},
                                  0,
                                  table + "s were put in at the end: " + std::to_string(end.count - count)});
    else if (end.link != chain->text(1))
        found.problems.push_back(
            {ProblemKind::changed, {}, {}, 0, "the end of the chain of " + table + "s was changed"});
    return {};
}

}  // namespace

Result<ChainEnd> walk_order(const Database& database, Verification& found, const std::string& table, Watch* watch) {
    auto row = database.prepare(table == "event" ? order_of_events : order_of_documents);
    if (!row) return tl::unexpected(row.error());
    ChainEnd end{0, std::string(digest_size, '\0')};
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        const std::int64_t local = row->integer(0);
        const bool is_after_gap = local != end.count + 1;
        if (is_after_gap)
            found.problems.push_back({ProblemKind::removed,
                                      {},
                                      {},
                                      0,
                                      table + " " + span(end.count + 1, local - 1) + " of the file is missing"});
        else if (next_link(end.link, row->text(1)) != row->text(2))
            found.problems.push_back({ProblemKind::misplaced, row->text(3), row->text(4), 0,
                                      table + " " + std::to_string(local) +
                                          " of the file does not follow the one before it: changed, put in or moved"});
        end = {local, row->text(2)};
        if (end.count % steps_between_looks != 0 || watch == nullptr) continue;
        if (watch->stop) return stopped();
        if (table == "event") step(watch, steps_between_looks);
    }
    if (auto compared = compare_end(database, found, table, end); !compared) return tl::unexpected(compared.error());
    return end;
}

Result<void> walk_documents(const Database& database, Verification& found) {
    auto row = database.prepare("SELECT id, kind, subject, at_ms, body, salt, hash FROM document ORDER BY local");
    if (!row) return tl::unexpected(row.error());
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        ++found.documents;
        const std::string id = row->text(0);
        const std::string kind = row->text(1);
        const std::string subject = row->text(2);
        const std::string proof = row->is_bytes(4) ? row->text(4) : proof_of(row->text(5), row->text(4));
        if (hash_of({id, kind, subject, row->integer(3), proof}) != row->text(6))
            found.problems.push_back({ProblemKind::changed, id, {}, 0, "this document (" + kind + ") was changed"});
        if (row->is_bytes(4) && !row->is_null(5))
            found.problems.push_back({ProblemKind::changed, id, {}, 0, "the text of this document was taken out"});
    }
}

}  // namespace huashu::app
