#!/usr/bin/env python3
"""Runs the template cases through Jinja2 and writes what it makes of them to cases.json.

    python3 make_cases.py

A case is a template with data; the expected output is Jinja's, with autoescape on and
StrictUndefined. Cases that Jinja refuses are written with "fails": true.

lines.txt holds more of them, one a line, over the data of lines-data.json; ␤ stands for a line break.
refused.txt holds lines that Jinja renders and that use what our engine does not have: loading has to say so.
"""
import copy
import json
import os
import re

from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateError
from markupsafe import Markup

DATA = {
    "n": 7, "neg": -7, "f": 2.5, "big": 12345678901234567, "zero": 0, "t": True, "nothing": None,
    "s": "hello world", "name": "Ann & Bob", "evil": "<script>alert('x')</script>\"", "empty": "",
    "uni": "Überlänge ß – naïve", "multi": "one\ntwo\n\nthree", "pad": "  padded\t", "num": "42", "word": "cat",
    "xs": [3, 1, 2], "strs": ["b", "A", "c", "a"], "nil": [], "nested": [[1, 2], [3, 4]], "mixed": [1, "a", None, True, 2.5],
    "d": {"b": 2, "a": 1, "C": 3}, "deep": {"a": {"b": {"c": "found"}}}, "tags": "<p>Hello  <b>big</b>\n world &amp; co</p>",
    "people": [
        {"name": "Ann", "age": 31, "city": "Lyon", "tags": ["x", "y"]},
        {"name": "bob", "age": 25, "city": "paris", "tags": []},
        {"name": "Cyd", "age": 31, "city": "Lyon", "tags": ["z"]},
        {"name": "dan", "age": 40, "city": "Paris", "tags": ["x"]},
    ],
    "html": {"$safe": "<em>safe & sound</em>"},
    "url": "/studies/a b?x=1&y=é",
    "menu": [{"title": "A", "children": [{"title": "A1", "children": []}, {"title": "A2", "children": []}]}, {"title": "B", "children": []}],
}

CASES = []


def case(template, options=None, **templates):
    CASES.append({"template": template, "options": options or {}, "templates": {k.replace("__", "/") + ".html": v for k, v in templates.items()}})


def many(text):
    for line in text.strip().splitlines():
        line = line.strip()
        if not line:
            continue
        # A line of expressions is a case for each, so that a difference is easy to find.
        parts = [line] if "{%" in line else re.split(r"(?<=\}\}) (?=\{\{)", line)
        for part in parts:
            case(part if "'" in part and "\\n" in part and "{%" not in part else part.replace("\\n", "\n"))


