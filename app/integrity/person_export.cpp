#include "integrity/masking.hpp"
#include "integrity/person.hpp"
#include "integrity/record_files.hpp"
#include "json/json_writer.hpp"
#include "records/hashing.hpp"
#include "records/program_identity.hpp"
#include "records/sqlite.hpp"

namespace huashu::app {
namespace {

class PersonWriter {
public:
    PersonWriter(std::string& out, const PersonExport& options) : json_(out), options_(options) {}

    void begin(const std::string& id, const std::string& name, std::int64_t now_ms) {
        json_.begin_object();
        json_.member("format", "huashu-person");
        json_.member("version", 1);
        json_.member("program", program_identity());
        json_.member("exported_ms", now_ms);
        json_.member("masked", options_.masked);
        json_.member("person", options_.pseudonym ? std::string() : id);
        json_.member("name", name);
    }
    void begin_list(const char* name) {
        json_.key(name);
        json_.begin_array();
    }
    void end_list() { json_.end_array(); }
    void end() { json_.end_object(); }

    [[nodiscard]] Result<void> attempts(const Database& database) {
        auto row = database.prepare(
            "SELECT local, id, scenario_id, scenario_hash, packs_hash, seed, program, coalesce(rewinds, ''), "
            "started_ms, changed_ms, status, salt, head, erased_ms FROM attempt ORDER BY local");
        if (!row) return tl::unexpected(row.error());
        while (true) {
            const auto more = row->step();
            if (!more) return tl::unexpected(more.error());
            if (!*more) return {};
            if (auto written = attempt(database, *row); !written) return written;
        }
    }

    /// `subject` empty: all that are not the place's.
    [[nodiscard]] Result<void> documents(const Database& database, const std::string& subject) {
        auto row = database.prepare(
            std::string("SELECT id, kind, subject, at_ms, body, salt, hash FROM document WHERE ") +
            (subject.empty() ? "" : "subject = ? AND ") + "substr(kind, 1, 5) <> 'site.' ORDER BY local");
        if (!row) return tl::unexpected(row.error());
        if (!subject.empty()) row->bind(1, subject);
        while (true) {
            const auto more = row->step();
            if (!more) return tl::unexpected(more.error());
            if (!*more) return {};
            json_.begin_object();
            json_.member("id", row->text(0));
            json_.member("kind", row->text(1));
            json_.member("subject", row->text(2));
            json_.member("at_ms", row->integer(3));
            body(*row, 4);
            if (!options_.masked) json_.member("salt", to_hex(row->text(5)));
            json_.member("hash", to_hex(row->text(6)));
            json_.end_object();
        }
    }

private:
    void body(const Statement& row, int column) {
        json_.key("body");
        if (row.is_bytes(column))
            json_.null();  // erased
        else
            json_.raw(options_.masked ? mask_json(row.text(column)) : row.text(column));
    }

    [[nodiscard]] Result<void> attempt(const Database& database, const Statement& row) {
        json_.begin_object();
        json_.member("id", row.text(1));
        json_.member("scenario", row.text(2));
        json_.member("scenario_hash", row.text(3));
        json_.member("packs_hash", row.text(4));
        json_.member("seed", std::to_string(static_cast<std::uint64_t>(row.integer(5))));
        json_.member("program", row.text(6));
        json_.member("rewinds", row.text(7));
        json_.member("started_ms", row.integer(8));
        json_.member("changed_ms", row.integer(9));
        json_.member("status", row.text(10));
        json_.member("erased", !row.is_null(13));
        if (!options_.masked) json_.member("salt", to_hex(row.text(11)));
        json_.member("head", to_hex(row.text(12)));
        begin_list("records");
        if (auto written = events(database, row.integer(0)); !written) return written;
        end_list();
        json_.end_object();
        return {};
    }

    [[nodiscard]] Result<void> events(const Database& database, std::int64_t attempt) {
        auto row =
            database.prepare("SELECT number, at_ms, kind, body, hash FROM event WHERE attempt = ? ORDER BY number");
        if (!row) return tl::unexpected(row.error());
        row->bind(1, attempt);
        while (true) {
            const auto more = row->step();
            if (!more) return tl::unexpected(more.error());
            if (!*more) return {};
            json_.begin_object();
            json_.member("number", row->integer(0));
            json_.member("at_ms", row->integer(1));
            json_.member("kind", row->text(2));
            body(*row, 3);
            json_.member("hash", to_hex(row->text(4)));
            json_.end_object();
        }
    }

    JsonWriter json_;
    PersonExport options_;
};

}  // namespace

Result<std::string> export_person(const std::string& data_folder, const Person& person, const PersonExport& options) {
    auto own = Records::open({.folder = folder_of(data_folder, person), .now_ms = nullptr, .new_id = nullptr});
    if (!own) return tl::unexpected(own.error());
    std::string name = person.name;
    if (options.pseudonym) {
        auto sign = pseudonym_of(data_folder, person.id);
        if (!sign) return sign;
        name = std::move(*sign);
    }
    const auto ids = ids_in(*own);
    if (!ids) return tl::unexpected(ids.error());
    std::string out;
    PersonWriter writer(out, options);
    writer.begin(person.id, name, own->now_ms());
    writer.begin_list("attempts");
    if (auto written = writer.attempts(own->database()); !written) return tl::unexpected(written.error());
    writer.end_list();
    writer.begin_list("documents");
    if (auto written = writer.documents(own->database(), {}); !written) return tl::unexpected(written.error());
    Diagnostics told;
    const auto files = record_files(data_folder, told);
    if (!files) return tl::unexpected(files.error());
    for (const RecordFile& file : *files) {
        if (file.person_id == person.id) continue;
        auto other = Records::open({.folder = file.folder, .now_ms = nullptr, .new_id = nullptr});
        if (!other) return tl::unexpected(other.error());
        for (const std::string& id : *ids)
            if (auto written = writer.documents(other->database(), id); !written)
                return tl::unexpected(written.error());
        if (person.id.empty()) continue;
        if (auto written = writer.documents(other->database(), person.id); !written)
            return tl::unexpected(written.error());
    }
    writer.end_list();
    writer.end();
    return out + "\n";
}

}  // namespace huashu::app
