import { armsOf, pathOf, type Thing } from '../evaluate/index.ts';
import { type Operation, operationOfMethod } from './operations.ts';

/** Of a comparison, the operation whose answer's ETag is compared with an MD5; undefined where it is another. */
export function etagComparedWithMd5(operator: string, operands: Thing[]): Operation | undefined {
  if (!/^[!=]==?$/.test(operator) || operands.length !== 2) return undefined;
  const [a, b] = operands as [Thing, Thing];
  return isMd5(b) ? answerOfEtag(a) : isMd5(a) ? answerOfEtag(b) : undefined;
}

function isMd5(thing: Thing): boolean {
  return armsOf(thing).some((arm) => {
    const named = /md5/i.test(pathOf(arm));
    const given = arm.is === 'instance' ? arm.made : [];
    return named || given.some(({ thing: each }) => each.is === 'known' && /^md5$/i.test(String(each.value)));
  });
}

/** The call on the way to `….ETag`. */
function answerOfEtag(thing: Thing): Operation | undefined {
  for (const arm of armsOf(thing)) {
    const names = pathOf(arm).split('.');
    const at = names.findLastIndex((name) => /^(get)?e_?tag$/i.test(name));
    const found = at === -1 ? undefined : names.slice(0, at).map(operationOfMethod).findLast(Boolean);
    if (found) return found;
  }
  return undefined;
}
