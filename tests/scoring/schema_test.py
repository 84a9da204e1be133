"""The schemas that editors use accept every shipped file and refuse what the loader refuses.

Run by ctest with Debian's python3-jsonschema: schema_test.py REPOSITORY
"""
import copy
import json
import pathlib
import sys

import jsonschema


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def main(root):
    schemas = root / "scoring" / "schema"
    rules = jsonschema.Draft7Validator(load(schemas / "rules.schema.json"))
    pack = jsonschema.Draft7Validator(load(schemas / "pack.schema.json"))
    failures = []
    seen = 0

    def check(validator, path):
        nonlocal seen
        seen += 1
        for error in validator.iter_errors(load(path)):
            where = "/".join(str(part) for part in error.absolute_path)
            failures.append(f"{path}: {where}: {error.message[:200]}")

    for header in sorted(root.glob("scoring/packs/*/pack.json")):
        check(pack, header)
        for path in sorted(header.parent.rglob("*.json")):
            if path != header:
                check(rules, path)
    if seen < 2:
        failures.append("no shipped pack was found")

    scenarios = root / "scenarios" / "schema"
    scenario = jsonschema.Draft7Validator(load(scenarios / "scenario.schema.json"))
    persona = jsonschema.Draft7Validator(load(scenarios / "persona.schema.json"))
    before = seen
    for folder in ("scenarios/library", "scenarios/skeleton", "tests/scenarios/sound"):
        for path in sorted((root / folder).glob("*.json")):
            check(scenario, path)
    for folder in ("scenarios/personas", "tests/scenarios/personas"):
        for path in sorted((root / folder).glob("*.json")):
            check(persona, path)
    if seen < before + 10:
        failures.append("no shipped scenarios were found")

    blueprint = jsonschema.Draft7Validator(load(root / "assets" / "blueprint.schema.json"))
    before = seen
    for path in sorted((root / "assets" / "blueprints").glob("*.json")):
        check(blueprint, path)
        for wrong in ({"passmark": 80}, {"pass_mark": 101}, {"draws": []}, {"minutes": "45"}):
            if blueprint.is_valid({**load(path), **wrong}):
                failures.append(f"a blueprint with {wrong} is accepted")
    if seen < before + 2:
        failures.append("no shipped blueprints were found")

    sample = load(root / "tests" / "scoring" / "samples" / "mini" / "every_kind.json")
    failures += [f"every_kind.json: {error.message[:200]}" for error in rules.iter_errors(sample)]
    for index, rule in enumerate(sample["rules"]):
        for key in ("id", "kind", "source", "reason", "hits", "misses"):
            broken = copy.deepcopy(sample)
            del broken["rules"][index][key]
            if rules.is_valid(broken):
                failures.append(f"a {rule['kind']} rule without \"{key}\" is accepted")
        broken = copy.deepcopy(sample)
        broken["rules"][index]["mach"] = ["x"]
        if rules.is_valid(broken):
            failures.append(f"a {rule['kind']} rule with an unknown key is accepted")

    print("\n".join(failures) or f"{seen} files are as their schema says")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
