#include "author/bundle_zip.hpp"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "scoring/text.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t longest_zip_name = 200;
constexpr int deepest_zip_name = 8;
constexpr std::uint64_t always_allowed = 1u << 20;  // bytes, whatever their ratio

struct DiscardZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipArchive = std::unique_ptr<zip_t, DiscardZip>;

struct CloseZipFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error zip_refused(const std::string& file, const char* code, std::string text,
                  Error::Cause cause = Error::Cause::content) {
    return {cause,
            {{.code = code,
              .text = std::move(text),
              .remedy = "ask whoever made it for a sound one; nothing of it was taken",
              .place = {.file = file},
              .excerpt = {}}}};
}

std::string in_lower_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

Result<ZipArchive> open_zip(const std::string& file, const ZipLimits& limits) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed)
        return tl::unexpected(
            zip_refused(file, "file-unreadable", "the file can't be read: " + failed.message(), Error::Cause::system));
    if (size > limits.most_packed)
        return tl::unexpected(zip_refused(
            file, "zip-size", "the archive is larger than " + std::to_string(limits.most_packed >> 20) + " MB"));
    int code = 0;
    ZipArchive archive(zip_open(file.c_str(), ZIP_RDONLY | (limits.strict ? ZIP_CHECKCONS : 0), &code));
    if (archive != nullptr) return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    return tl::unexpected(zip_refused(file, "zip-broken", "this is no sound zip archive: " + why));
}

class ZipReader {
public:
    ZipReader(const std::string& file, zip_t* archive, const ZipLimits& limits)
        : file_(file), archive_(archive), limits_(limits) {}

    Result<std::vector<ZipFile>> run() {
        const zip_int64_t count = zip_get_num_entries(archive_, 0);
        if (count < 0 || static_cast<std::uint64_t>(count) > limits_.most_entries)
            return refuse("zip-entries", "it has more than " + std::to_string(limits_.most_entries) + " entries");
        std::vector<zip_stat_t> stats;
        for (zip_int64_t i = 0; i < count; ++i) {
            auto stat = examine(static_cast<zip_uint64_t>(i));
            if (!stat) return tl::unexpected(stat.error());
            stats.push_back(*stat);
        }
        if (auto fits = check_sizes(stats); !fits) return tl::unexpected(fits.error());
        std::vector<ZipFile> files;
        for (const zip_stat_t& stat : stats) {
            if (names_[stat.index].ends_with('/')) continue;
            auto bytes = read(stat);
            if (!bytes) return tl::unexpected(bytes.error());
            files.push_back({names_[stat.index], std::move(*bytes)});
        }
        return files;
    }

private:
    tl::unexpected<Error> refuse(const char* code, std::string text) const {
        return tl::unexpected(zip_refused(file_, code, std::move(text)));
    }

