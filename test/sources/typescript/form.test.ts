import assert from 'node:assert/strict';
import { parse } from '../../../src/sources/typescript/parse.ts';
import { print } from '../code/print.ts';

/** A snippet, and what it says in the form. */
const snippets: Record<string, [code: string, form: string][]> = {
  imports: [
    [
      `import { S3Client, PutObjectCommand as Put } from '@aws-sdk/client-s3'`,
      `import S3Client = @aws-sdk/client-s3.S3Client
import Put = @aws-sdk/client-s3.PutObjectCommand`,
    ],
    [
      `import AWS, * as all from 'aws-sdk'`,
      `import AWS = aws-sdk
import all = aws-sdk`,
    ],
    [`import s3 = require('aws-sdk')`, `import s3 = aws-sdk`],
    [`import type { S3Client } from '@aws-sdk/client-s3'`, `import S3Client = @aws-sdk/client-s3.S3Client`],
    [
      `const { S3 } = require('aws-sdk')`,
      `import require(aws-sdk) = aws-sdk
bind S3 = require(aws-sdk).S3`,
    ],
    [
      `const s3 = require('@aws-sdk/client-s3').S3`,
      `import require(@aws-sdk/client-s3) = @aws-sdk/client-s3
bind s3 = require(@aws-sdk/client-s3).S3`,
    ],
    [
      `const m = __importStar(require("aws-sdk")); m.default.S3`,
      `import require(aws-sdk) = aws-sdk
bind m = require(aws-sdk)
m.S3`,
    ],
    [
      `async function f() { const m = await import('./m') }`,
      `function f()
  import require(./m) = ./m
  bind m = require(./m)`,
    ],
  ],
  exports: [
    [
      `export const a = 1, b = 2`,
      `bind a = 1
bind b = 2`,
    ],
    [`export default { a }`, `bind default = {"a": a}`],
    [
      `export default class { put() {} }`,
      `class the default export
  function put()
bind default = the default export`,
    ],
    [
      `export { a as b } from './m'`,
      `import from ./m: a = ./m.a
bind b = from ./m: a`,
    ],
    [`export * from './m'`, `import * = ./m`],
    [
      `const a = 1; export { a, a as c }`,
      `bind a = 1
bind c = a`,
    ],
    [
      `module.exports = { f }; function f() {}`,
      `bind module.exports = {}
module.exports = {"f": f}
function f()`,
    ],
    [
      `exports.a = 1`,
      `bind module.exports = {}
module.exports.a = 1`,
    ],
  ],
  destructuring: [
    [
      `const { a, b: { c = 1 }, ...rest } = o`,
      `bind a = o.a
bind c = (o.b.c ? o.b.c : 1)
bind rest = {...o, "a": null, "b": null}`,
    ],
    [
      `const [first, , third] = list`,
      `bind first = list.0
bind third = list.2`,
    ],
    [
      `function f({ a, b = 2 }, [c]) {}`,
      `function f(parameter 1, parameter 2)
  bind a = parameter 1.a
  bind b = (parameter 1.b ? parameter 1.b : 2)
  bind c = parameter 2.0`,
    ],
    [
      `({ a, b: x.y } = o)`,
      `a = o.a
x.y = o.b`,
    ],
  ],
  expressions: [
    [`f(a ? 1 : 2, b || 3, c ?? 4, d && 5)`, `f((a ? 1 : 2), (b ? b : 3), (c ? c : 4), (d ? 5 : d))`],
    ['f(`a${b}c`, "x" + y + "z", 1 + n)', `f(\`a\${b}c\`, \`x\${y}z\`, (1 + n))`],
    [`f((<any>a) as B, b!, c satisfies D, (await e))`, `f(a, b, c, e)`],
    [`a?.b?.[c]?.(d)`, `a.b[c](d)`],
    [`(0, x.y)(1)`, `x.y(1)`],
    [
      `f({ a, 'b-c': 1, [d]: 2, ...e, g() { return 1 }, get h() { return 2 } })`,
      `f({"a": a, "b-c": 1, d: 2, ...e, "g": () => { return 1 }, "h": () => { return 2 }})`,
    ],
    [`f([1, , ...x])`, `f([1, null, ...x])`],
    [`f(!a, -1, !0, void 0, undefined, null, typeof x)`, `f(!a, -1, true, null, null, null, typeofx)`],
    [`tag\`a\${b}\``, `tag(\`a\${b}\`)`],
    [
      `const C = class extends B {}`,
      `class class at 10(B)
bind C = class at 10`,
    ],
    [
      `f(x => x.a, function (y) { return y }, async () => ({ z: 1 }))`,
      `f((x) => { return x.a }, (y) => { return y }, () => { return {"z": 1} })`,
    ],
  ],
  assignments: [
    [
      `a.b = c.d = 1`,
      `c.d = 1
a.b = c.d`,
    ],
    [
      `x ||= 1; y ??= 2; z += '3'; i++`,
      `x ||= 1
y ??= 2
z += "3"
i ++ 1`,
    ],
    [
      `f(a = 1)`,
      `a = 1
f(a)`,
    ],
    [
      `c && (p.x = 1), d || (p.y = 2), e ? p.z = 3 : g()`,
      `if c
  p.x = 1
if d
else
  p.y = 2
if e
  p.z = 3
else
  g()`,
    ],
    [`delete p.x`, `p.x = null`],
    [
      `const r = c ? (p.x = 1) : 2`,
      `if c
  p.x = 1
bind r = (c ? p.x : 2)`,
    ],
  ],
  statements: [
    [
      `if (a) b(); else if (c) d(); else e()`,
      `if a
  b()
else
  if c
    d()
  else
    e()`,
    ],
    [
      `for (const { a } of list) f(a)`,
      `loop each of them in list
  bind a = each of them.a
  f(a)`,
    ],
    [
      `for (let i = 0; i < n; i++) f(i)`,
      `block
  bind i = 0
  loop 
    (i < n)
    f(i)
    i ++ 1`,
    ],
    [
      `for (const k in o) f(k)`,
      `loop k in ?
  f(k)`,
    ],
    [
      `while (a()) b(); do c(); while (d)`,
      `loop 
  a()
  b()
loop 
  c()`,
    ],
    [
      `switch (a) { case 1: case 2: b(); break; case 3: c(); default: throw d }`,
      `switch a
  case 1 | 2
    b()
  case 3
    c()
  case 
    block
      leave`,
    ],
    [
      `try { a() } catch ({ message }) { b(message) } finally { c() }`,
      `block
  a()
if ?
  bind message = ?.message
  b(message)
block
  c()`,
    ],
    [
      `function f() { try { return a() } catch { b() } }`,
      `function f()
  if ?
    b()
  else
    block
      return a()`,
    ],
    [
      `outer: for (;;) { continue outer }`,
      `block
  loop 
    leave`,
    ],
  ],
  classes: [
    [
      `class A extends B<C> { static x = 1; y; z = () => 1; #p = 2; constructor(private client: S3) { super() } get g() { return this.#p } set g(v) {} static m() {} }`,
      `class A(B)
  static bind x = 1
  bind y
  bind #p = 2
  bind client
  function z()
    return 1
  constructor function (client)
    this.client = client
    this()
  getter function g()
    return this["#p"]
  static function m()`,
    ],
    [
      `enum E { A = 'a', B = 2, C }`,
      `class E
  static bind A = "a"
  static bind B = 2
  static bind C = 3`,
    ],
    [
      `namespace N { export const a = 1; export function f() {} }`,
      `class N
  static bind a = 1
  static function f()`,
    ],
    [
      `@Injectable() class A { @Inject(x()) y; abstract z(): void; declare w: string }`,
      `class A
  bind y
  bind w
  Injectable()
  Inject(x())`,
    ],
    [`interface I { a: string } type T = I; declare const d: T; declare function g(): void`, `bind d`],
  ],
};

describe('TypeScript: the form of its syntax', () => {
  for (const [group, rows] of Object.entries(snippets)) {
    describe(group, () => {
      for (const [code, form] of rows) {
        it(code, () => {
          const program = parse('a.ts', code);
          assert.equal(print(program.body), form);
          assert.deepEqual(program.holes, []);
        });
      }
    });
  }
});
