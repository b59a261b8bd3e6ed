import type { Node } from 'jsonc-parser';

/** The configuration of a plan: which attribute is a reference to what. */
export class References {
  constructor(private readonly root: Node) {}

  /** What an attribute of a resource refers to, as an address from the root: `module.m.aws_s3_bucket.x.id`. */
  origin(address: string, attribute: string): string | undefined {
    const plain = address.replaceAll(/\[[^\]]*\]/g, '');
    const path = [...plain.matchAll(/module\.([^.]+)\./g)].map((found) => found[1]!);
    const local = plain.replaceAll(/module\.[^.]+\./g, '');
    const resources = child(this.module(path), 'resources')?.children ?? [];
    const resource = resources.find((each) => child(each, 'address')?.value === local);
    const origin = this.follow(firstReference(child(child(resource, 'expressions'), attribute)), path);
    return origin && sameIndex(origin, address);
  }

  private module(path: string[]): Node | undefined {
    return path.reduce<Node | undefined>(
      (at, name) => child(child(child(at, 'module_calls'), name), 'module'),
      this.root,
    );
  }

  /** Through inputs and outputs of modules. */
  private follow(reference: string | undefined, path: string[], depth = 0): string | undefined {
    if (!reference || depth > 8) return undefined;
    const [head, name, last] = reference.split('.');
    if (head === 'var') {
      const call = child(child(this.module(path.slice(0, -1)), 'module_calls'), path.at(-1) ?? '');
      return this.follow(
        firstReference(child(child(call, 'expressions'), name!)),
        path.slice(0, -1),
        depth + 1,
      );
    }
    if (head === 'module' && last) {
      const inner = [...path, name!.replace(/\[.*/, '')];
      const output = child(child(this.module(inner), 'outputs'), last);
      return this.follow(firstReference(child(output, 'expression')), inner, depth + 1);
    }
    return [...path.map((each) => `module.${each}`), reference].join('.');
  }
}

function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find((each) => each.children?.[0]?.value === name)?.children?.[1];
}

/** The longest one comes first: `aws_s3_bucket.x.id`, then `aws_s3_bucket.x`. */
function firstReference(expression: Node | undefined): string | undefined {
  const found = child(expression, 'references')?.children?.map((each) => String(each.value)) ?? [];
  return found.find((each) => !/^(each|count)\b/.test(each));
}

/** Of instances of `for_each` and `count`, the one that goes with this one. */
function sameIndex(origin: string, address: string): string {
  const index = /(\[[^\]]*\])$/.exec(address)?.[1];
  if (!index || origin.includes('[')) return origin;
  const [type, name, ...rest] = origin.split('.');
  return [type, `${name}${index}`, ...(rest.length > 0 ? rest : ['id'])].join('.');
}