    // Everything that can be known before a byte is unpacked.
    Result<zip_stat_t> examine(zip_uint64_t index) {
        const char* raw = zip_get_name(archive_, index, ZIP_FL_ENC_RAW);
        const std::string name = raw == nullptr ? "" : raw;
        names_.push_back(name);
        std::string_view path = name;
        if (path.ends_with('/')) path.remove_suffix(1);  // a folder
        if (const std::string problem = zip_name_problem(path); !problem.empty())
            return refuse("zip-path", "an entry's name " + problem);
        if (!seen_.insert(in_lower_case(std::string(path))).second)
            return refuse("zip-duplicate", "two entries are called '" + name + "'");
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(archive_, index, 0, &system, &attributes) == 0 &&
            system == ZIP_OPSYS_UNIX) {
            const auto type = (attributes >> 16) & S_IFMT;
            if (type != 0 && type != S_IFREG && type != S_IFDIR)
                return refuse("zip-link", "'" + name + "' is a link or a device, not a file");
        }
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t needed =
            ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD | ZIP_STAT_INDEX;
        if (zip_stat_index(archive_, index, 0, &stat) != 0 || (stat.valid & needed) != needed)
            return refuse("zip-broken", "'" + name + "' does not say how large it is");
        if (stat.encryption_method != ZIP_EM_NONE ||
            (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE))
            return refuse("zip-method", "'" + name + "' is encrypted or packed by an unknown method");
        return stat;
    }

    Result<void> check_sizes(const std::vector<zip_stat_t>& stats) const {
        std::uint64_t bytes = 0;
        for (const zip_stat_t& stat : stats) {
            if (stat.size > limits_.most_bytes || bytes + stat.size > limits_.most_bytes)
                return refuse("zip-size",
                              "unpacked it has more than " + std::to_string(limits_.most_bytes >> 20) + " MB");
            bytes += stat.size;
        }
        // Against the file, not against what the entries say of themselves: entries can share their packed bytes.
        std::error_code failed;
        const std::uint64_t packed = std::max<std::uint64_t>(1, std::filesystem::file_size(file_, failed));
        if (!failed && bytes > always_allowed && bytes / packed > limits_.most_ratio)
            return refuse("zip-ratio", "unpacked it is more than " + std::to_string(limits_.most_ratio) +
                                           " times as large as the file");
        return {};
    }

    Result<std::string> read(const zip_stat_t& stat) const {
        const std::unique_ptr<zip_file_t, CloseZipFile> entry(zip_fopen_index(archive_, stat.index, 0));
        std::string bytes(static_cast<std::size_t>(stat.size) + 1, '\0');  // one more shows who lies
        std::size_t filled = 0;
        while (entry != nullptr && filled < bytes.size()) {
            const zip_int64_t count = zip_fread(entry.get(), bytes.data() + filled, bytes.size() - filled);
            if (count < 0) break;
            if (count == 0) {
                if (filled != stat.size) break;
                bytes.resize(filled);
                return bytes;
            }
            filled += static_cast<std::size_t>(count);
        }
        return refuse("zip-broken", "'" + names_[stat.index] + "' does not unpack to what it declares");
    }

    const std::string& file_;
    zip_t* archive_;
    const ZipLimits& limits_;
    std::vector<std::string> names_;
    std::set<std::string> seen_;
};

bool add_zip_file(zip_t* archive, const ZipFile& file) {
    zip_source_t* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
    if (source == nullptr) return false;
    const zip_int64_t index = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    constexpr zip_uint16_t first_of_1980 = (1u << 5) | 1u;  // a time would make equal archives differ
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_file_set_dostime(archive, at, 0, first_of_1980, 0) == 0 &&
           zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 9) == 0;
}

std::string read_source(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return {};
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return count == static_cast<zip_int64_t>(bytes.size()) ? bytes : std::string();
}

}  // namespace

std::string zip_name_problem(std::string_view name) {
    if (name.empty()) return "is empty";
    if (name.size() > longest_zip_name) return "is too long";
    if (!scoring::is_valid_utf8(name)) return "is not UTF-8";
    if (name.front() == '/') return "is absolute: '" + std::string(name) + "'";
    if (std::any_of(name.begin(), name.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 || byte == 0x7F || c == '\\' || c == ':';
        }))
        return "holds a character that no file of a bundle has";
    int depth = 0;
    for (std::size_t begin = 0; begin <= name.size(); ++depth) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view step = name.substr(begin, end - begin);
        if (step.empty() || step == "." || step == ".." || step.back() == '.' || step.back() == ' ')
            return "leads elsewhere: '" + std::string(name) + "'";
        begin = end + 1;
    }
    return depth > deepest_zip_name ? "is too deep" : "";
}

Result<std::vector<ZipFile>> read_zip(const std::string& file, const ZipLimits& limits) {
    const auto archive = open_zip(file, limits);
    if (!archive) return tl::unexpected(archive.error());
    return ZipReader(file, archive->get(), limits).run();
}

Result<std::string> zip_bytes(const std::vector<ZipFile>& files) {
    const auto failed = [] {
        return tl::unexpected(zip_refused("", "zip-unwritable", "the archive can't be made", Error::Cause::system));
    };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_error_fini(&error);
    if (target == nullptr) return failed();
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    bool sound = archive != nullptr;
    if (sound) zip_source_keep(target);  // for reading after the archive is closed
    for (const ZipFile& file : files) sound = sound && add_zip_file(archive, file);
    if (!sound && archive != nullptr) zip_discard(archive);
    if (sound && zip_close(archive) != 0) {
        zip_discard(archive);
        sound = false;
    }
    std::string bytes = sound ? read_source(target) : std::string();
    zip_source_free(target);
    if (bytes.empty()) return failed();
    return bytes;
}

}  // namespace huashu::app
