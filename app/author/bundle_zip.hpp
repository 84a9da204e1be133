// Zip archives from strangers, read whole into memory within limits, and written so that the same files give the same
// bytes. Nothing is ever unpacked to the disk here.
//
// Refused, each with a code of its own: names that lead out of the archive (zip-path), links (zip-link), two entries of
// one name, also in other letters' case (zip-duplicate), more entries, bytes or compression than the limits allow
// (zip-entries, zip-size, zip-ratio), encryption and unknown methods (zip-method), and whatever is no sound archive or
// does not hold what it declares (zip-broken).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct ZipLimits {
    std::uint64_t most_packed = 64u << 20;  ///< bytes of the file
    std::uint64_t most_bytes = 256u << 20;  ///< of all entries unpacked
    std::uint64_t most_entries = 5000;
    std::uint64_t most_ratio = 200;  ///< unpacked to packed, of all entries together, from a megabyte on
    bool strict = true;  ///< the two directories of the archive must agree; some office programs are careless
};

struct ZipFile {
    std::string name;  ///< with '/', relative, without "." and ".."
    std::string bytes;
};

/// Entries in the order of the archive; those of folders are left out.
/// Errors: (content) as above; (system) the file can't be read.
[[nodiscard]] Result<std::vector<ZipFile>> read_zip(const std::string& file, const ZipLimits& limits = {});

/// The archive's bytes. Error (system): out of memory.
[[nodiscard]] Result<std::string> zip_bytes(const std::vector<ZipFile>& files);

/// What is wrong with a name, in words; empty: nothing.
[[nodiscard]] std::string zip_name_problem(std::string_view name);

}  // namespace huashu::app
