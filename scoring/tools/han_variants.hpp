// Which Han characters are one and the same: OpenCC's dictionaries and our own list, joined into groups.
#pragma once

#include <string>
#include <unordered_map>

namespace huashu::tools {

class HanVariants {
public:
    /// Throws std::runtime_error (and OpenCC's own exceptions) when a file can't be read.
    HanVariants(const std::string& opencc_folder, const std::string& own_list);

    /// The one character that stands for the whole group of `c`; `c` itself when it is alone.
    [[nodiscard]] char32_t representative(char32_t c) const;

private:
    void join(char32_t a, char32_t b);
    char32_t root_of(char32_t c);
    void join_dictionary(const std::string& path, bool to_simplified);
    void join_list(const std::string& path);
    void choose_representatives();

    std::unordered_map<char32_t, char32_t> parent_;
    std::unordered_map<char32_t, int> written_;  ///< how many characters are simplified to it
    std::unordered_map<char32_t, char32_t> representative_;
};

}  // namespace huashu::tools
