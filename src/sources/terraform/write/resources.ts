import { type Change, wireValues } from '../../../model/change.ts';
import type { Edit } from '../../../model/finding.ts';
import { eolOf } from '../../template/edit.ts';
import { attribute, type Block } from '../syntax.ts';
import type { Page } from '../write.ts';
import { innermost } from './homes.ts';
import { literal, written } from './literal.ts';

/** The block of the bucket, where it is a plain resource of this file. */
export function bucketBlock({ body, fact, file }: Page): Block | undefined {
  const block = fact.place.file === file ? innermost(body, fact.place) : undefined;
  return block?.labels[0] === 'aws_s3_bucket' ? block : undefined;
}

/** How a neighbour refers to the bucket: one by one, where there are several. */
export function reference(block: Block, page: Page): { lines: string[]; id: string; arn: string } {
  const name = `aws_s3_bucket.${block.labels[1]}`;
  const count = attribute(block.body, 'count');
  if (attribute(block.body, 'for_each')) {
    return { lines: [`for_each = ${name}`], id: 'each.value.id', arn: 'each.value.arn' };
  }
  if (count) {
    const words = page.text.slice(count.value.place.start, count.value.place.end);
    return { lines: [`count = ${words}`], id: `${name}[count.index].id`, arn: `${name}[count.index].arn` };
  }
  return { lines: [], id: `${name}.id`, arn: `${name}.arn` };
}

/** A new resource behind the bucket's own, called like it. */
export function behind(block: Block, page: Page, type: string, inside: string[]): Edit[] {
  const { lines, id } = reference(block, page);
  const eol = eolOf(page.text);
  const head = lines.map((line) => `  ${line}`);
  const rows = [
    '',
    '',
    `resource "${type}" "${block.labels[1]}" {`,
    ...head,
    `  bucket = ${id}`,
    ...inside,
    '}',
  ];
  const { end } = block.place;
  return [{ place: { file: page.file, start: end, end }, text: rows.join(eol) }];
}

export function encryptionResource(changes: Change[], page: Page): Edit[] | undefined {
  const block = bucketBlock(page);
  if (!block) return undefined;
  const given = (path: string) => {
    const change = changes.find((each) => each.verb === 'set' && each.path === path);
    return change?.verb === 'set' ? written(change.value) : undefined;
  };
  const mode = /"(.*)"/.exec(given('encryption.mode') ?? '')?.[1] ?? 'SSE-S3';
  const algorithm = given('encryption.algorithm') ?? literal(wireValues[mode] ?? mode);
  const [key, bucketKey, blocked] = ['keyId', 'bucketKey', 'blocked'].map((name) =>
    given(`encryption.${name}`),
  );
  const inside = [
    '',
    '  rule {',
    '    apply_server_side_encryption_by_default {',
    key ? `      sse_algorithm     = ${algorithm}` : `      sse_algorithm = ${algorithm}`,
    ...(key ? [`      kms_master_key_id = ${key}`] : []),
    '    }',
    ...(bucketKey ? [`    bucket_key_enabled = ${bucketKey}`] : []),
    ...(blocked ? [`    blocked_encryption_types = ${blocked}`] : []),
    '  }',
  ];
  return behind(block, page, 'aws_s3_bucket_server_side_encryption_configuration', inside);
}

export function versioningResource(page: Page): Edit[] | undefined {
  const block = bucketBlock(page);
  const inside = ['', '  versioning_configuration {', '    status = "Enabled"', '  }'];
  return block && behind(block, page, 'aws_s3_bucket_versioning', inside);
}
