import type { Expression } from '../../../evaluate/form.ts';
import type { Change, PolicyStatement } from '../../../model/change.ts';
import type { Edit } from '../../../model/finding.ts';
import { contains, type Place } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { eolOf, indentAt } from '../../template/edit.ts';
import { jsonWithStatements } from '../../template/policy-edit.ts';
import { attribute, type Block } from '../syntax.ts';
import type { Page } from '../write.ts';
import { innermost } from './homes.ts';
import { hcl } from './literal.ts';
import { behind, bucketBlock, reference } from './resources.ts';

type AddStatement = Extract<Change, { verb: 'addStatement' }>;

/** Statements in the policy's own form: a data document, `jsonencode`, JSON in a text; or a new policy. */
export function withStatements(change: AddStatement, page: Page): Edit[] | undefined {
  const written = policyPlace(page);
  if (!written) return newPolicy(change.statements, page);
  if (written.file !== page.file) return undefined;
  const block = page.body.blocks.find((each) => contains(each.place, written));
  const replaced = replacedPlaces(change, page);
  if (!block || !replaced) return undefined;
  const arn = arnIn(page.text.slice(block.place.start, block.place.end));
  if (!arn && JSON.stringify(change.statements).includes('${bucket}')) return undefined;
  if (block.type === 'data') return inDocument(change.statements, block, arn ?? '', replaced, page);
  const policy = attribute(block.body, 'policy')?.value;
  if (policy?.form === 'call') return inEncoded(change.statements, policy, arn ?? '', replaced, page);
  if (policy?.form !== 'template') return undefined;
  return jsonWithStatements(page, policy.place, change.statements, arn ?? '', replaced);
}

/** Where the statements stand, which is elsewhere than where the policy is attached if it is a data document. */
function policyPlace({ fact }: Page): Place | undefined {
  const fields = fact.fields as Record<string, Value | undefined>;
  const written = fields['policy.written'] ?? fields.written;
  if (written?.is !== 'known' || written.value !== true) return undefined;
  const rows = fields['policy.statements'] ?? fields.statements;
  return (rows?.is === 'list' ? rows.items[0]?.place : undefined) ?? written.place;
}

/** Where the statements stand that are replaced; undefined where one cannot be found. */
function replacedPlaces({ replaces = [] }: AddStatement, { fact, file }: Page): Place[] | undefined {
  const fields = fact.fields as Record<string, Value | undefined>;
  const rows = fields['policy.statements'] ?? fields.statements;
  const places = replaces.map((index) => (rows?.is === 'list' ? rows.items[index]?.place : undefined));
  return places.every((place): place is Place => place?.file === file) ? places : undefined;
}

/** How the policy itself names the bucket's ARN. */
function arnIn(words: string): string | undefined {
  const reference = /(?:\$\{)?((?:module|aws_s3_bucket|data|var|local|each)[\w.[\]"]*\.?\w*arn)\}?/.exec(
    words,
  )?.[1];
  return reference ?? /"(arn:[\w-]+:s3:::[^"/*$]+)/.exec(words)?.[1];
}

function inDocument(
  statements: PolicyStatement[],
  block: Block,
  arn: string,
  replaced: Place[],
  page: Page,
): Edit[] {
  const last = block.body.blocks.filter((each) => each.type === 'statement').at(-1);
  const indent = last ? indentAt(page.text, last.place.start) : '  ';
  const eol = eolOf(page.text);
  const words = statements.map((each) => documentStatement(each, arn, indent)).join(`${eol}${eol}${indent}`);
  const [first] = replaced.map((place) => innermost(block.body, place)?.place ?? place);
  if (first) return [{ place: first, text: words }];
  const end = last?.place.end ?? block.body.place.start;
  return [{ place: { file: page.file, start: end, end }, text: `${eol}${last ? eol : ''}${indent}${words}` }];
}

const names: Record<string, string> = {
  Sid: 'sid',
  Effect: 'effect',
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
};

/** A statement of IAM's JSON as a block of a data document. */
function documentStatement(statement: PolicyStatement, arn: string, indent: string): string {
  const inner = `${indent}  `;
  const plain = Object.entries(statement).filter(([name]) => names[name]);
  const width = Math.max(...plain.map(([name]) => names[name]!.length));
  const rows = plain.map(([name, value]) => {
    const given = name === 'Sid' || name === 'Effect' ? value : [value].flat();
    return `${inner}${names[name]!.padEnd(width)} = ${hcl(given, arn, inner)}`;
  });
  rows.push(...principalBlocks(statement, inner), ...conditionBlocks(statement, arn, inner));
  return `statement {\n${rows.join('\n')}\n${indent}}`;
}

function principalBlocks({ Principal }: PolicyStatement, indent: string): string[] {
  if (Principal === undefined) return [];
  const given: [string, unknown][] =
    typeof Principal === 'string' ? [['*', Principal]] : Object.entries(Principal as object);
  return given.map(([type, value]) =>
    block(
      'principals',
      [
        ['type', type],
        ['identifiers', [value].flat()],
      ],
      '',
      indent,
    ),
  );
}

function conditionBlocks({ Condition }: PolicyStatement, arn: string, indent: string): string[] {
  return Object.entries((Condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([test, keys]) =>
      Object.entries(keys).map(([variable, value]) =>
        block(
          'condition',
          [
            ['test', test],
            ['variable', variable],
            ['values', [value].flat().map(String)],
          ],
          arn,
          indent,
        ),
      ),
  );
}

function block(type: string, rows: [string, unknown][], arn: string, indent: string): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${indent}  ${name.padEnd(width)} = ${hcl(value, arn, indent)}`);
  return `\n${indent}${type} {\n${lines.join('\n')}\n${indent}}`;
}

/** Into the `Statement` of the record that is encoded. */
function inEncoded(
  statements: PolicyStatement[],
  call: Expression & { form: 'call' },
  arn: string,
  replaced: Place[],
  page: Page,
): Edit[] | undefined {
  const [document] = call.args.map((arg) => arg.value);
  if (document?.form !== 'record') return undefined;
  const entry = document.entries.find(
    (each) => 'name' in each && each.name.form === 'literal' && each.name.value === 'Statement',
  );
  const list = entry && 'value' in entry ? entry.value : undefined;
  if (list?.form !== 'list' && list?.form !== 'record') return undefined;
  const items =
    list.form === 'list' ? list.items.flatMap((each) => ('spread' in each ? [] : [each])) : [list];
  const beside = items.find((each) => replaced.some((place) => contains(each.place, place))) ?? items.at(-1);
  if (!beside) return undefined;
  const indent = indentAt(page.text, beside.place.start);
  const eol = eolOf(page.text);
  const words = statements.map((each) => hcl(each, arn, indent)).join(`,${eol}${indent}`);
  const place = { ...beside.place };
  if (replaced.length > 0) return [{ place, text: words }];
  if (list.form === 'record')
    return [{ place, text: `[${page.text.slice(place.start, place.end)}, ${words}]` }];
  return [{ place: { ...place, start: place.end }, text: `,${eol}${indent}${words}` }];
}

function newPolicy(statements: PolicyStatement[], page: Page): Edit[] | undefined {
  const bucket = page.fact.kind === 'bucket' ? bucketBlock(page) : undefined;
  if (!bucket) return undefined;
  const { arn } = reference(bucket, page);
  const document = hcl({ Version: '2012-10-17', Statement: statements }, arn, '  ');
  return behind(bucket, page, 'aws_s3_bucket_policy', ['', `  policy = jsonencode(${document})`]);
}
