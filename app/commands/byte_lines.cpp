#include "commands/byte_lines.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace huashu::app {
namespace {
constexpr std::size_t piece_bytes = 1u << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
}  // namespace

ByteLines::ByteLines(int descriptor, std::size_t max_line_bytes)
    : descriptor_(descriptor), max_line_bytes_(max_line_bytes) {}

Result<std::vector<ByteLine>> ByteLines::next_batch() {
    std::vector<ByteLine> lines;
    std::string piece(piece_bytes, '\0');
    while (lines.empty() && !is_at_end_) {
        const ssize_t count = read(descriptor_, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            return fail(Error::Cause::system, {.code = "input-unreadable",
                                               .text = std::string("the input can't be read: ") + std::strerror(errno),
                                               .remedy = "check the file or the program that feeds it",
                                               .place = {},
                                               .excerpt = {}});
        is_at_end_ = count == 0;
        pending_.append(piece, 0, static_cast<std::size_t>(count));
        take_lines(lines, is_at_end_);
    }
    return lines;
}

void ByteLines::take_lines(std::vector<ByteLine>& lines, bool at_end) {
    if (is_at_start_ && (pending_.size() >= byte_order_mark.size() || at_end)) {
        if (pending_.starts_with(byte_order_mark)) pending_.erase(0, byte_order_mark.size());
        is_at_start_ = false;
    }
    if (is_at_start_) return;
    std::size_t begin = 0;
    for (std::size_t end = pending_.find('\n'); end != std::string::npos; end = pending_.find('\n', begin)) {
        add(lines, pending_.substr(begin, end - begin));
        begin = end + 1;
    }
    pending_.erase(0, begin);
    if (at_end && (!pending_.empty() || skips_rest_of_line_)) add(lines, std::exchange(pending_, {}));
    if (pending_.size() > max_line_bytes_) {  // its end is not in sight: forget it, remember that it was too long
        pending_.clear();
        skips_rest_of_line_ = true;
    }
}

void ByteLines::add(std::vector<ByteLine>& lines, std::string text) {
    ++number_;
    const bool is_too_long = skips_rest_of_line_ || text.size() > max_line_bytes_;
    skips_rest_of_line_ = false;
    if (is_too_long) {
        lines.push_back({number_, {}, true});
        return;
    }
    if (text.ends_with('\r')) text.pop_back();
    if (text.find_first_not_of(" \t") == std::string::npos) return;
    lines.push_back({number_, std::move(text), false});
}

}  // namespace huashu::app
