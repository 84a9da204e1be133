#include "author/text_shape.hpp"

namespace huashu::app {
namespace {

const TextShape shape_of_one_row_rule{{{"id", "comment", "when", "say", "mood", "set", "tell", "to", "once"}}, {}};
const TextShape shape_of_fact{{{"id", "label", "comment"}, {"ask"}, {"tell"}, {"note"}}, {}};
const TextShape shape_of_choice{{{"id", "quality", "comment", "text"}, {"answer", "mood", "set", "next"}}, {}};
const TextShape shape_of_stage{{{"id", "step", "days_later", "seconds", "title", "comment"},
                                {"enter"},
                                {"goal"},
                                {"turns"},
                                {"choices"},
                                {"model"},
                                {"reactions"},
                                {"stuck"},
                                {"next"}},
                               {{"enter", TextStyle::lines, nullptr},
                                {"choices", TextStyle::parts, &shape_of_choice},
                                {"reactions", TextStyle::parts, &shape_of_one_row_rule}}};
const TextShape shape_of_ending{{{"id", "title", "rank", "comment", "at", "when", "say"}, {"note"}}, {}};
const TextShape shape_of_play{{{"id", "about", "comment"}, {"history"}, {"turns"}, {"ending", "score", "mood"}},
                              {{"turns", TextStyle::turns, nullptr}}};
const TextShape shape_of_memory{{{"id", "sort", "comment", "when", "note"}}, {}};
const TextShape shape_of_returning{{{"id", "comment", "when", "mood", "set"}}, {}};
const TextShape shape_of_written_fact{{{"id", "comment", "text", "match", "fact"}}, {}};
const TextShape shape_of_written_promise{{{"id", "comment", "text", "by", "match"}}, {}};
const TextShape shape_of_record{
    {{"comment", "kind", "urgency", "department", "acceptable", "facts", "promises", "private"}},
    {{"facts", TextStyle::parts, &shape_of_written_fact}, {"promises", TextStyle::parts, &shape_of_written_promise}}};

const TextShape shape_of_scenario{
    {{"$schema", "format",  "version", "comment",   "id",     "title",     "kind",    "difficulty", "persona",
      "channel", "teaches", "brief",   "owner",     "mood",   "household", "after",   "memories",   "returning",
      "facts",   "start",   "stages",  "reactions", "events", "record",    "endings", "plays"}},
    {{"memories", TextStyle::parts, &shape_of_memory},
     {"returning", TextStyle::parts, &shape_of_returning},
     {"facts", TextStyle::parts, &shape_of_fact},
     {"stages", TextStyle::parts, &shape_of_stage},
     {"reactions", TextStyle::parts, &shape_of_one_row_rule},
     {"events", TextStyle::parts, &shape_of_one_row_rule},
     {"record", TextStyle::block, &shape_of_record},
     {"endings", TextStyle::parts, &shape_of_ending},
     {"plays", TextStyle::parts, &shape_of_play}}};

const TextShape shape_of_effect{{{"acts", "families", "input", "comment", "anger", "trust", "patience"}}, {}};
const TextShape shape_of_persona_rule{shape_of_one_row_rule.rows, {{"say", TextStyle::texts, nullptr}}};
const TextShape shape_of_persona{{{"$schema", "format", "version", "comment", "id", "name", "about", "seconds", "hears",
                                   "effects", "reactions", "leaves", "silence"}},
                                 {{"effects", TextStyle::parts, &shape_of_effect},
                                  {"reactions", TextStyle::parts, &shape_of_persona_rule},
                                  {"leaves", TextStyle::texts, nullptr},
                                  {"silence", TextStyle::texts, nullptr}}};

// A pattern, a word, an example has a line: adding one is a change of one line.
const TextShape shape_of_rule{{{"id",     "kind",      "family", "act",  "severity", "points", "sure",    "dimension",
                                "weight", "complaint", "steps",  "acts", "anger",    "side",   "within",  "until",
                                "pairs",  "count",     "max",    "min",  "voids",    "over",   "evasion", "each"},
                               {"ignore"},
                               {"markers"},
                               {"match"},
                               {"except"},
                               {"owner"},
                               {"known"},
                               {"earlier"},
                               {"say"},
                               {"any"},
                               {"first"},
                               {"then"},
                               {"trigger"},
                               {"with"},
                               {"when"},
                               {"unless"},
                               {"target"},
                               {"source", "reason"},
                               {"instead"},
                               {"note"},
                               {"hits"},
                               {"misses"}},
                              {{"markers", TextStyle::texts, nullptr},
                               {"match", TextStyle::texts, nullptr},
                               {"except", TextStyle::texts, nullptr},
                               {"owner", TextStyle::texts, nullptr},
                               {"known", TextStyle::texts, nullptr},
                               {"earlier", TextStyle::texts, nullptr},
                               {"hits", TextStyle::texts, nullptr},
                               {"misses", TextStyle::texts, nullptr}}};
const TextShape shape_of_word_list{{{"about"}, {"extends"}, {"words"}}, {{"words", TextStyle::texts, nullptr}}};
const TextShape shape_of_rules{
    {{"$schema", "format", "version", "about", "lists", "rules"}},
    {{"lists", TextStyle::named, &shape_of_word_list}, {"rules", TextStyle::parts, &shape_of_rule}}};
const TextShape shape_of_pack{{{"$schema", "format", "version", "id", "title", "language", "weights", "severity_points",
                                "critical_cap", "pass_mark", "doubt"}},
                              {}};

}  // namespace

const TextChild* TextShape::child(std::string_view key) const {
    for (const TextChild& child : children)
        if (child.key == key) return &child;
    return nullptr;
}

const TextShape& text_shape_of(std::string_view format) {
    if (format == "huashu-rules") return shape_of_rules;
    if (format == "huashu-pack") return shape_of_pack;
    return format == "huashu-persona" ? shape_of_persona : shape_of_scenario;
}

}  // namespace huashu::app
