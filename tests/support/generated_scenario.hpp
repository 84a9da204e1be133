// A scenario of as many stages as one likes, for measuring how loading, playing and checking grow with size. Each stage
// leads to the next; one in ten may send an angry owner one stage back first.
#pragma once

#include <string>

namespace huashu::test {

inline std::string generated_stage(int number, int stages) {
    const std::string id = "s" + std::to_string(number);
    const std::string next = number + 1 < stages ? "s" + std::to_string(number + 1) : "end";
    const std::string n = std::to_string(number);
    std::string way = "\"" + next + "\"";
    if (number % 10 == 9)
        way = R"([{"when": {"anger": {"min": 95}}, "to": "s)" + std::to_string(number - 1) + R"("}, {"to": ")" + next +
              "\"}]";
    return R"({"id": ")" + id + R"(", "step": )" + std::to_string(number % 4 + 1) + R"(, "title": "第)" + n +
           R"(段", "enter": ["第)" + n + R"(件事你們怎麼說？", {"when": {"anger": {"min": 70}}, "lines": ["第)" + n +
           R"(件事！"]}], "goal": [{"acts": ["apologize", "solve"]}], "turns": 2, "choices": [)" +
           R"({"id": "a", "quality": "near", "text": "第)" + n + R"(件我記下了。"},)" +
           R"({"id": "b", "quality": "bad", "text": "第)" + n + R"(件不歸我管。", "answer": ["那歸誰管？"]},)" +
           R"({"id": "c", "quality": "best", "text": "非常抱歉，第)" + n +
           R"(件我安排人三點前到。"}], "model": "非常抱歉，第)" + n +
           R"(件我安排人三點前到。", "stuck": ["算了。"], "next": )" + way + "}";
}

/// Its id must be the file's name. `persona`: the id of one that exists.
inline std::string generated_scenario(const std::string& id, int stages, const std::string& persona) {
    std::string text = R"({"format": "huashu-scenario", "version": 1, "id": ")" + id +
                       R"(", "title": "很長", "kind": "§2.2.1", "difficulty": 1, "persona": ")" + persona +
                       R"(", "channel": "phone", "teaches": ["§4.2"], "brief": "量速度用。",
 "owner": {"name": "甲", "address": "甲先生", "age": 40, "sex": "male", "home": "1 棟", "about": "有很多件事。"},
 "mood": {"anger": 40, "trust": 50, "patience": 90}, "start": "s0", "stages": [
)";
    for (int i = 0; i < stages; ++i) text += generated_stage(i, stages) + (i + 1 < stages ? ",\n" : "\n");
    return text + R"(], "endings": [
 {"id": "good", "title": "好", "rank": "best", "at": "end", "when": {"did": ["apologize", "solve"]}, "say": ["好。"], "note": "好。"},
 {"id": "fair", "title": "可以", "rank": "mixed", "at": "end", "when": {"anger": {"max": 70}}, "say": ["行。"], "note": "行。"},
 {"id": "poor", "title": "不好", "rank": "bad", "at": "end", "say": ["哼。"], "note": "哼。"}],
 "plays": [
 {"id": "best", "turns": [{"choice": "c"}], "ending": "good"},
 {"id": "fair", "turns": [{"choice": "a"}], "ending": "fair"},
 {"id": "worst", "turns": [{"choice": "b"}], "ending": "poor"}]}
)";
}

}  // namespace huashu::test
