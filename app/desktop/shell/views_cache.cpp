#include "desktop/shell/views_cache.hpp"

namespace huashu::desktop {
namespace {

std::string key_of(std::initializer_list<unsigned> numbers, std::string_view word = {}) {
    std::string key(word);
    for (const unsigned n : numbers) key += '/' + std::to_string(n);
    return key;
}

}  // namespace

const HomeView& ViewsCache::home(const State& state, const Speech& speech) {
    std::string key = key_of({language_, state.home.revision}, state.home.selected);
    if (!home_.view || home_.key != key) {
        home_.view = make_home_view(state.home, speech, state.pass_mark);
        home_.key = std::move(key);
    }
    return *home_.view;
}

}  // namespace huashu::desktop