# Values
many(r"""
{{ n }} {{ neg }} {{ f }} {{ big }} {{ t }} {{ nothing }}
{{ s }} {{ name }} {{ evil }} {{ html }} {{ uni }}
{{ xs }} {{ strs }} {{ mixed }} {{ nil }}
{{ d }} {{ deep }}
{{ (1, 2) }} {{ (1,) }} {{ () }} {{ [1, [2, (3, 'a')]] }}
{{ {'a': 1, 'b': [1, 2]} }} {{ {} }} {{ {1: 2, 'x': none} }}
{{ 'a' }} {{ "b" }} {{ 'it''s' }} {{ "x\"y" }} {{ 'a\tb\\c' }}
{{ ["it's", 'say "hi"', 'both \' and "', 'tab\t', 'é', 'nl\n'] }}
{{ 1.0 }} {{ 0.1 }} {{ 1e16 }} {{ 1e15 }} {{ 1.5e-5 }} {{ 0.0001 }} {{ 1e100 }} {{ 123456789.123 }}
{{ 0.1 + 0.2 }} {{ 1/3 }} {{ 2/1 }} {{ 1e3 }} {{ 100.0 }} {{ 1e22 }} {{ 5e-324 }}
{{ 0x1F }} {{ 0b101 }} {{ 0o17 }} {{ 1_000 }}
{{ true }} {{ True }} {{ false }} {{ none is none }} {{ None }}
{{ [true, false, none, 1.5] }} {{ [html] }}
{{ 'a' 'b' "c" }}
{{ '\u00e9\x41' }}
""".replace("{{ none is none }}", "{{ nothing is none }}"))
# Arithmetic
many(r"""
{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 2 - 3 - 4 }}
{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 // -2 }} {{ -7 // -2 }}
{{ 7 % 3 }} {{ -7 % 3 }} {{ 7 % -3 }} {{ -7 % -3 }}
{{ 7.5 // 2 }} {{ -7.5 // 2 }} {{ 7.5 % 2 }} {{ -7.5 % 2 }} {{ 7 / 2 }} {{ 6 / 3 }}
{{ 2 ** 10 }} {{ 2 ** -1 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ 2.0 ** 3 }} {{ 2 ** 0 }} {{ 0 ** 0 }}
{{ -n }} {{ +n }} {{ - f }} {{ --n }}
{{ true + 1 }} {{ true * 3 }} {{ 1 == true }} {{ 1.0 == 1 }}
{{ 'ab' * 3 }} {{ 3 * 'ab' }} {{ [1] * 3 }} {{ 'ab' * 0 }} {{ 'a' + 'b' }} {{ [1] + [2] }} {{ (1,) + (2,) }}
{{ 1 ~ 2 }} {{ 'a' ~ 1 ~ none ~ true ~ 1.5 }} {{ name ~ html }} {{ html ~ name }} {{ html + name }} {{ name + html }}
{{ '%s of %d' % ('x', 3) }} {{ '%.2f' % f }} {{ '%05d|%-5s|%5s|%+d' % (42, 'a', 'b', 3) }} {{ '%x %X %o %%' % (255, 255, 8) }}
{{ html % () }} {{ '%(a)s-%(b)d' % {'a': 'x', 'b': 2} }}
{{ 1 * 2 ~ 3 * 4 }} {{ 10 - 2 ~ 1 }}
{{ 0.5 + 0.25 }} {{ 1e308 * 10 }} {{ -1e308 * 10 }}
{{ 3 * f }} {{ n + f }} {{ n - f }} {{ 5 % 2.5 }}
""")
# Comparison and logic
many(r"""
{{ 1 < 2 }} {{ 2 <= 2 }} {{ 3 > 4 }} {{ 3 >= 4 }} {{ 1 != 2 }} {{ 1 == 1.0 }}
{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 3 > 2 >= 2 == true }}
{{ 'a' < 'b' }} {{ 'B' < 'a' }} {{ [1, 2] < [1, 3] }} {{ 'é' > 'z' }}
{{ 1 in xs }} {{ 9 in xs }} {{ 9 not in xs }} {{ 'ell' in s }} {{ 'a' in d }} {{ '' in s }}
{{ true and false }} {{ true or false }} {{ not true }} {{ not not n }}
{{ 0 or 'x' }} {{ 'a' and 'b' }} {{ '' or none or 'z' }} {{ n and xs }} {{ 0 and n }}
{{ not n == 7 }} {{ not 1 in xs }} {{ 1 == 1 and 2 == 2 or false }}
{{ 'yes' if n else 'no' }} {{ 'yes' if zero else 'no' }} {{ 'only' if zero }} {{ 'a' if zero else 'b' if zero else 'c' }}
{{ xs == [3, 1, 2] }} {{ (1, 2) == [1, 2] }} {{ {'a': 1} == {'a': 1.0} }} {{ html == '<em>safe & sound</em>' }}
{{ none == false }} {{ nothing == none }}
{{ 'x' if n == 7 and f > 2 else 'y' }}
{{ (n > 5) ~ '!' }} {{ n > 5 and 'big' or 'small' }}
""")
# Access
many(r"""
{{ d.a }} {{ d['b'] }} {{ deep.a.b.c }} {{ deep['a'].b['c'] }} {{ people[0].name }} {{ people.0.name }} {{ people[-1]['name'] }}
{{ xs[0] }} {{ xs[-1] }} {{ nested[1][0] }} {{ s[0] }} {{ s[-1] }} {{ (1, 2)[1] }} {{ 'abc'[1] }}
{{ xs[1:] }} {{ xs[:1] }} {{ xs[::-1] }} {{ s[2:5] }} {{ s[::-2] }} {{ xs[:] }} {{ s[-3:] }} {{ xs[5:] }} {{ s[:-100] }}
{{ (1, 2, 3)[1:] }} {{ html[1:3] }}
{{ d.items() }} {{ d.keys()|list }} {{ d.values()|list }} {{ d.get('a') }} {{ d.get('q') }} {{ d.get('q', 5) }}
{{ s.upper() }} {{ s.title() }} {{ s.split() }} {{ s.split('o') }} {{ s.split('o', 1) }} {{ s.startswith('he') }} {{ s.endswith('x') }}
{{ s.replace('l', 'L') }} {{ s.replace('l', 'L', 1) }} {{ pad.strip() }}| {{ s.find('o') }} {{ s.find('q') }} {{ s.count('l') }}
{{ ', '.join(strs) }} {{ 'x'.join(['a', '<']) }} {{ '9'.isdigit() }} {{ s.capitalize() }} {{ multi.splitlines() }}
{{ xs.index(1) }} {{ xs.count(2) }} {{ 'abc'.removeprefix('a') }} {{ 'abc'.removesuffix('c') }} {{ 'xxaxx'.strip('x') }} {{ pad.lstrip() }}| {{ pad.rstrip() }}|
{{ html.upper() }} {{ html.replace('safe', '<x>') }}
""".replace("{{ d.items() }}", "{{ d.items()|list }}"))
# Filters
many(r"""
{{ s|upper }} {{ 'ABC'|lower }} {{ s|title }} {{ s|capitalize }} {{ "foo-bar (baz) it's"|title }} {{ 'hELLO'|capitalize }}
{{ pad|trim }}| {{ 'xxaxx'|trim('x') }} {{ html|upper }} {{ html|lower }} {{ uni|upper }} {{ 'İ'|lower|length }}
{{ evil|e }} {{ evil|escape }} {{ html|e }} {{ evil|safe }} {{ (evil|e)|e }} {{ evil|e|safe }} {{ 5|e }}
{{ s|replace('o', '0') }} {{ s|replace('o', '0', 1) }} {{ s|replace('', '-') }} {{ evil|replace('<', '[') }} {{ html|replace('<', '[') }} {{ html|replace('safe', '<b>') }} {{ evil|replace('script', html) }}
{{ xs|join }} {{ xs|join(', ') }} {{ strs|join(' & ') }} {{ [name, html]|join(' < ') }} {{ people|join(', ', attribute='name') }} {{ []|join(',') }} {{ xs|join(html) }}
{{ s|length }} {{ xs|count }} {{ d|length }} {{ uni|length }} {{ ''|length }}
{{ xs|first }} {{ xs|last }} {{ s|first }} {{ s|last }} {{ d|first }}
{{ missing|default('x') }} {{ missing|d }} {{ empty|default('x') }} {{ empty|default('x', true) }} {{ nothing|default('x') }} {{ nothing|default('x', boolean=true) }} {{ d.q|default('q') }} {{ none|first|default('z') }} {{ zero|d(1, true) }}
{{ xs|sort }} {{ strs|sort }} {{ strs|sort(case_sensitive=true) }} {{ xs|sort(reverse=true) }} {{ people|sort(attribute='age')|map(attribute='name')|list }} {{ people|sort(attribute='age,name')|map(attribute='name')|join('-') }} {{ people|sort(true, false, 'city')|map(attribute='name')|list }}
{{ xs|reverse|list }} {{ s|reverse }} {{ [1, 1, 2]|unique|list }} {{ strs|unique|list }} {{ strs|unique(true)|list }} {{ people|unique(attribute='city')|map(attribute='name')|list }}
{{ people|map(attribute='name')|list }} {{ strs|map('upper')|list }} {{ people|map(attribute='tags.0', default='-')|list }} {{ people|map(attribute='zip', default='none')|join(' ') }} {{ ['1', '2']|map('int')|sum }} {{ strs|map('replace', 'a', 'z')|join }}
{{ xs|select('odd')|list }} {{ xs|reject('odd')|list }} {{ [0, 1, '', 'a', none]|select|list }} {{ [0, 1, '']|reject|list }} {{ xs|select('gt', 1)|list }} {{ xs|select('divisibleby', 3)|list }} {{ xs|select('in', [1, 2])|list }}
{{ people|selectattr('age', 'gt', 30)|map(attribute='name')|list }} {{ people|rejectattr('tags')|map(attribute='name')|list }} {{ people|selectattr('tags')|list|length }} {{ people|selectattr('age', '==', 31)|list|length }} {{ people|selectattr('zip', 'defined')|list }} {{ people|selectattr('name', 'eq', 'Ann')|map(attribute='city')|first }}
{% for g in people|groupby('city') %}{{ g.grouper }}:{% for p in g.list %}{{ p.name }} {% endfor %};{% endfor %}
{% for city, ps in people|groupby('age') %}{{ city }}={{ ps|length }} {% endfor %}
{% for k, v in people|groupby('zip', default='NA') %}{{ k }}{{ v|length }}{% endfor %}
{% for k, v in people|groupby('city', case_sensitive=true) %}{{ k }}{{ v|length }}{% endfor %}
{{ [1,2,3,4,5]|batch(2)|list }} {{ [1,2,3,4,5]|batch(2, 'x')|list }} {{ [1,2,3,4,5]|slice(2)|list }} {{ [1,2,3,4,5]|slice(3, 'x')|list }} {{ [1,2]|slice(3)|list }}
{{ xs|sum }} {{ people|sum(attribute='age') }} {{ xs|sum(start=10) }} {{ []|sum }} {{ [0.5, 1]|sum }}
{{ xs|min }} {{ xs|max }} {{ strs|min }} {{ strs|max }} {{ (people|max(attribute='age')).name }} {{ strs|min(case_sensitive=true) }}
{{ -5|abs }} {{ (-2.5)|abs }} {{ '42'|int }} {{ '4.7'|int }} {{ 'x'|int }} {{ 'x'|int(9) }} {{ 'ff'|int(0, 16) }} {{ '0x1f'|int(0, 16) }} {{ 3.9|int }} {{ -3.9|int }} {{ none|list|int(5) }} {{ nothing|int(4) }}
{{ '1.5'|float }} {{ 'x'|float }} {{ 'x'|float(2.5) }} {{ 3|float }} {{ '1e3'|float }} {{ ''|float }}
{{ 2.5|round }} {{ 3.5|round }} {{ 2.675|round(2) }} {{ 1.005|round(2) }} {{ 42.55|round(1) }} {{ 42.55|round(1, 'floor') }} {{ 42.51|round(0, 'ceil') }} {{ 42|round }} {{ 1234.5|round(-2) }} {{ 42.4|round|int }} {{ -2.5|round }} {{ 0.5|round }} {{ 1.5|round }}
{{ 5|string }} {{ 5|string|length }} {{ none|string }} {{ xs|string|length }} {{ html|string }}
{{ '%s - %s'|format('a', 'b') }} {{ '%.3f'|format(3.14159) }} {{ '%(x)s'|format(x=1) }} {{ '%s'|format(evil) }} {{ ('<b>%s</b>'|safe)|format(evil) }} {{ '%.1f %.0f %.0f %.0f'|format(0.25, 0.5, 1.5, 2.5) }} {{ '%.2f'|format(1.005) }} {{ '%.10f'|format(0.1) }} {{ '%8.3f|%-8.2f|%08.2f'|format(3.14159, 2.5, -1.5) }} {{ '%.20f'|format(0.1) }} {{ '%.3s'|format('abcdef') }} {{ '%f'|format(1e20) }} {{ '%d'|format(3.9) }}
{{ s|truncate(8) }} {{ s|truncate(8, true) }} {{ s|truncate(8, true, '…') }} {{ s|truncate(7, leeway=0) }} {{ s|truncate(9) }} {{ 'a b c d e f g h i j'|truncate(10, leeway=0) }} {{ 'abcdefghijklmnop'|truncate(6, false, '', 0) }}
{{ s|wordcount }} {{ uni|wordcount }} {{ "it's a-b c_d 4.5"|wordcount }} {{ ''|wordcount }}
{{ multi|indent }} {{ multi|indent(2, true) }} {{ multi|indent(2, blank=true) }} {{ multi|indent('> ') }} {{ multi|indent(width=1, first=true, blank=true) }}
{{ url|urlencode }} {{ {'a': 'x y', 'b&': 'é/'}|urlencode }} {{ [('q', 1), ('r', 'a=b')]|urlencode }} {{ 'a/b~c.d-e_f'|urlencode }}
{{ d|dictsort }} {{ d|dictsort(true) }} {{ d|dictsort(by='value') }} {{ d|dictsort(reverse=true) }} {{ d|dictsort(false, 'value', true) }} {{ d|items|list }}
{{ d|tojson }} {{ xs|tojson }} {{ evil|tojson }} {{ mixed|tojson }} {{ uni|tojson }} {{ '\u2028'|tojson }} {{ {'b': [], 'a': {}}|tojson }} {{ '😀'|tojson }} {{ 1.0|tojson }} {{ (1, 2)|tojson }} {{ '/\\'|tojson }}
{{ d|tojson(2) }} {{ nested|tojson(indent=1) }} {{ []|tojson(2) }}
{{ tags|striptags }} {{ html|striptags }} {{ 'a<!-- x > y -->b'|striptags }} {{ '&lt;b&gt; &eacute;'|striptags|length }} {{ '1 < 2'|striptags }}
{{ 'ab'|center(7) }}| {{ 'abc'|center(8) }}| {{ 'abcd'|center(2) }}|
{{ d|attr('q')|default('no') }} {{ xs|list }} {{ s|list|length }} {{ d|list }} {{ 'abc'|list }}
<a{{ {'class': 'x', 'id': 'a"b', 'title': none}|xmlattr }}>
{{ s|upper|lower|title|replace('W', 'V') }} {{ xs|sort|first }} {{ -1|abs }} {{ n|string ~ 'x'|upper }}
""".replace("<a{{ {'class': 'x', 'id': 'a\"b', 'title': none}|xmlattr }}>", "{{ {'class': 'x', 'id': 'a\"b', 'title': nothing}|xmlattr }}|{{ {}|xmlattr }}|{{ {'a': 1}|xmlattr(false) }}")
    .replace("none|first|default", "[]|first|default").replace("none|list|int(5)", "nothing|string|int(5)").replace("{{ none|string }}", "{{ nothing|string }}"))
