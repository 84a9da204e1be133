#include "author/text_shape.hpp"

namespace huashu::app {
namespace {

using enum TextStyle;

const TextShape one_row_rule{{{"id", "comment", "when", "say", "mood", "set", "tell", "to", "once"}}, {}};
const TextShape fact{{{"id", "label", "comment"}, {"ask"}, {"tell"}, {"note"}}, {}};
const TextShape choice{{{"id", "quality", "comment", "text"}, {"answer", "mood", "set", "next"}}, {}};
const TextShape stage{{{"id", "step", "days_later", "seconds", "title", "comment"},
                       {"enter"},
                       {"goal"},
                       {"turns"},
                       {"choices"},
                       {"model"},
                       {"reactions"},
                       {"stuck"},
                       {"next"}},
                      {{"enter", lines, nullptr}, {"choices", parts, &choice}, {"reactions", parts, &one_row_rule}}};
const TextShape ending{{{"id", "title", "rank", "comment", "at", "when", "say"}, {"note"}}, {}};
const TextShape play{{{"id", "about", "comment"}, {"history"}, {"turns"}, {"ending", "score", "mood"}},
                     {{"turns", turns, nullptr}}};
const TextShape memory{{{"id", "sort", "comment", "when", "note"}}, {}};
const TextShape returning{{{"id", "comment", "when", "mood", "set"}}, {}};
const TextShape written_fact{{{"id", "comment", "text", "match", "fact"}}, {}};
const TextShape written_promise{{{"id", "comment", "text", "by", "match"}}, {}};
const TextShape record{{{"comment", "kind", "urgency", "department", "acceptable", "facts", "promises", "private"}},
                       {{"facts", parts, &written_fact}, {"promises", parts, &written_promise}}};

const TextShape scenario{
    {{"$schema", "format",  "version", "comment",   "id",     "title",     "kind",    "difficulty", "persona",
      "channel", "teaches", "brief",   "owner",     "mood",   "household", "after",   "memories",   "returning",
      "facts",   "start",   "stages",  "reactions", "events", "record",    "endings", "plays"}},
    {{"memories", parts, &memory},
     {"returning", parts, &returning},
     {"facts", parts, &fact},
     {"stages", parts, &stage},
     {"reactions", parts, &one_row_rule},
     {"events", parts, &one_row_rule},
     {"record", block, &record},
     {"endings", parts, &ending},
     {"plays", parts, &play}}};

const TextShape effect{{{"acts", "families", "input", "comment", "anger", "trust", "patience"}}, {}};
const TextShape persona_rule{one_row_rule.rows, {{"say", texts, nullptr}}};
const TextShape persona{{{"$schema", "format", "version", "comment", "id", "name", "about", "seconds", "hears",
                          "effects", "reactions", "leaves", "silence"}},
                        {{"effects", parts, &effect},
                         {"reactions", parts, &persona_rule},
                         {"leaves", texts, nullptr},
                         {"silence", texts, nullptr}}};

}  // namespace

const TextChild* TextShape::child(std::string_view key) const {
    for (const TextChild& child : children)
        if (child.key == key) return &child;
    return nullptr;
}

const TextShape& text_shape_of(std::string_view format) { return format == "huashu-persona" ? persona : scenario; }

}  // namespace huashu::app
