#!/usr/bin/env python3
"""Makes random expressions and writes what Jinja2 makes of them, to look for differences.

    python3 random_cases.py SEED COUNT > cases.json
    JINJA_CASES=cases.json swift test --filter JinjaTests
"""
import json
import random
import sys

from jinja2 import Environment, StrictUndefined

from make_cases import DATA, revive

ATOMS = ["n", "neg", "f", "zero", "t", "nothing", "s", "name", "evil", "empty", "uni", "xs", "strs", "nil", "nested", "mixed", "d",
         "people", "html", "word", "num", "1", "2", "-3", "0.5", "2.0", "'a'", "'<b>'", "''", "'a,b'", "[1, 'x']", "(1, 2)", "{'k': 1}", "true", "none", "missing"]
FILTERS = ["upper", "lower", "title", "capitalize", "trim", "length", "first", "last", "sort", "reverse", "list", "string", "int", "float", "round",
           "abs", "join", "join(', ')", "unique|list", "sum", "min", "max", "e", "safe", "replace('a', '<')", "replace('<', html)", "default('z')",
           "default('z', true)", "batch(2)|list", "slice(2)|list", "string|truncate(5)", "string|truncate(4, true, '')", "wordcount", "center(9)", "string|indent", "urlencode",
           "striptags", "tojson", "select|list", "reject|list", "map('string')|list", "map('upper')|list", "dictsort", "items|list", "format(1)",
           "round(1)", "round(1, 'floor')", "int(3)", "sort(reverse=true)", "select('string')|list", "reject('none')|list", "map('length')|list", "xmlattr", "escape|length"]
TESTS = ["defined", "none", "string", "number", "mapping", "iterable", "sequence", "even", "odd", "divisibleby(2)", "true", "false", "boolean", "integer",
         "float", "lower", "upper", "escaped", "in([1, 'a'])", "eq(2)", "gt(1)", "sameas(none)"]
BINARY = ["+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or"]
POSTFIX = ["[0]", "[-1]", "[1:]", "[::-1]", "[:2]", ".upper()", ".split()", ".items()|list", ".get('a')", ".a", "['b']", ".name", ".strip()", ".title()", ".replace('l', 'L')"]


def expression(random, depth):
    if depth == 0:
        return random.choice(ATOMS)
    inner = lambda: expression(random, depth - random.randint(1, depth))
    kind = random.randint(0, 9)
    if kind < 3:
        return f"{wrap(inner())}|{random.choice(FILTERS)}"
    if kind < 6:
        return f"{wrap(inner())} {random.choice(BINARY)} {wrap(inner())}"
    if kind == 6:
        return f"{wrap(inner())} is {random.choice(['', 'not '])}{random.choice(TESTS)}"
    if kind == 7:
        return f"{wrap(inner())}{random.choice(POSTFIX)}"
    if kind == 8:
        return f"{inner()} if {inner()} else {inner()}"
    return random.choice([f"[{inner()}, {inner()}]", f"not {wrap(inner())}", f"-{wrap(inner())}", f"({inner()}, {inner()})", f"{inner()} ~ {inner()} ~ {inner()}"])


def wrap(text):
    return text if text.isidentifier() else f"({text})"


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    source = random.Random(seed)
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    data = revive(DATA)
    cases = []
    while len(cases) < count:
        template = "{{ " + expression(source, source.randint(1, 4)) + " }}"
        if source.random() < 0.2:
            template = "{% for x in " + template[3:-3] + " %}{{ x }}{{ loop.index }},{% else %}-{% endfor %}"
        case = {"template": template}
        try:
            case["output"] = environment.from_string(template).render(data)
        except Exception as error:
            case["fails"] = type(error).__name__
        if " object at 0x" in case.get("output", "") or "<built-in" in case.get("output", "") or "method" in case.get("output", ""):
            continue
        cases.append(case)
    json.dump({"data": DATA, "cases": cases}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
