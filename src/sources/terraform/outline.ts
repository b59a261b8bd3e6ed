/** Types of which the facts are made, and those that hand names on. */
const wantedTypes =
  /s3|kms|^aws_(a|e)?lb$|^aws_(iam|athena|glue_security|kinesis_firehose|cloudtrail|code|redshift|dms|sagemaker|emr)|^terraform_data$/;

const head = /^resource[ \t]+"(\w+)"[ \t]+"[\w-]+"[ \t]*\{/gm;

/** What may hold braces that are none: texts, comments, heredocs; and the braces. */
const signs =
  /"(?:[^"\\\n]|\\.)*"|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<<-?[ \t]*(\w+)\r?\n[\s\S]*?\n[ \t]*\1(?=\r?\n|$)|[{}]/g;

/**
 * The text with a comment's blanks for resources that have nothing to do with S3 and KMS: parsing is what takes the time, and a
 * reference to them is unknown in any case. One whose end is not plain to see stays.
 */
export function withoutOthers(text: string): string {
  const parts: string[] = [];
  let last = 0;
  head.lastIndex = 0;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    if (wantedTypes.test(found[1]!)) continue;
    const end = endOf(text, found.index + found[0].length);
    if (end === undefined) continue;
    parts.push(text.slice(last, found.index), '#'.padEnd(end - found.index));
    last = end;
    head.lastIndex = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(last);
}

/** Behind the brace that closes a block, which stands alone at the start of its line. */
function endOf(text: string, from: number): number | undefined {
  signs.lastIndex = from;
  let depth = 1;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    if (found[0] === '{') depth += 1;
    if (found[0] !== '}') continue;
    depth -= 1;
    if (depth === 0)
      return /^\}[ \t]*(\r?\n|$)/.test(text.slice(found.index, found.index + 80)) &&
        text[found.index - 1] === '\n'
        ? found.index + 1
        : undefined;
  }
  return undefined;
}
