#include "integrity/site_import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "integrity/copy_file.hpp"
#include "integrity/record_files.hpp"
#include "integrity/verify_all.hpp"
#include "paths/paths.hpp"
#include "records/people.hpp"
#include "records/sqlite.hpp"
#include "reports/xapi_ids.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

using How = BroughtIn::How;

tl::unexpected<Error> not_brought_in(Error::Cause cause, const char* code, std::string text, const char* remedy) {
    return fail(cause, {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

Result<std::vector<std::string>> attempt_ids_in(const std::string& file) {
    const auto database = Database::open_existing(file);
    if (!database) return tl::unexpected(database.error());
    auto row = database->prepare("SELECT id FROM attempt ORDER BY local");
    if (!row) return tl::unexpected(row.error());
    std::vector<std::string> out;
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return out;
        out.push_back(row->text(0));
    }
}

// The first person of a site has no id there. Here he has one that is the same whenever that site is brought in.
std::string id_for_first_person(const std::vector<std::string>& attempts, const Verification& found) {
    return uuid_of_name("huashu-first-person/" + (attempts.empty() ? found.head : attempts.front()));
}

bool goes_on_from(const std::string& file, const std::string& head) {
    const auto found = verify_file(file, {head});
    return found && std::none_of(found->problems.begin(), found->problems.end(),
                                 [](const ChainProblem& p) { return p.kind == ChainProblem::Kind::unknown; });
}

// Takes the place of a file that nobody has open: it loses its log first, so that no part of the old one stays.
Result<void> take_place(const fs::path& fresh, const fs::path& file) {
    {
        auto old = Database::open_existing(file.string());
        if (!old) return tl::unexpected(old.error());
        const auto mode = old->text("PRAGMA journal_mode = DELETE");
        if (!mode || *mode != "delete")
            return not_brought_in(Error::Cause::system, "records-in-use",
                                  "the records in " + file.string() + " are open in another program",
                                  "close it, then bring the records in again");
    }
    std::error_code failed;
    fs::rename(fresh, file, failed);
    if (!failed) return sync_to_disk(file.parent_path().string());
    return not_brought_in(Error::Cause::system, "records-not-written", "not written: " + failed.message(),
                          "check the folder and the disk, then try again");
}

class SiteImporter {
public:
    SiteImporter(std::string data_folder, std::vector<Person> people, bool writes, Watch* watch)
        : data_(std::move(data_folder)), people_(std::move(people)), writes_(writes), watch_(watch) {}

    // Everything that is known here, by attempt, with whose it is.
    Result<void> look_here() {
        Diagnostics unimportant;
        const auto files = record_files(data_, unimportant);
        if (!files) return tl::unexpected(files.error());
        for (const RecordFile& file : *files) {
            const auto ids = attempt_ids_in(file.file);
            if (!ids) return tl::unexpected(ids.error());
            for (const std::string& id : *ids) here_.emplace(id, file.person_id);
        }
        return {};
    }

    Result<BroughtIn> take(const RecordFile& file) {
        BroughtIn out;
        out.name = file.name;
        const auto refuse = [&out](BroughtIn::Why because, std::string why) {
            out.how = How::refused;
            out.because = because;
            out.why = std::move(why);
            return out;
        };
        const auto found = verify_file(file.file, {}, watch_);
        if (is_stopped(watch_)) return stopped();
        if (!found) return refuse(BroughtIn::Why::unreadable, found.error().diagnostics.front().text);
        out.attempts = found->attempts;
        out.documents = found->documents;
        if (!found->problems.empty())
            return refuse(BroughtIn::Why::unsound, "its chain does not hold: " + found->problems.front().text);
        const auto ids = attempt_ids_in(file.file);
        if (!ids) return tl::unexpected(ids.error());
        out.id = file.person_id.empty() ? id_for_first_person(*ids, *found) : file.person_id;
        for (const std::string& id : *ids)
            if (const auto known = here_.find(id); known != here_.end() && known->second != out.id) {
                out.whose = name_here(known->second);
                return refuse(BroughtIn::Why::elsewhere,
                              "the attempt " + id + " is among the records of " + out.whose + " already");
            }
        const fs::path target = fs::path(folder_of(data_, {out.id, {}})) / "records.db";
        std::error_code unknown;
        if (fs::exists(target, unknown)) return follow(file, *found, target, std::move(out));
        if (writes_)
            if (auto copied = copy_into(file.file, target, false); !copied) return tl::unexpected(copied.error());
        if (auto listed = list_person(out); !listed) return tl::unexpected(listed.error());
        for (const std::string& id : *ids) here_.emplace(id, out.id);
        return out;
    }

private:
    [[nodiscard]] std::string name_here(const std::string& id) const {
        for (const Person& p : people_)
            if (p.id == id && !p.name.empty()) return p.name;
        return id.empty() ? "the first person" : id;
    }

    Result<BroughtIn> follow(const RecordFile& file, const Verification& theirs, const fs::path& target,
                             BroughtIn out) {
        out.name = name_here(out.id);
        const auto ours = verify_file(target.string());
        if (!ours) return tl::unexpected(ours.error());
        if (ours->head == theirs.head) {
            out.how = How::same;
        } else if (goes_on_from(file.file, ours->head)) {
            out.how = How::renewed;
            if (writes_)
                if (auto copied = copy_into(file.file, target, true); !copied) return tl::unexpected(copied.error());
        } else if (goes_on_from(target.string(), theirs.head)) {
            out.how = How::older;
        } else {
            out.how = How::refused;
            out.because = BroughtIn::Why::parted;
            out.why = "the records of the same person here are others: neither go on where the other ones end";
        }
        return out;
    }

    // Beside its place first: what is broken off leaves nothing that looks like records.
    static Result<void> copy_into(const std::string& from, const fs::path& target, bool replaces) {
        if (auto made = make_folder(target.parent_path().string()); !made) return made;
        const fs::path fresh = target.string() + ".new";
        std::error_code failed;
        fs::remove(fresh, failed);
        if (auto copied = copy_records(from, fresh.string()); !copied) return copied;
        if (replaces) return take_place(fresh, target);
        fs::rename(fresh, target, failed);
        if (failed)
            return not_brought_in(Error::Cause::system, "records-not-written", "not written: " + failed.message(),
                                  "check the folder and the disk, then try again");
        return sync_to_disk(target.parent_path().string());
    }

    Result<void> list_person(BroughtIn& out) {
        if (std::any_of(people_.begin(), people_.end(), [&](const Person& p) { return p.id == out.id; })) return {};
        const auto has_name = [&](const std::string& name) {
            return std::any_of(people_.begin(), people_.end(), [&](const Person& p) { return p.name == name; });
        };
        const std::string name = out.name.empty() ? "?" : out.name;
        out.name = name;
        for (int n = 2; has_name(out.name); ++n) out.name = name + " " + std::to_string(n);
        people_.push_back({out.id, out.name});
        return writes_ ? save_people(data_, people_) : Result<void>();
    }

    std::string data_;
    std::vector<Person> people_;
    std::map<std::string, std::string> here_;  // attempt, person
    bool writes_;
    Watch* watch_;
};

}  // namespace

std::string_view name_of(BroughtIn::How value) {
    constexpr std::array<std::string_view, 5> names{"added", "renewed", "same", "older", "refused"};
    return names[static_cast<std::size_t>(value)];
}

namespace {

Result<std::vector<BroughtIn>> look_and_bring(const std::string& data_folder, const std::string& source, bool writes,
                                              Watch* watch) {
    std::error_code unknown;
    if (fs::equivalent(data_folder, source, unknown))
        return not_brought_in(Error::Cause::usage, "own-records", "these are the records that are here", "");
    Diagnostics unimportant, problems;
    const auto files = record_files(source, unimportant);
    if (!files) return tl::unexpected(files.error());
    if (files->empty())
        return not_brought_in(Error::Cause::usage, "no-records", "there are no records in " + source,
                              "give a folder that huashu backup has made at the other site");
    auto people = load_people(data_folder, problems);
    if (!people) return tl::unexpected(people.error());
    if (!problems.empty()) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    SiteImporter importer(data_folder, std::move(*people), writes, watch);
    if (auto looked = importer.look_here(); !looked) return tl::unexpected(looked.error());
    std::vector<BroughtIn> out;
    if (watch != nullptr)
        for (const RecordFile& file : *files) watch->total += steps_to_verify(file.file);
    for (const RecordFile& file : *files) {
        auto one = importer.take(file);
        if (!one) return tl::unexpected(one.error());
        out.push_back(std::move(*one));
    }
    return out;
}

}  // namespace

Result<std::vector<BroughtIn>> bring_in(const std::string& data_folder, const std::string& source, Watch* watch) {
    return look_and_bring(data_folder, source, true, watch);
}

Result<std::vector<BroughtIn>> preview_bringing_in(const std::string& data_folder, const std::string& source,
                                                   Watch* watch) {
    return look_and_bring(data_folder, source, false, watch);
}

}  // namespace huashu::app