# Tests
many(r"""
{{ n is defined }} {{ q is defined }} {{ q is undefined }} {{ d.a is defined }} {{ d.q is defined }} {{ d.q is not defined }} {{ n is not undefined }}
{{ nothing is none }} {{ n is none }} {{ s is string }} {{ n is string }} {{ html is string }} {{ n is number }} {{ f is number }} {{ t is number }} {{ s is number }}
{{ d is mapping }} {{ xs is mapping }} {{ xs is iterable }} {{ n is iterable }} {{ s is iterable }} {{ xs is sequence }} {{ d is sequence }} {{ n is sequence }}
{{ 2 is even }} {{ 3 is even }} {{ 3 is odd }} {{ -3 is odd }} {{ 9 is divisibleby 3 }} {{ 9 is divisibleby(4) }}
{{ t is true }} {{ t is false }} {{ n is true }} {{ t is boolean }} {{ n is boolean }} {{ n is integer }} {{ f is integer }} {{ t is integer }} {{ f is float }} {{ n is float }}
{{ n is eq 7 }} {{ n is ne(7) }} {{ n is lt 8 }} {{ n is gt 8 }} {{ n is le 7 }} {{ n is ge 8 }} {{ n is equalto 7 }} {{ n is greaterthan 3 }} {{ n is lessthan 3 }}
{{ 1 is in xs }} {{ 9 is in(xs) }} {{ 'a' is in d }} {{ 1 is not in xs }} {{ n is sameas n }} {{ nothing is sameas none }} {{ t is sameas true }}
{{ 'abc' is lower }} {{ 'Abc' is lower }} {{ 'ABC' is upper }} {{ '123' is upper }} {{ html is escaped }} {{ s is escaped }}
{{ n is defined and n is number }} {{ 'x' if s is string else 'y' }} {{ not n is none }} {{ n is number and not n is string }}
""")
# Statements
many(r"""
{% if n %}yes{% endif %} {% if zero %}a{% elif n > 100 %}b{% elif n == 7 %}c{% else %}d{% endif %} {% if zero %}x{% else %}y{% endif %}
{% if none %}a{% else %}empty list{% endif %}{% if d %}d{% endif %}{% if html %}h{% endif %}{% if nothing %}n{% endif %}
{% for x in xs %}{{ x }},{% endfor %} {% for x in nil %}a{% else %}nothing{% endfor %} {% for c in 'abc' %}[{{ c }}]{% endfor %} {% for k in d %}{{ k }}{% endfor %}
{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %} {% for a, b in nested %}{{ a }}-{{ b }} {% endfor %} {% for (a, b) in nested %}{{ a + b }}{% endfor %}
{% for x in xs if x > 1 %}{{ loop.index }}:{{ x }}/{{ loop.length }} {% else %}none{% endfor %} {% for x in xs if x > 9 %}a{% else %}none{% endfor %}
{% for x in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }} {% endfor %}
{% for x in xs %}{% if not loop.first %}{{ loop.previtem }},{% endif %}{{ x }}{% if not loop.last %}>{{ loop.nextitem }}{% endif %} {% endfor %}
{% for x in xs %}{{ loop.previtem is defined }}{{ loop.nextitem|default('end') }} {% endfor %}
{% for x in [1,1,2,2,3] %}{% if loop.changed(x) %}*{% endif %}{{ x }}{% endfor %} {% for x in xs %}{{ loop.cycle('odd', 'even') }} {% endfor %}
{% for p in people %}{% for t in p.tags %}{{ loop.index }}{{ t }}{% if loop.last %};{% endif %}{% else %}({{ p.name }}){% endfor %}{{ loop.index }} {% endfor %}
{% for p in people %}{% set outer = loop %}{{ p.name }}{% endfor %}
{% for i in range(3) %}{{ i }}{% endfor %} {{ range(5)|list }} {{ range(2, 8, 3)|list }} {{ range(5, 0, -2)|list }} {{ range(0)|list }}
{% set x = 5 %}{{ x }} {% set a, b = 1, 2 %}{{ a }}{{ b }} {% set t2 = (1, 2) %}{{ t2 }} {% set x = x + 1 %}{{ x }}
{% set x = 1 %}{% for i in xs %}{% set x = i %}{{ x }}{% endfor %}{{ x }} {% if t %}{% set x = 9 %}{% endif %}{{ x }}
{% if zero %}{% set n = 1 %}{% endif %}{{ n }} {% if t %}{% set n = 2 %}{% endif %}{{ n }} {% if zero %}{% set qq = 1 %}{% endif %}{{ qq is defined }}
{% for i in xs %}{% if i == 1 %}{% set s = 'one' %}{% endif %}{{ s }}|{% endfor %}{{ s }}
{% set ns = namespace(count=0) %}{% for i in xs %}{% set ns.count = ns.count + i %}{% endfor %}{{ ns.count }} {% set ns.new = 'x' %}{{ ns.new }}{{ ns.q is defined }}
{% set block %}<b>{{ name }}</b>{% endset %}{{ block }} {{ block|length }} {% set up | upper %}a{{ name }}{% endset %}{{ up }}
{% with a = 1, b = n %}{{ a }}{{ b }}{% endwith %} {% with %}{% set zz = 3 %}{{ zz }}{% endwith %}{{ zz is defined }} {% with n = 1 %}{{ n }}{% endwith %}{{ n }}
{% filter upper %}hello {{ name }}{% endfilter %} {% filter replace('a', 'o')|trim %} banana <b> {% endfilter %}
{% raw %}{{ n }} {% if %}{% endraw %} {# comment {{ n }} #}x{# multi\nline #}y
{% macro m(a, b=2, c='x') %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(1, c='<') }}{{ m(a=5) }}{{ m(b=1, a=2) }}
{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m(evil) }} {{ m(html) }} {{ m('a') ~ '<' }} {{ m(1)|upper }} {{ m(1)|length }}
{% macro m(a, b=a ~ '!') %}{{ b }}{% endmacro %}{{ m('x') }}{{ m('x', 'y') }}
{% macro m(a) %}{{ a is defined }}{{ a|default('none') }}{% endmacro %}{{ m() }}{{ m(1) }}
{% macro tree(items) %}<ul>{% for i in items %}<li>{{ i.title }}{% if i.children %}{{ tree(i.children) }}{% endif %}</li>{% endfor %}</ul>{% endmacro %}{{ tree(menu) }}
{% macro box(title) %}<div>{{ title }}: {{ caller() }}</div>{% endmacro %}{% call box('T&T') %}in {{ name }}{% endcall %}
{% macro list(xs) %}{% for x in xs %}{{ caller(x, loop.index) }};{% endfor %}{% endmacro %}{% call(x, i) list(xs) %}{{ i }}={{ x * n }}{% endcall %}
{% macro m() %}{{ caller is defined }}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}{{ m() }}{% call m() %}c{% endcall %}
{% macro a() %}A{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}
{% set g = 'glob' %}{% macro m() %}{{ g }}{{ n }}{% endmacro %}{{ m() }} {% for x in xs %}{% macro lm() %}{{ x }}{% endmacro %}{{ lm() }}{% endfor %}
{{ dict(a=1, b='x') }} {{ dict({'z': 1}, b=2) }} {% set f = m2 if m2 is defined else 'no' %}{{ f }}
{% for x in xs %}{% if x == 3 %}{% set y = x %}{% endif %}{{ y is defined }}{% endfor %}
{% for a in [1, 2] %}{% for b in [3, 4] %}{{ a }}{{ b }}{{ loop.index }} {% endfor %}{{ loop.index }}{% endfor %}
{% for n in xs %}{{ n }}{% endfor %}{{ n }} {% for x in xs|sort %}{{ x }}{% endfor %} {% for x in xs[1:] + [9] %}{{ x }}{% endfor %}
{% for k, v in d|dictsort %}{{ k }}{{ v }}{% endfor %} {% for row in xs|batch(2) %}{{ row|join('-') }};{% endfor %}
{% block a %}x{{ n }}{% endblock %} {% block b %}{% set q = 1 %}{{ q }}{% endblock %}{{ q is defined }} {{ self.a() }}
{% set v = 'outer' %}{% block c %}{{ v }}{% endblock %} {% for x in xs %}{% block d scoped %}{{ x }}{% endblock %}{% endfor %}
""".replace("{% for p in people %}{% set outer = loop %}{{ p.name }}{% endfor %}\n", ""))
# Undefined
many(r"""
{{ missing }}
{{ d.missing }}
{{ missing.x }}
{{ missing.x|default('a') }}
{{ d.q.x is defined }}
{% if missing %}a{% endif %}
{% for x in missing %}{% endfor %}
{{ missing ~ 'a' }}
{{ missing == 1 }}
{{ missing|upper }}
{{ [missing]|length }}
{{ xs[9] }}
{{ none|first }}
{% set x = missing %}ok
{% set x = missing %}{{ x }}
{{ 1 + 'a' }}
{{ 1 / 0 }}
{{ 1 % 0 }}
{{ 'a' < 1 }}
{{ n() }}
{{ xs|sort(attribute='q') }}
{{ 'x' in n }}
{{ n|length }}
{% for a, b in xs %}{% endfor %}
{{ people|map(attribute='zip')|join }}
{{ missing if false else 'fine' }}
{{ (missing if false) }}
{{ ('a' if false) ~ 'b' }}
{{ ('a' if false) is defined }}
{{ true or missing }} {{ false and missing }}
{{ 'a'|int + 1 }} {{ mixed|sort }}
""".replace("{{ none|first }}", "{{ []|first }}"))
# White space
for options in [{}, {"trim_blocks": True}, {"lstrip_blocks": True}, {"trim_blocks": True, "lstrip_blocks": True}, {"keep_trailing_newline": True}]:
    for text in [
        "a\n  {% if n %}\n  b\n  {% endif %}\nc\n",
        "<ul>\n{% for x in xs %}\n  <li>{{ x }}</li>\n{% endfor %}\n</ul>\n\n",
        "a\n  {%- if n -%}\n  b\n  {%- endif -%}\nc",
        "a\n  {%+ if n %}\n  b\n  {% endif +%}\nc",
        "x  {{- n -}}  y\n{{ n }}\nz",
        "a\n  {# comment #}\nb {#- tight -#} c\n",
        "  {% raw %}\n  {{ x }}\n  {% endraw %}\nend",
        "a {%- raw -%}  {{ x }}  {%- endraw -%} b",
        "text {% set x = 1 %}\n\n  {% set y = 2 %}  {{ x + y }}\n",
        "\r\na\r\n{% if n %}\r\nb\r\n{% endif %}\r\nc\r\n",
        "{% if n %}  x{% endif %}\n\t{% if n %}y{% endif %}\n",
    ]:
        case(text, options)
