#include "scenarios/history.hpp"

#include <algorithm>

namespace huashu::scenarios {

History remember(History before, const std::vector<Memory>& memories, std::optional<Rank> ended) {
    for (const Memory& memory : memories) {
        for (std::vector<std::string>* ids : {&before.kept, &before.broken, &before.said})
            ids->erase(std::remove(ids->begin(), ids->end(), memory.id), ids->end());
        std::vector<std::string>& ids = memory.sort == Memory::Sort::kept     ? before.kept
                                        : memory.sort == Memory::Sort::broken ? before.broken
                                                                              : before.said;
        ids.push_back(memory.id);
    }
    if (ended) before.last = ended;
    return before;
}

}  // namespace huashu::scenarios
