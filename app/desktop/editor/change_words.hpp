// What has changed between two versions and what that comes to, in the words of the interface: parts by their titles,
// fields and ids of the domain by their names in the forms, conditions as sentences.
#pragma once

#include <string>
#include <vector>

#include "desktop/editor/publish_state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct ChangeLine {
    app::ContentChange::Kind kind = app::ContentChange::Kind::changed;
    std::string text;  ///< "接住情緒 › 回覆 b › 對白：「下午三點」 → 「下午」"
};
/// In the order of the new version. Changes within one condition are told as one.
[[nodiscard]] std::vector<ChangeLine> change_lines(const PublishComparison& comparison, bool is_pack,
                                                   const Speech& speech);
/// "第 1 版 → 草稿"
[[nodiscard]] std::string compared_words(const PublishComparison& comparison, bool is_pack, const Speech& speech);
/// What the change of a scenario comes to; one line that says so when it comes to nothing. Empty: not yet known.
[[nodiscard]] std::vector<std::string> consequence_words(const PublishComparison& comparison, const Speech& speech);

}  // namespace huashu::desktop