# Several templates
BASE = "<title>{% block title %}Base{% endblock %}</title><main>{% block main %}base main {{ n }}{% endblock %}</main>{% block foot %}{% endblock %}"
MID = "{% extends 'base.html' %}{% block title %}Mid - {{ super() }}{% endblock %}{% block main %}<i>{{ super() }}</i>{% endblock %}"
case("{% extends 'base.html' %}", base=BASE)
case("{% extends 'base.html' %}{% block title %}Child{% endblock %}", base=BASE)
case("{% extends 'base.html' %}{% block main %}{{ super() }} + {{ super()|upper }}{% endblock %}".replace(" + {{ super()|upper }}", ""), base=BASE)
case("{% extends 'mid.html' %}{% block title %}Leaf - {{ super() }}{% endblock %}", base=BASE, mid=MID)
case("{% extends 'mid.html' %}{% block main %}Leaf {{ super() }} {{ name }}{% endblock %}", base=BASE, mid=MID)
case("{% extends 'base.html' %}{% set v = 'set' %}{% block main %}{{ v }}{% endblock %}", base=BASE)
case("{% extends 'b2.html' %}{% set title = 'T' %}", b2="{{ title|default('none') }}{% block x %}{{ title }}{% endblock %}")
case("{% extends 'b2.html' %}{% macro m(x) %}({{ x }}){% endmacro %}{% block x %}{{ m(1) }}{% endblock %}", b2="{% block x %}{% endblock %}")
case("{% extends 'b2.html' %}{% import 'm.html' as m %}{% block x %}{{ m.hi('x') }}{% endblock %}", b2="{% block x %}{% endblock %}", m="{% macro hi(a) %}hi {{ a }}{% endmacro %}")
case("{% extends 'b2.html' %}{% block inner %}new{% endblock %}", b2="{% block outer %}[{% block inner %}old{% endblock %}]{% endblock %}")
case("{% extends 'b2.html' %}{% block outer %}({{ super() }}){% endblock %}{% block inner %}new{% endblock %}", b2="{% block outer %}[{% block inner %}old{% endblock %}]{% endblock %}")
case("{% extends 'b2.html' %}{% block item %}({{ x }}){% endblock %}", b2="{% for x in xs %}{% block item scoped %}{{ x }}{% endblock %}{% endfor %}")
case("{% extends 'b2.html' %}{% block a %}A{% endblock %}", b2="{% block a required %}{% endblock %}!")
case("{% extends 'b2.html' %}{% if n %}{% set q = 'yes' %}{% endif %}{% block a %}{{ q }}{% endblock %}", b2="{% block a %}{% endblock %}")
case("{% include 'part.html' %}", part="part {{ n }}")
case("{% for x in xs %}{% include 'part.html' %}{% endfor %}", part="[{{ x }}]")
case("{% set v = 1 %}{% include 'part.html' %}{{ v }}", part="{{ v }}{% set v = 2 %}{{ v }}")
case("{% include 'nope.html' ignore missing %}ok")
case("{% include ['nope.html', 'part.html'] %}", part="found")
case("{% include ['nope.html', 'part.html'] ignore missing %}", part="found\n")
case("{% include 'dir/part.html' %}", dir__part="in {% include 'dir/other.html' %}", dir__other="other")
case("{% include 'page.html' %}", page="{% extends 'base.html' %}{% block main %}M{% endblock %}", base=BASE)
case("{% import 'm.html' as m %}{{ m.a(1) }}{{ m.b() }}{{ m.v }}", m="{% macro a(x) %}a{{ x }}{% endmacro %}{% macro b() %}b{{ a(2) }}{% endmacro %}{% set v = 'V' %}")
case("{% from 'm.html' import a, b as c %}{{ a(1) }}{{ c() }}", m="{% macro a(x) %}a{{ x }}{% endmacro %}{% macro b() %}b{{ v }}{% endmacro %}{% set v = 'V' %}")
case("{% from 'm.html' import box %}{% call box() %}{{ name }}{% endcall %}", m="{% macro box() %}<b>{{ caller() }}</b>{% endmacro %}")
case("{% import 'm.html' as m %}{% for x in xs %}{{ m.row(x, loop.first) }}{% endfor %}", m="{% macro row(x, first) %}{% if first %}*{% endif %}{{ x }} {% endmacro %}")
case("<p class=\"{{ name }}\" title='{{ evil }}'>{{ evil }}</p><a href=\"/x/{{ s }}\">{{ s }}</a><a href=\"{{ url }}\">u</a>")
case("<svg viewBox=\"0 0 {{ n }} {{ f }}\"><title>{{ name }}</title><text x=\"{{ f * 2 }}\">{{ evil }}</text></svg>")
case("<option{% if n %} selected{% endif %}>{{ n }}</option><p class=\"a{% if t %} b{% endif %}\">{{ n }}</p>")
case("<textarea>{{ evil }}</textarea><style>p{color:red}</style><script>var a = '<b>';</script>{{ evil }}")
case("<script type=\"application/json\">{{ d|tojson }}</script>")
case("<!-- a {# not {{ #} comment --><p>{{ n }}</p><!doctype html><br/>{{ n }}")


