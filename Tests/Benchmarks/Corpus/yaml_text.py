"""Writes nested dictionaries, lists and texts as the YAML that an editor would write."""

import json
import re

PLAIN = re.compile(r"^[A-Za-z0-9(][A-Za-z0-9 ()./'+;-]*$")
SPECIAL = {"true", "false", "null", "yes", "no", "on", "off"}
WIDTH = 100


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = str(value)
    if PLAIN.match(text) and text.lower() not in SPECIAL and not text.endswith(" ") and not re.match(r"^[0-9.+-]", text):
        return text
    return json.dumps(text, ensure_ascii=False)


class Number(str):
    """A figure that is written without quotes, with its digits as they are."""


def flow(value):
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    text = scalar(value)
    if isinstance(value, str) and not text.startswith('"') and "," in text:
        return json.dumps(value, ensure_ascii=False)
    return text


def lines(value, indent=""):
    """The lines of a dictionary or a list; what fits on one line stands on one."""
    out = []
    pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in pairs:
        head = f"{indent}- " if key is None else f"{indent}{key}: "
        if not isinstance(item, (dict, list)) or not item or len(head) + len(flow(item)) <= WIDTH:
            out.append(head + flow(item))
        elif key is None:
            inner = lines(item, indent + "  ")
            out.append(f"{indent}- {inner[0].lstrip()}")
            out.extend(inner[1:])
        else:
            out.append(f"{indent}{key}:")
            out.extend(lines(item, indent + "  "))
    return out


def dump(value):
    return "\n".join(lines(value)) + "\n"
