const splits = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[-_.\s]+/;

/** Whether one of the words stands in a name as a whole word: `pan` is not in `company`, but in `card-pan` and `cardPan`. */
export function hasWord(name: unknown, words: readonly string[]): boolean {
  if (typeof name !== 'string') return false;
  const parts = name.split(splits).map((part) => part.toLowerCase());
  return words.some((word) => standsIn(word.toLowerCase().split(/[-_.\s]+/), parts));
}

/** A word of several parts (`date-of-birth`) stands where its parts follow each other. */
function standsIn(word: string[], parts: string[]): boolean {
  return parts.some((_, start) => word.every((part, at) => parts[start + at] === part));
}
