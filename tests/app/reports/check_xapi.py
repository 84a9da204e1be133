#!/usr/bin/env python3
"""Holds xAPI statements (JSON Lines) to the rules of the specification 1.0.3, parts 2.2 and 2.4 and appendix C, as far
as they touch what we write. Prints what breaks them; exit status 1 then."""
import json
import re
import sys

UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
ANY_UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
IRI = re.compile(r'^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$')
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
DURATION = re.compile(r"^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$")
LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$")
STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
DEFINITION = {"name", "description", "type", "interactionType", "correctResponsesPattern", "choices", "steps"}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
CONTEXT = {"registration", "platform", "language", "contextActivities"}
problems = []


def hold(truth, what):
    if not truth:
        problems.append(what)


def language_map(value, where):
    hold(isinstance(value, dict) and value, f"{where}: no language map")
    for key, text in value.items():
        hold(LANGUAGE.match(key), f"{where}: {key} is no language")
        hold(isinstance(text, str), f"{where}: no words")


def components(value, where):
    ids = [each["id"] for each in value]
    hold(len(ids) == len(set(ids)), f"{where}: an id twice")
    for each in value:
        hold(set(each) <= {"id", "description"}, f"{where}: unknown members")
        hold(re.match(r"^[^\s,:\[\]]+$", each["id"]), f"{where}: odd id {each['id']}")
        language_map(each["description"], where)
    return ids


def interaction(definition, result):
    kind = definition["interactionType"]
    hold(kind in {"choice", "long-fill-in", "performance"}, f"interaction {kind}")
    hold(definition["type"] == "http://adlnet.gov/expapi/activities/cmi.interaction", "type of an interaction")
    if kind == "choice":
        ids = components(definition["choices"], "choices")
        hold(result["response"] in ids, f"the response {result['response']} is none of the choices")
        for pattern in definition["correctResponsesPattern"]:
            hold(all(part in ids for part in pattern.split("[,]")), "a correct response is none of the choices")
    elif kind == "performance":
        ids = components(definition["steps"], "steps")
        answered = [part.split("[.]") for part in result["response"].split("[,]")]
        hold([step for step, _ in answered] == ids, "the steps answered are not the steps")
        hold(all(re.match(r"^\d+$", value) for _, value in answered), "a step's value is no number")
        for part in definition["correctResponsesPattern"][0].split("[,]"):
            hold(re.match(r"^[a-z]+\[\.\]\d+\[:\]\d+$", part), f"pattern {part}")
    else:
        hold("choices" not in definition and isinstance(result["response"], str), "long-fill-in")


def statement(s):
    hold(set(s) <= STATEMENT and {"id", "actor", "verb", "object"} <= set(s), "members of a statement")
    hold(UUID.match(s["id"]), f"id {s['id']}")
    actor = s["actor"]
    hold(actor["objectType"] == "Agent" and set(actor["account"]) == {"homePage", "name"}, "actor")
    hold(IRI.match(actor["account"]["homePage"]) and actor["account"]["name"], "account")
    hold("mbox" not in actor, "one identifier only")
    hold(IRI.match(s["verb"]["id"]), "verb")
    language_map(s["verb"]["display"], "verb")
    target = s["object"]
    hold(target["objectType"] == "Activity" and IRI.match(target["id"]), f"object {target['id']}")
    definition = target["definition"]
    hold(set(definition) <= DEFINITION, f"definition: {set(definition) - DEFINITION}")
    language_map(definition["name"], "name")
    result = s["result"]
    hold(set(result) <= RESULT, "members of a result")
    if "score" in result:
        score = result["score"]
        hold(-1 <= score["scaled"] <= 1 and score["min"] <= score["raw"] <= score["max"], f"score {score}")
        hold(abs(score["scaled"] - score["raw"] / 100) < 1e-9, "scaled is not raw")
    for key in ("success", "completion"):
        hold(isinstance(result.get(key, True), bool), key)
    if "duration" in result:
        hold(DURATION.match(result["duration"]), f"duration {result['duration']}")
    for key in result.get("extensions", {}):
        hold(IRI.match(key), f"extension {key}")
    if "interactionType" in definition:
        interaction(definition, result)
    context = s["context"]
    hold(set(context) <= CONTEXT, "members of a context")
    hold(ANY_UUID.match(context["registration"]), "registration")
    hold(LANGUAGE.match(context["language"]), "language of the context")
    for parent in context.get("contextActivities", {}).get("parent", []):
        hold(IRI.match(parent["id"]), "parent")
    hold(TIME.match(s["timestamp"]), f"timestamp {s['timestamp']}")


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        lines = [json.loads(line) for line in file]
    hold(lines, "no statement at all")
    hold(len({s["id"] for s in lines}) == len(lines), "an id twice")
    for s in lines:
        statement(s)
    kinds = {s["object"]["definition"].get("interactionType") for s in lines}
    hold(kinds >= {"choice", "long-fill-in", "performance", None}, f"not every kind of statement: {kinds}")
    print("\n".join(problems[:20]))
    return 1 if problems else 0


sys.exit(main())
