#include "integrity/verify.hpp"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <optional>

#include "integrity/chain_walk.hpp"
#include "records/hashing.hpp"
#include "records/schema.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t digits_of_head = 32;

std::string head_of(const ChainEnd& events, const ChainEnd& documents) {
    const std::string hash = to_hex(next_link(events.link, documents.link)).substr(0, digits_of_head);
    return std::to_string(events.count) + "-" + std::to_string(documents.count) + "-" + hash;
}

struct NotedHead {
    std::int64_t events = 0, documents = 0;
};

Result<NotedHead> parse_head(const std::string& text) {
    NotedHead head;
    const char* const end = text.data() + text.size();
    const auto events = std::from_chars(text.data(), end, head.events);
    if (events.ec == std::errc() && events.ptr != end && *events.ptr == '-') {
        const auto documents = std::from_chars(events.ptr + 1, end, head.documents);
        if (documents.ec == std::errc() && documents.ptr != end && *documents.ptr == '-' &&
            static_cast<std::size_t>(end - documents.ptr - 1) == digits_of_head)
            return head;
    }
    return fail(Error::Cause::usage, {.code = "no-head",
                                      .text = "'" + text + "' is no head of records",
                                      .remedy = "give it as huashu verify printed it: 12-3-0a1b…",
                                      .place = {},
                                      .excerpt = {}});
}

// Where a chain stood after so many records; nothing when it never had so many.
Result<std::optional<ChainEnd>> end_at(const Database& database, const std::string& table, std::int64_t count) {
    if (count == 0) return ChainEnd{0, std::string(digest_size, '\0')};
    auto statement = database.prepare("SELECT link FROM " + table + " WHERE local = ?");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, count).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::optional<ChainEnd>();
    return ChainEnd{count, statement->text(0)};
}

Result<void> look_for(const Database& database, Verification& found, const std::string& noted) {
    const auto head = parse_head(noted);
    if (!head) return tl::unexpected(head.error());
    const auto events = end_at(database, "event", head->events);
    const auto documents = end_at(database, "document", head->documents);
    if (!events) return tl::unexpected(events.error());
    if (!documents) return tl::unexpected(documents.error());
    if (*events && *documents && head_of(**events, **documents) == noted) return {};
    found.problems.push_back(
        {ChainProblem::Kind::unknown,
         {},
         {},
         0,
         "the head " + noted + " is not in this file: it is an older copy, or its records were written anew"});
    return {};
}

Result<void> check_usable(Database& database) {
    if (auto known = refuse_foreign(database); !known) return known;
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return tl::unexpected(version.error());
    if (*version != schema_version)
        return fail(Error::Cause::system, {.code = "records-older",
                                           .text = "these records are of an older format, without a chain",
                                           .remedy = "start huashu once: it brings them up to date",
                                           .place = {.file = database.file()},
                                           .excerpt = {}});
    const auto whole = database.text("PRAGMA integrity_check(1)");
    if (!whole) return tl::unexpected(whole.error());
    if (*whole == "ok") return {};
    return fail(Error::Cause::system, {.code = "records-damaged",
                                       .text = "the file of records is damaged (" + *whole + ")",
                                       .remedy = "start huashu: it sets the file aside and rescues what is readable",
                                       .place = {.file = database.file()},
                                       .excerpt = {}});
}

Result<void> walk_all(const Database& database, Verification& found, const std::vector<std::string>& noted_heads,
                      Watch* watch) {
    if (auto walked = walk_attempts(database, found, watch); !walked) return walked;
    if (auto walked = walk_documents(database, found); !walked) return walked;
    const auto events = walk_order(database, found, "event", watch);
    if (!events) return tl::unexpected(events.error());
    const auto documents = walk_order(database, found, "document", watch);
    if (!documents) return tl::unexpected(documents.error());
    found.head = head_of(*events, *documents);
    for (const std::string& noted : noted_heads)
        if (auto looked = look_for(database, found, noted); !looked) return looked;
    return {};
}

// SQLite's own check of the file is one long statement: it is asked now and then whether to go on.
int asks_whether_to_stop(void* watch) { return static_cast<const Watch*>(watch)->stop ? 1 : 0; }
constexpr int instructions_between_questions = 100'000;

constexpr std::array<std::string_view, 6> problem_names{"changed", "removed", "misplaced",
                                                        "cut-off", "summary", "unknown-head"};

}  // namespace

std::string_view name_of(ChainProblem::Kind value) { return problem_names[static_cast<std::size_t>(value)]; }

Result<Verification> verify_file(const std::string& file, const std::vector<std::string>& noted_heads, Watch* watch) {
    auto database = Database::open_existing(file);
    if (!database) return tl::unexpected(database.error());
    if (watch != nullptr)
        sqlite3_progress_handler(database->handle(), instructions_between_questions, asks_whether_to_stop, watch);
    // One look at the file, whatever another window writes meanwhile.
    if (auto begun = database->execute("BEGIN"); !begun) return tl::unexpected(begun.error());
    if (auto usable = check_usable(*database); !usable)
        return is_stopped(watch) ? Result<Verification>(stopped()) : tl::unexpected(usable.error());
    Verification found;
    found.file = file;
    if (auto walked = walk_all(*database, found, noted_heads, watch); !walked)
        return is_stopped(watch) ? Result<Verification>(stopped()) : tl::unexpected(walked.error());
    if (auto ended = database->execute("COMMIT"); !ended) return tl::unexpected(ended.error());
    return found;
}

}  // namespace huashu::app
