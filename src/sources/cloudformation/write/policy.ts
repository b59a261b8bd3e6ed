import type { Expression } from '../../../evaluate/form.ts';
import type { Change, PolicyStatement } from '../../../model/change.ts';
import type { Edit } from '../../../model/finding.ts';
import { contains, type Place } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { eolOf } from '../../template/edit.ts';
import { entry } from '../stack.ts';
import { columnOf, resourceIn, resourcesOf } from './insert.ts';
import type { Page } from './page.ts';
import { Intrinsic, json, jsonOf, yamlItem, yamlOf } from './render.ts';

type AddStatement = Extract<Change, { verb: 'addStatement' }>;

/** Statements into the policy that is there, or a policy of its own behind the bucket. */
export function withStatements(change: AddStatement, page: Page): Edit[] | undefined {
  const fields = page.fact.fields as Record<string, Value | undefined>;
  const written = fields['policy.written'] ?? fields.written;
  const statements = withBucket(change.statements, page);
  if (!statements) return undefined;
  if (written?.is === 'known' && written.value === true && written.place) {
    return intoPolicy(
      statements,
      change.replaces ?? [],
      written.place,
      fields['policy.statements'] ?? fields.statements,
      page,
    );
  }
  return newPolicy(statements, page);
}

/** `${bucket}` as a reference to the bucket of this template. */
function withBucket(statements: PolicyStatement[], page: Page): unknown[] | undefined {
  const bucket = bucketId(page);
  if (!bucket) return JSON.stringify(statements).includes('${bucket}') ? undefined : statements;
  const refer = (data: unknown): unknown => {
    if (data === '${bucket}') return new Intrinsic('GetAtt', `${bucket}.Arn`);
    if (typeof data === 'string' && data.includes('${bucket}'))
      return new Intrinsic(
        'Sub',
        data.replaceAll('${bucket}', () => `\${${bucket}.Arn}`),
      );
    if (Array.isArray(data)) return data.map(refer);
    if (typeof data !== 'object' || data === null) return data;
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, refer(value)]));
  };
  return statements.map(refer);
}

function bucketId(page: Page): string | undefined {
  const { fact } = page;
  if (fact.kind !== 'bucket' || !fact.resource) return undefined;
  return resourcesOf(page).has(fact.resource) ? fact.resource : undefined;
}

function intoPolicy(
  statements: unknown[],
  replaces: number[],
  written: Place,
  rows: Value | undefined,
  page: Page,
): Edit[] | undefined {
  const policy = [...resourcesOf(page).values()].find((each) => contains(each.place, written));
  const list = entry(entry(entry(policy?.value, 'Properties'), 'PolicyDocument'), 'Statement');
  if (!list) return undefined;
  const items =
    list.form === 'list' ? list.items.filter((each): each is Expression => 'form' in each) : [list];
  const replaced = replaces.map((index) => (rows?.is === 'list' ? rows.items[index]?.place : undefined))[0];
  const beside = items.find((each) => replaced && contains(each.place, replaced)) ?? items.at(-1);
  if (!beside || (list.form !== 'list' && !replaced)) return undefined;
  return [
    beside.place.file === page.file && replaces.length > 0
      ? instead(statements, beside, page)
      : after(statements, beside, page),
  ];
}

function isFlow(beside: Expression, page: Page): boolean {
  return page.text[beside.place.start] === '{';
}

function instead(statements: unknown[], beside: Expression, page: Page): Edit {
  const indent = columnOf(page.text, beside.place.start);
  const eol = eolOf(page.text);
  if (isFlow(beside, page))
    return {
      place: beside.place,
      text: statements.map((each) => json(each, indent, eol)).join(`,${eol}${indent}`),
    };
  const dash = indent.slice(0, -2);
  return {
    place: beside.place,
    text: statements
      .map((each) => yamlItem(each, dash, eol))
      .join(eol)
      .slice(indent.length),
  };
}

function after(statements: unknown[], beside: Expression, page: Page): Edit {
  const { end } = beside.place;
  const indent = columnOf(page.text, beside.place.start);
  const eol = eolOf(page.text);
  const place = { file: page.file, start: end, end };
  if (isFlow(beside, page))
    return { place, text: statements.map((each) => `,${eol}${indent}${json(each, indent, eol)}`).join('') };
  return { place, text: statements.map((each) => eol + yamlItem(each, indent.slice(0, -2), eol)).join('') };
}

/** A policy called like its bucket, right behind it. */
function newPolicy(statements: unknown[], page: Page): Edit[] | undefined {
  const bucket = bucketId(page);
  const resource = resourceIn(page);
  const name = `${bucket}Policy`;
  if (!bucket || !resource || resourcesOf(page).has(name)) return undefined;
  const reference = page.isJson ? { Ref: bucket } : new Intrinsic('Ref', bucket);
  const data = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: reference, PolicyDocument: { Version: '2012-10-17', Statement: statements } },
  };
  const { end, start } = resource.place;
  const indent = columnOf(page.text, start);
  const eol = eolOf(page.text);
  const words = page.isJson
    ? `,${eol}${indent}${jsonOf({ name, data }, indent, eol)}`
    : `${eol}${yamlOf({ name, data }, indent, eol)}`;
  return [{ place: { file: page.file, start: end, end }, text: words }];
}
