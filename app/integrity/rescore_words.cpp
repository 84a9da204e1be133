#include "integrity/rescore_words.hpp"

namespace huashu::app {
namespace {

bool is_readable(const std::string& what) { return what != "ledger" && what != "hash" && what != "result"; }

std::string value_in_words(const std::string& what, const std::string& value, const Words& words) {
    if (value.empty()) return words("cli.rescore.value.nothing");
    if (what == "rank") return words.name("name.rank.", value);
    if (value == "yes" || value == "no") return words("cli.rescore.value." + value);
    return value;
}

}  // namespace

std::string difference_in_words(const RescoreDifference& difference, const Words& words) {
    const std::string what = words("cli.rescore.what." + difference.what);
    if (difference.what == "replay") return what + ": " + difference.now;
    if (!is_readable(difference.what)) return what;
    return what + ": " + value_in_words(difference.what, difference.then, words) + " → " +
           value_in_words(difference.what, difference.now, words);
}

}  // namespace huashu::app
