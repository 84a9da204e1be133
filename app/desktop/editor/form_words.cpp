// Places and variables as people read and write them.
#include <charconv>
#include <sstream>

#include "desktop/editor/form_view.hpp"

namespace huashu::desktop {

using app::Tree;

std::string place_words(const Tree& root, const std::string& pointer, const Speech& speech) {
    std::string out;
    std::string so_far;
    std::istringstream steps(pointer);
    std::string step;
    std::getline(steps, step, '/');
    std::string list;
    while (std::getline(steps, step, '/')) {
        so_far += "/" + step;
        const bool is_index = !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
        if (!is_index) {
            list = step;
            const bool named_by_item = app::at(root, so_far).kind() == Tree::Kind::list &&
                                       app::at(root, so_far + "/0").kind() == Tree::Kind::object;
            if (named_by_item && so_far != pointer) continue;
            out += (out.empty() ? "" : " › ") + speech.words.name("desktop.author.field.", step);
            continue;
        }
        const Tree& item = app::at(root, so_far);
        std::string name = item["title"].text();
        if (name.empty()) name = item["label"].text();
        if (name.empty()) name = item["id"].text();
        if (name.empty()) name = std::to_string(std::stoi(step) + 1);
        const bool own_name = list == "stages" || list == "endings" || list == "facts";
        out += out.empty() ? "" : " › ";
        if (!own_name) out += speech.words.name("desktop.author.one.", list) + " ";
        out += name;
    }
    return out.empty() ? speech.words("desktop.author.whole") : out;
}

std::string assignments_text(const Tree& set) {
    std::string out;
    for (const Tree::Member& member : set.members())
        out += (out.empty() ? "" : ", ") + member.key + "=" + std::to_string(member.value.integer());
    return out;
}

Tree assignments_of(const std::string& text) {
    Tree::Object set;
    std::istringstream parts(text);
    std::string part;
    while (std::getline(parts, part, ',')) {
        const std::size_t equals = part.find('=');
        const std::size_t begin = part.find_first_not_of(' ');
        if (begin == std::string::npos) continue;
        if (equals == std::string::npos || equals <= begin) return {};
        std::string name = part.substr(begin, equals - begin);
        name.erase(name.find_last_not_of(' ') + 1);
        const std::size_t digits = part.find_first_not_of(' ', equals + 1);
        int value = 0;
        if (digits == std::string::npos) return {};
        const auto [end, failed] = std::from_chars(part.data() + digits, part.data() + part.size(), value);
        if (failed != std::errc{} ||
            part.find_first_not_of(' ', static_cast<std::size_t>(end - part.data())) != std::string::npos)
            return {};
        set.push_back({name, Tree::of(std::int64_t{value})});
    }
    return set.empty() ? Tree{} : Tree::of(std::move(set));
}

}  // namespace huashu::desktop
