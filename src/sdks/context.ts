import { absent, known, mapArms, record, textOf, type Value } from '../model/value.ts';
import { sensitiveEntries } from './sensitive.ts';

/** The leaves of an encryption context: base64 of a JSON map of strings (`x-amz-server-side-encryption-context`). */
export function contextFields(context: Value): Record<string, Value> {
  if (context.is === 'absent') return {};
  const problem = mapArms(context, (value) => {
    if (value.is === 'record') return known('notEncoded', { place: value.place });
    const text = textOf(value);
    if (text === undefined) return value.is === 'unknown' ? value : absent;
    const found = problemOf(text);
    return found ? known(found, { place: value.place }) : absent;
  });
  const entries = mapArms(context, (value) => {
    if (value.is === 'record') return value;
    const text = textOf(value);
    if (text === undefined) return value;
    const map = mapIn(text);
    return map
      ? record(
          Object.entries(map).map(([name, each]) => row(name, each, value)),
          { place: value.place },
        )
      : absent;
  });
  return {
    'encryption.context': context,
    'encryption.contextProblem': problem,
    'encryption.contextEntries': sensitiveEntries(entries),
  };
}

function row(name: string, value: string, at: Value) {
  return { name: known(name, { place: at.place }), value: known(value, { place: at.place }) };
}

function problemOf(text: string): string | undefined {
  if (/^\s*\{/.test(text)) return 'notEncoded';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return 'notBase64';
  return mapIn(text) ? undefined : 'notMap';
}

/** The map of strings that a context holds, in base64 or plain. */
function mapIn(text: string): Record<string, string> | undefined {
  const json = /^\s*\{/.test(text) ? text : Buffer.from(text, 'base64').toString('utf8');
  try {
    const parsed: unknown = JSON.parse(json);
    const isMap = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isMap && Object.values(parsed).every((each) => typeof each === 'string')
      ? (parsed as Record<string, string>)
      : undefined;
  } catch {
    return undefined; // not JSON: no map of strings
  }
}
