import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';

/** Takes a suppression's comment away, and its line where nothing else stands on it. */
export function removeComment(fact: Fact, text: string): Edit[] | undefined {
  const comment = fact.anchors?.comment;
  if (!comment) return undefined;
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  const newline = text.indexOf('\n', comment.end);
  const lineEnd = newline === -1 ? text.length : newline;
  const before = text.slice(lineStart, comment.start);
  const isAlone = before.trim() === '' && text.slice(comment.end, lineEnd).trim() === '';
  const start = isAlone ? lineStart : comment.start - (before.length - before.trimEnd().length);
  const end = isAlone ? Math.min(lineEnd + 1, text.length) : comment.end;
  return [{ place: { file: comment.file, start, end }, text: '' }];
}
