// What an author does to a scenario, beyond changing a word: adding, renaming, taking out. Each returns the whole tree
// and keeps every reference: a renamed stage is still led to, a fact that is gone is no longer asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "author/document_tree.hpp"
#include "scenarios/session.hpp"

namespace huashu::app {

/// "calm", "calm-2", …: the first that no object of the list bears, and that is not taken by the format.
[[nodiscard]] std::string fresh_id(const Tree& list, std::string_view base);
/// Whether a new name would do for the object at `item` of a list: an id, not reserved, not taken by a sibling.
[[nodiscard]] bool is_free_id(const Tree& root, std::string_view item, std::string_view id);

/// Gives the object at `item` ("/stages/2", "/facts/0", "/endings/1", "/stages/2/choices/0", or anything else with an
/// id) another id, here and wherever it is named. `said_in`: turns of golden plays ("/plays/0/turns/3") that say this
/// choice; who renames no choice leaves it empty.
[[nodiscard]] Tree renamed(const Tree& root, std::string_view item, const std::string& to,
                           const std::vector<std::string>& said_in = {});
/// Takes an item of a list out. Ways into a stage then lead on to where it led; a fact is no longer asked for.
[[nodiscard]] Tree removed(const Tree& root, std::string_view item);
/// A copy of the item behind it, with a fresh id.
[[nodiscard]] Tree duplicated(const Tree& root, std::string_view item);

/// A new, empty item of the list at `list` ("/stages", "/stages/0/choices", …), at that index: what the format wants
/// of it is there, the words are missing. A new stage stands in the way of the one before: it leads where that led.
[[nodiscard]] Tree added(const Tree& root, std::string_view list, std::size_t index);

/// The scenario as it is played from a stage on, in a mood.
[[nodiscard]] Tree begun_at(const Tree& root, const std::string& stage_id, const scenarios::Mood& mood);
/// With a talk as one more golden play: what was said, where it ended, and the score with room of `slack` points.
[[nodiscard]] Tree with_golden_play(const Tree& root, const scenarios::Session& talk, int slack = 5);

/// Pointers of the texts that hold the words, in the order of the file; ids and names of the format are left alone.
[[nodiscard]] std::vector<std::string> found(const Tree& root, std::string_view words);
[[nodiscard]] Tree replaced(const Tree& root, std::string_view words, std::string_view by, int& count);

}  // namespace huashu::app