def revive(value):
    if isinstance(value, dict):
        if "$safe" in value:
            return Markup(value["$safe"])
        return {k: revive(v) for k, v in value.items()}
    if isinstance(value, list):
        return [revive(v) for v in value]
    return value


def lines(path):
    with open(path) as file:
        return [line.replace("␤", "\n") for line in file.read().split("\n") if line]


def line_case(template, data):
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    entry = {"template": template, "lines": True}
    try:
        entry["output"] = environment.from_string(template).render(copy.deepcopy(data))
        entry["output"].encode()
    except UnicodeEncodeError:
        entry["fails"] = "surrogates"
    except Exception as error:
        entry["fails"] = type(error).__name__
    return entry


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def main():
    out = []
    seen = set()
    for item in CASES:
        key = json.dumps(item, sort_keys=True)
        if key in seen:
            continue
        seen.add(key)
        environment = Environment(
            loader=DictLoader({**item["templates"], "case.html": item["template"]}), autoescape=True,
            undefined=StrictUndefined, **item["options"])
        entry = dict(item)
        try:
            entry["output"] = environment.get_template("case.html").render(revive(DATA))
        except TemplateError as error:
            entry["fails"] = type(error).__name__
        except Exception as error:
            entry["fails"] = type(error).__name__
        out.append({k: v for k, v in entry.items() if v != {}})
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "lines-data.json")) as file:
        data = json.load(file)
    out += [line_case(line, data) for line in lines(os.path.join(here, "lines.txt"))]
    for line in lines(os.path.join(here, "refused.txt")):
        entry = line_case(line, data)
        if "fails" in entry and "surrogates" not in entry["fails"]:
            raise SystemExit(f"Jinja refuses this too, so it belongs into lines.txt: {line}")
        out.append({"template": entry["template"], "lines": True, "refused": True})
    with open(os.path.join(here, "cases.json"), "w") as file:
        # A case a line, so that a change is easy to see.
        file.write('{"data": ' + dump(DATA) + ',\n"lineData": ' + dump(data) + ',\n"cases": [\n')
        file.write(",\n".join(dump(entry) for entry in out))
        file.write("\n]}\n")
    print(len(out), "cases,", sum("fails" in c for c in out), "of them fail")


if __name__ == "__main__":
    main()
