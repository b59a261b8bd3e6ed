import { type Node, parseTree } from 'jsonc-parser';
import type { Fault } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { known, list, type RecordEntry, record, textOf, unknown, type Value } from '../../model/value.ts';
import type { Reading, Source, SourceFile, Workspace } from '../source.ts';
import { read as readPath } from '../template/fact.ts';
import type { Resource } from '../template/resource.ts';
import { factsOf, wanted } from './facts.ts';
import { References } from './references.ts';

/**
 * What `terraform show -json` prints of a plan or a state
 * (https://developer.hashicorp.com/terraform/internals/json-format). It is no source of a fix.
 */
export const terraformPlan: Source = {
  name: 'terraform-plan',
  takes: (path) => /\.(json|tfplan|tfstate)$/.test(path) && !path.endsWith('.tf.json'),
  tokens: ['"planned_values"', '"terraform_version"'],
  load: async () => ({ read: readPlan, write: async () => undefined }),
};

async function readPlan(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const faults: Fault[] = [];
  const root = parseTree(file.text, [], { allowTrailingComma: false });
  const values = child(root, 'planned_values') ?? child(root, 'values');
  const top = child(values, 'root_module');
  if (!top) return { facts: [], faults };
  const plan = new Plan(file, workspace, root!);
  const resources = withoutComputed(plan.resources(top));
  return { facts: resources.flatMap(factsOf), faults };
}

function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find((each) => each.children?.[0]?.value === name)?.children?.[1];
}

const textIn = (node: Node | undefined, name: string): string => String(child(node, name)?.value ?? '');

class Plan {
  private readonly references: References | undefined;
  /** What is known only after the apply, by address. */
  private readonly unknowns = new Map<string, Node>();

  constructor(
    private readonly file: SourceFile,
    private readonly workspace: Workspace,
    root: Node,
  ) {
    const configuration = child(child(root, 'configuration'), 'root_module');
    this.references = configuration && new References(configuration);
    for (const change of child(root, 'resource_changes')?.children ?? []) {
      const after = child(child(change, 'change'), 'after_unknown');
      if (after) this.unknowns.set(textIn(change, 'address'), after);
    }
  }

  resources(module: Node): Resource[] {
    const own = (child(module, 'resources')?.children ?? []).filter(
      (each) => textIn(each, 'mode') === 'managed' && wanted(textIn(each, 'type')),
    );
    const inner = (child(module, 'child_modules')?.children ?? []).flatMap((each) => this.resources(each));
    return [...own.map((each) => this.resource(each)), ...inner];
  }

  private resource(node: Node): Resource {
    const address = textIn(node, 'address');
    const origin = (attribute: string) => this.references?.origin(address, attribute);
    return {
      type: textIn(node, 'type'),
      address,
      name: address.replaceAll(/\[[^\]]*\]/g, ''),
      scope: this.file.path,
      body: this.body(child(node, 'values'), this.unknowns.get(address), origin),
      place: this.place(node),
      exists: known(true),
      ignored: [],
      via: 'terraform',
      source: terraformPlan.name,
      words: ({ start, end }) => this.file.text.slice(start, end),
      endpoints: this.workspace.options.endpoints,
    };
  }

  /** The attributes of a resource; what comes after the apply is unknown, by the reference that it is. */
  private body(
    values: Node | undefined,
    after: Node | undefined,
    origin: (attribute: string) => string | undefined,
  ): Value {
    const body = values ? this.value(values, after) : record([]);
    const rows = body.is === 'record' ? body.entries : [];
    const late = (after?.children ?? []).filter((each) => each.children?.[1]?.value === true);
    const unknowns = late.map((each): RecordEntry => {
      const name = String(each.children![0]!.value);
      return {
        name: known(name),
        value: unknown(`\`${name}\` is known after the apply`, { origin: origin(name) }),
      };
    });
    const names = new Set(unknowns.map((each) => textOf(each.name)));
    return record([...rows.filter((each) => !names.has(textOf(each.name))), ...unknowns], {
      place: body.place,
    });
  }

  private value(node: Node, after: Node | undefined): Value {
    const place = this.place(node);
    if (after?.value === true) return unknown('it is known after the apply', { place });
    if (node.type === 'array')
      return list(
        (node.children ?? []).map((each, at) => this.value(each, after?.children?.[at])),
        { place },
      );
    if (node.type !== 'object') return known(node.value ?? null, { place });
    const entries = (node.children ?? []).map((each): RecordEntry => {
      const [name, value] = each.children!;
      const named = known(String(name!.value), { place: this.place(name!) });
      const given = this.value(value!, child(after, String(name!.value)));
      return { name: named, value: { ...given, name: named.place, entry: this.place(each) } };
    });
    return record(entries, { place });
  }

  private place(node: Node): Place {
    return { file: this.file.path, start: node.offset, end: node.offset + node.length };
  }
}

/** Attributes of a bucket that the provider fills in from what other resources configure. */
const computed: Record<string, string[]> = {
  aws_s3_bucket_server_side_encryption_configuration: ['server_side_encryption_configuration'],
  aws_s3_bucket_versioning: ['versioning'],
  aws_s3_bucket_logging: ['logging'],
  aws_s3_bucket_replication_configuration: ['replication_configuration'],
  aws_s3_bucket_lifecycle_configuration: ['lifecycle_rule'],
  aws_s3_bucket_policy: ['policy'],
};

/** What another resource tells of a bucket, the bucket need not tell again. */
function withoutComputed(resources: Resource[]): Resource[] {
  const apart = resources.filter((each) => each.type.startsWith('aws_s3_bucket_'));
  return apart.length === 0
    ? resources
    : resources.map((each) =>
        each.type === 'aws_s3_bucket' ? { ...each, ignored: computedFor(each, apart) } : each,
      );
}

/** The attributes that are configured apart for this bucket, or perhaps for it. */
function computedFor(bucket: Resource, apart: Resource[]): string[] {
  const name = textOf(readPath(bucket.body, 'bucket'));
  return apart.flatMap((each) => {
    const of = readPath(each.body, 'bucket');
    return of.is === 'unknown' || textOf(of) === name ? (computed[each.type] ?? []) : [];
  });
}
