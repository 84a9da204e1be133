#include "records/program_identity.hpp"

#include <elf.h>
#include <link.h>

#include <cstring>

#include "records/hashing.hpp"
#include "version.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t aligned_to_four(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

// A note is (name size, description size, type, name, description), name and description padded to four bytes.
std::string build_id_in(const char* notes, std::size_t size) {
    std::size_t at = 0;
    while (at + sizeof(ElfW(Nhdr)) <= size) {
        ElfW(Nhdr) note;
        std::memcpy(&note, notes + at, sizeof note);
        const std::size_t name = at + sizeof note;
        const std::size_t description = name + aligned_to_four(note.n_namesz);
        if (description + note.n_descsz > size) break;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(notes + name, "GNU", 4) == 0)
            return {notes + description, note.n_descsz};
        at = description + aligned_to_four(note.n_descsz);
    }
    return {};
}

// Called for the program first, then for its libraries: stops at once.
int read_build_id(dl_phdr_info* info, std::size_t, void* out) {
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const ElfW(Phdr)& header = info->dlpi_phdr[i];
        if (header.p_type != PT_NOTE) continue;
        const auto* notes = reinterpret_cast<const char*>(info->dlpi_addr + header.p_vaddr);
        const std::string id = build_id_in(notes, header.p_memsz);
        if (!id.empty()) *static_cast<std::string*>(out) = id;
    }
    return 1;
}

std::string make_identity() {
    std::string id;
    dl_iterate_phdr(read_build_id, &id);
    constexpr std::size_t digits = 12;
    return std::string(version()) + (id.empty() ? "" : "+" + to_hex(id).substr(0, digits));
}

}  // namespace

const std::string& program_identity() {
    static const std::string identity = make_identity();
    return identity;
}

}  // namespace huashu::app
