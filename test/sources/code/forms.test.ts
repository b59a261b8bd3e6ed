import assert from 'node:assert/strict';
import { type Adapter, translatorOf } from '../../../src/sources/code/adapter.ts';
import { print } from './print.ts';

/** What each language's own words become in the form that all share. */
const forms: Record<string, [string, string][]> = {
  java: [
    ['import static a.B.*;', 'import * = a.B'],
    [
      'class A { static final String K = "a"; String k; String f(String x) { return K + k + x; } }',
      'class A\n  static bind K = "a"\n  bind k\n  function f(x)\n    return ((A.K + this.k) + x)',
    ],
    [
      'class A { void f(S s) { s.put(b -> b.bucket("x"), Body.empty()); } }',
      'class A\n  function f(s: S)\n    s.put((b) => { return b.bucket("x") }, Body.empty())',
    ],
    [
      'class A { void f() { try (C c = C.create()) { c.a(); } catch (E e) { b(); } finally { d(); } } }',
      'class A\n  function f()\n    block\n      bind c: C = C.create()\n      c.a()\n      if ?\n        b()\n      d()',
    ],
    [
      'class A { String f(M m) { return switch (m) { case X, Y -> "x"; case Z -> { g(); yield "z"; } default -> throw new E(); }; } }',
      'class A\n  function f(m: M)\n    switch m\n      case X | Y\n      case Z\n        g()\n      case \n        E()\n        leave\n    return (((m == X) || (m == Y)) ? "x" : "z")',
    ],
    ['class A { String t = """\n      a\n        b"""; }', 'class A\n  bind t = "a\\n  b"'],
    [
      'record R(String a) {}',
      'class R\n  bind a\n  constructor function (a)\n    this.a = a\n  function a()\n    return this.a',
    ],
    ['enum M { X("x"); M(String s) {} }', 'class M\n  static bind X = M("x")\n  constructor function M(s)'],
    [
      'class A { Object o = new T(1) { void run() { f(); } }; Map m = Map.of("a", b); }',
      'class A\n  bind o = T(1, run=() => { f() })\n  bind m: Map = {"a": b}',
    ],
    [
      'class A { void f(Object o) { if (o instanceof T t) g(t); else h(); } }',
      'class A\n  function f(o)\n    bind t = o\n    if ?\n      g(t)\n    else\n      h()',
    ],
  ],
  kotlin: [
    ['import a.b.C as D', 'import D = a.b.C'],
    [
      'class A(private val s3: S, n: Int) { val x = n + 1\n fun f(k: String) { s3.put { bucket = k; key = "a" } } }',
      'class A\n  bind x\n  bind s3: S\n  constructor function (s3: S, n)\n    this.s3 = s3\n    this.x = (n + 1)\n  function f(k)\n    this.s3.put((this; ) => { this.bucket = k; this.key = "a" })',
    ],
    ['fun f(a: String?) = a ?: return', 'function f(a)\n  return a'],
    [
      'fun f(m: M) = when (m) { M.A -> "a"; else -> g() }',
      'function f(m: M)\n  switch m\n    case M.A\n      return "a"\n    case \n      return g()',
    ],
    [
      'fun f(x: T?) { x?.let { g(it) } }',
      'function f(x: T)\n  if (x != null)\n    x.let((it) => { return g(it) })\n  else\n    null',
    ],
    ['val t = "a ${b.c} $d e"', 'bind t = `a ${b.c} ${d} e`'],
    ['val p by lazy { T(1) }', 'bind p = T(1)'],
    [
      'class A {\n companion object {\n const val K = "k"\n }\n fun f() = K\n}',
      'class A\n  static bind K = "k"\n  function f()\n    A.K',
    ],
    ['fun f() { with(b) { bucket("x") } }', 'function f()\n  b.run((this; ) => { return this.bucket("x") })'],
    ['val m = mapOf("a" to 1, "b" to c)', 'bind m = {"a": 1, "b": c}'],
    [
      'val r = P.builder().apply { if (x) key("k") }.build()',
      'bind r = P.builder().apply((this; ) => { if x ; this.key("k") }).build()',
    ],
  ],
  go: [
    [
      'package a\nimport (\n\taws2 "github.com/aws/aws-sdk-go-v2/aws"\n\t"github.com/minio/minio-go/v7"\n\t. "fmt"\n)',
      'import aws2 = github.com/aws/aws-sdk-go-v2/aws\nimport minio = github.com/minio/minio-go/v7\nimport * = fmt',
    ],
    [
      'package a\nfunc f() (*T, error) {\n\tif x {\n\t\treturn nil, err\n\t}\n\treturn &T{A: b, C: []D{{E: 1}}}, nil\n}',
      'function f()\n  if x\n    err\n    leave\n  null\n  return T {"A": b, "C": [{"E": 1}]}',
    ],
    [
      'package a\ntype S struct {\n\tc *s3.Client\n\tk string\n}\nfunc (s *S) f(in *s3.PutObjectInput) { in.Key = &s.k }',
      'class S\n  bind c: s3.Client\n  bind k\n  function f(in: s3.PutObjectInput)\n    bind s = this\n    in.Key = s.k',
    ],
    [
      'package a\nfunc f() { out, err := g(); if _, e := h(); e != nil { return } }',
      'function f()\n  bind out = g()\n  bind err = ?\n  block\n    h()\n    bind e = ?\n    if (e != null)\n      return',
    ],
    [
      'package a\nfunc f() { switch m { case "a", "b": x(); fallthrough; default: y() } }',
      'function f()\n  block\n    switch m\n      case "a" | "b"\n        x()\n      case \n        y()',
    ],
    [
      'package a\nfunc f() { go func() { g() }(); for _, k := range ks { h(k) } }',
      'function f()\n  () => { g() }()\n  block\n    loop k in ks\n      h(k)',
    ],
    [
      'package a\nvar m = map[string]string{"a": "b"}\nconst k, l = 1, "x"',
      'bind m = {"a": "b"}\nbind k = 1\nbind l = "x"',
    ],
  ],
  csharp: [
    ['using A.B; using X = A.C; using static A.D;', 'import * = A.B\nimport X = A.C\nimport * = A.D'],
    [
      'var r = new P { A = b, M = { ["k"] = "v" }, L = new List<T> { new() { Q = 1 } } };',
      'bind r = P {"A": b, "M": {"k": "v"}, "L": [{"Q": 1}]}',
    ],
    ['P r = new("a") { B = 1 };', 'bind r: P = P("a", **{"B": 1})'],
    [
      'class A(S s) { private readonly T t = new(s); public string N => "x" + s; string O { get; set; } = "o"; }',
      'class A\n  bind t: T\n  bind O\n  bind s: S\n  constructor function (s: S)\n    this.s = s\n    this.t = T(s)\n    this.O = (? ? ? : "o")\n  getter function N()\n    return `x${this.s}`',
    ],
    [
      'var v = m switch { M.A or M.B => "x", null => "n", _ => throw new E() };',
      'bind v = (((m == M.A) || (m == M.B)) ? "x" : "n")',
    ],
    [
      'x ??= y ?? throw new E(); var z = await a?.B(c: 1).ConfigureAwait(false);',
      'x ??= y\nbind z = a.B(c=1)',
    ],
    [
      'var s = $"a{b:x}" + @"c\\d"; if (o is T t) f(t); if (o is not null) g();',
      'bind s = `${`a${b}`}c\\d`\nbind t = o\nif ?\n  f(t)\nif (o != null)\n  g()',
    ],
    [
      'namespace N; static class C { const string K = "k"; static void F(string p = K) => G(p); }',
      'class C\n  static bind K = "k"\n  static function F(p = C.K)\n    return G(p)',
    ],
    [
      'foreach (var (k, v) in d) { using var c = new C(); f(out var o); }',
      'loop  in d\n  bind k = ?\n  bind v = ?\n  bind c = C()\n  bind o = ?\n  f(o)',
    ],
  ],
  cpp: [
    [
      '#include <aws/s3/S3Client.h>\nusing namespace Aws::S3; using R = Aws::S3::Model::P; namespace M = Aws::S3::Model;',
      'import Aws = Aws\nimport * = Aws.S3\nbind R = Aws.S3.Model.P\nbind M = Aws.S3.Model',
    ],
    [
      'void f(const C& cfg) { S3Client a(cfg); S3Client b{cfg}; P p; auto q = std::make_shared<P>(1); S3Client* r = new S3Client(cfg); }',
      'function f(cfg: C)\n  bind a: S3Client = S3Client(cfg)\n  bind b: S3Client = S3Client(cfg)\n  bind p: P = P()\n  bind q = P(1)\n  bind r: S3Client = S3Client(cfg)',
    ],
    [
      'class U { public: U(std::shared_ptr<S3Client> c) : c_(std::move(c)) {} bool put(); private: std::shared_ptr<S3Client> c_; };\nbool U::put() { return c_->Put(P().WithKey("k")).ok(); }',
      'class U\n  bind c_: S3Client\n  constructor function U(c: S3Client)\n    this.c_ = std.move(c)\n  function put()\n    return this.c_.Put(P().WithKey("k")).ok()',
    ],
    [
      '#define B "x"\nconst char* K = "a" "b"; Aws::String s("t");',
      'bind B = "x"\nbind K = "ab"\nbind s = "t"',
    ],
    [
      'void f() { if (auto o = g(); !o.ok()) h(); else { i(); } for (const auto& k : ks) j(k); }',
      'function f()\n  block\n    bind o = g()\n    if !o.ok()\n      h()\n    else\n      i()\n  loop k in ks\n    j(k)',
    ],
    [
      'void f() { switch (m) { case M::A: g(); break; default: h(); } }',
      'function f()\n  switch m\n    case M.A\n      g()\n      leave\n    case \n      h()',
    ],
    [
      'auto l = [&](const P& p) { return p; }; std::map<S, S> m{{"a", "b"}}; O o{.a = 1};',
      'bind l = (p) => { return p }\nbind m = {"a": "b"}\nbind o: O = O {"a": 1}',
    ],
  ],
};

describe('languages with braces in the common form', () => {
  for (const [language, rows] of Object.entries(forms)) {
    it(language, async () => {
      const module = (await import(`../../../src/sources/code/${language}.ts`)) as Record<string, Adapter>;
      const translate = await translatorOf(module[language]!);
      for (const [text, form] of rows) assert.equal(print(translate('file', text).body), form, text);
    });
  }
});
