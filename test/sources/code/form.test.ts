import assert from 'node:assert/strict';
import { translate } from '../../../src/sources/code/adapter.ts';
import { languageOf } from '../../../src/sources/code/languages.ts';
import { print } from './print.ts';

/** What each language's words say in the common form: its file, its text, the form. */
const table: [file: string, text: string, form: string][] = [
  ['a.py', 'x: S3 = a or b', 'bind x: S3 = (a ? a : b)'],
  ['a.py', 'f(*a, k=1, **{"b": 2, **c})', 'f(*a, k=1, **{"b": 2, ...c})'],
  [
    'a.py',
    'with o("s3") as c, d as (e, f): pass',
    'block\n  bind c = o("s3")\n  bind parts:19:24 = d\n  bind e = parts:19:24.0\n  bind f = parts:19:24.1',
  ],
  ['a.py', 'x = f"a{b}" "c"', 'bind x = `${`a${b}`}c`'],
  ['a.py', 'try: a()\nexcept E: raise', 'block\n  a()\n  if ?\n    leave'],
  ['a.py', 'del p["k"]', 'p.pop("k")'],
  ['a.rb', "p[:a] = 'x' if b", 'if b()\n  p().a = "x"'],
  ['a.rb', 'put a: 1, **b', 'put(a=1, **b())'],
  ['a.rb', 'y = if a then 1 else 2 end', 'if a()\n  bind y = 1\nelse\n  y = 2'],
  ['a.rb', 'l.each { |i| i.go }', 'l().each((i) => { return i.go() })'],
  ['a.php', '<?php $p = ["a" => 1, ...$q] + $d;', 'bind $p = {...$d, ...{"a": 1, ...$q}}'],
  ['a.php', '<?php $x = $a["k"] ?? "b";', 'bind $x = ($a.k ? $a.k : "b")'],
  ['a.php', '<?php $c->put(a: 1, b: "x$y");', '$c.put(a=1, b=`x${$y}`)'],
  ['a.rs', 'const A: &str = "x";', 'bind A = "x"'],
  ['a.rs', 'use a::{b as c, d::*};', 'import c = a.b\nimport * = a.d'],
  [
    'a.rs',
    'fn f() { if let Some(k) = o { g(&k)?; } }',
    'function f()\n  if o\n    bind k = o\n    return g(k)\n  else\n    return null',
  ],
  ['a.swift', 'let x = a ?? .b', 'bind x = (a ? a : ..b)'],
  ['a.swift', 'p.q(r: 1) { s in t }', 'p.q(r=1, (s) => { return t })'],
  ['a.swift', 'guard let a = b else { return }\nc(a)', 'if b\nelse\n  return\nbind a = b\nc(a)'],
];

describe('the common form of code', () => {
  for (const [file, text, form] of table) {
    it(`${file}: ${text.replace(/\s+/g, ' ')}`, async () => {
      const program = await translate(await languageOf(file)!.load(), file, text);
      assert.equal(print(program.body), form);
    });
  }
});
