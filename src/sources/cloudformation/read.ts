import type { Entry, Expression } from '../../evaluate/form.ts';
import type { AnyFact } from '../../model/fact.ts';
import { known, list, textOf, type Value } from '../../model/value.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { evaluate } from '../template/evaluate.ts';
import type { Resource } from '../template/resource.ts';
import { nullIsAbsent } from '../template/text.ts';
import { factsOf, wanted } from './facts.ts';
import { type Parsed, parserFor } from './parse.ts';
import { entriesOf, entry, Stack } from './stack.ts';

export const source = 'cloudformation';

/** A template, with the nested stacks that lie beside it: CloudFormation, SAM, what the CDK made, Serverless Framework. */
export async function readCloudFormation(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const parse = await parserFor();
  const parsed = parse(file.path, file.text);
  const templates = templatesIn(parsed.root);
  const calls = new Set<string>();
  const resources = templates.flatMap((template) => {
    const stack = new Stack({ workspace, parse }, parsed, template);
    return resourcesOf(stack, { scope: file.path, endpoints: workspace.options.endpoints, calls });
  });
  const deployment = entry(entry(parsed.root, 'provider'), 'deploymentBucket');
  if (deployment?.form === 'record') resources.push(deploymentOf(deployment, parsed, workspace));
  const joined = list([...calls].map((each) => known(each)));
  const facts = resources
    .flatMap(factsOf)
    .map((fact) => ({ ...fact, joins: { ...fact.joins, calls: joined } }) as AnyFact);
  const faults =
    templates.length === 0
      ? []
      : parsed.holes.map(({ place, message }) => ({
          kind: 'partial' as const,
          file: file.path,
          place,
          message: `a syntax error: ${message}`,
        }));
  return { facts, faults };
}

/** The template itself, or those under `resources` of the Serverless Framework. */
function templatesIn(root: Expression): Expression[] {
  if (isTemplate(root)) return [root];
  const given = entry(root, 'resources');
  const all =
    given?.form === 'list' ? given.items.flatMap((each) => ('spread' in each ? [] : [each])) : [given];
  return all.filter((each): each is Expression => each !== undefined && isTemplate(each));
}

function isTemplate(expression: Expression): boolean {
  const resources = [...entriesOf(entry(expression, 'Resources')).values()];
  return resources.some(({ value }) => typeOf(value)?.startsWith('AWS::') === true);
}

function typeOf(resource: Expression): string | undefined {
  const type = entry(resource, 'Type');
  return type?.form === 'literal' ? String(type.value) : undefined;
}

interface Reach {
  scope: string;
  endpoints: Record<string, string>;
  calls: Set<string>;
}

function resourcesOf(stack: Stack, reach: Reach, above: Value = known(true)): Resource[] {
  return [...stack.resources].flatMap(([id, found]): Resource[] => {
    const type = typeOf(found.value) ?? '';
    const exists = existsOf(stack, found.value, above);
    if (exists.is === 'known' && exists.value !== true) return [];
    if (type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application') {
      const child = stack.child(id);
      if (!child) return [];
      reach.calls.add(child.parsed.path);
      return resourcesOf(child, reach, exists);
    }
    return wanted(type) ? [resourceOf(stack, id, type, found, exists, reach)] : [];
  });
}

function existsOf(stack: Stack, resource: Expression, above: Value): Value {
  const condition = entry(resource, 'Condition');
  const name = condition?.form === 'literal' ? condition.value : undefined;
  return name === undefined ? above : stack.condition(String(name), condition!.place);
}

function resourceOf(
  stack: Stack,
  id: string,
  type: string,
  found: Entry,
  exists: Value,
  reach: Reach,
): Resource {
  const properties = entry(found.value, 'Properties');
  const body = properties ? nullIsAbsent(evaluate(properties, stack.env)) : known(null);
  return {
    type,
    address: stack.absolute(id),
    name: id,
    scope: reach.scope,
    body:
      body.is === 'absent' || textOf(body) === '' || body.is === 'known'
        ? { is: 'record', entries: [] }
        : body,
    place: found.place,
    exists,
    ignored: [],
    via: 'cloudformation',
    source,
    words: (place) => stack.words(place),
    endpoints: reach.endpoints,
  };
}

function deploymentOf(body: Expression, parsed: Parsed, workspace: Workspace): Resource {
  const stack = new Stack({ workspace, parse: () => parsed }, parsed, parsed.root);
  return {
    ...resourceOf(
      stack,
      'deploymentBucket',
      'serverless.deploymentBucket',
      { name: body, value: body, place: body.place },
      known(true),
      {
        scope: parsed.path,
        endpoints: workspace.options.endpoints,
        calls: new Set(),
      },
    ),
    body: evaluate(body, stack.env),
    via: 'serverless',
  };
}
