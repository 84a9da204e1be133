// The whole scenario as a script that reads like a play. Made stage by stage: a stage that has not changed keeps its
// block.
#pragma once

#include <string>
#include <vector>

#include "author/document_tree.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct ScriptLine {
    enum class Kind : std::uint8_t { scene, direction, owner, choice, answer, model, stuck, way };
    Kind kind = Kind::owner;
    std::string pointer;  ///< of the text; empty: it can't be changed here
    std::string label;    ///< who speaks; a choice's letter; the scene's number
    std::string text;
    std::string quality{};  ///< of a choice
};

struct ScriptBlock {
    app::Tree source;
    std::vector<ScriptLine> lines;
};

class ScriptView {
public:
    void refresh(const app::Tree& root, const Speech& speech);
    [[nodiscard]] const std::vector<ScriptBlock>& blocks() const { return blocks_; }
    /// So that a block that was made again is measured again.
    [[nodiscard]] unsigned made(std::size_t block) const { return made_[block]; }

private:
    std::vector<ScriptBlock> blocks_;  ///< what goes before, then the stages, then the endings
    std::vector<unsigned> made_;
    unsigned count_ = 0;
    std::string owner_, language_, titles_;
    app::Tree head_;
};

/// How high the blocks are: measured where they were seen, guessed elsewhere.
struct ScriptHeights {
    struct Height {
        float height = 0;
        unsigned made = 0;
        bool measured = false;
    };
    std::vector<Height> blocks;
    float width = 0;
    int em = 0;
};

}  // namespace huashu::desktop
