import type { AnyFact } from '../../src/model/fact.ts';
import type { Value } from '../../src/model/value.ts';
import type { Reader, Source } from '../../src/sources/source.ts';

/** What a source reads of a text, in a workspace of some other files. */
export async function read(
  source: Source,
  path: string,
  text: string,
  files: Record<string, string> = {},
): Promise<AnyFact[]> {
  const reader: Reader = await source.load();
  const workspace = {
    text: (file: string) => files[file],
    list: (folder: string) =>
      Object.keys(files).flatMap((file) => {
        const at = file.lastIndexOf('/');
        return (at < 0 ? '.' : file.slice(0, at)) === folder ? [file.slice(at + 1)] : [];
      }),
    options: { endpoints: {}, tfvars: [] },
  };
  const { facts } = await reader.read({ path, text }, workspace);
  return facts;
}

/** `path=words of the place` of the fields that stand in the text, and `path=?` of those that are not known. */
export function placed(fact: AnyFact, text: string, ...paths: string[]): string[] {
  return paths.map(
    (path) => `${path}=${shown((fact.fields as Record<string, Value | undefined>)[path], text)}`,
  );
}

function shown(value: Value | undefined, text: string): string {
  if (!value || value.is === 'absent') return '-';
  if (value.is === 'unknown') return '?';
  if (value.is === 'oneOf') return value.arms.map((arm) => shown(arm.value, text)).join('|');
  const words = value.place ? text.slice(value.place.start, value.place.end) : '';
  return value.is === 'known' ? `${value.value}@${words}` : value.is;
}

/** `kind operation mode key` of each fact, as short as can be read. */
export function summary(facts: AnyFact[]): string[] {
  return facts.map((fact) => {
    const at = (path: string) => plain((fact.fields as Record<string, Value | undefined>)[path]);
    const rows: Record<string, string[]> = {
      request: [at('operation'), at('encryption.mode'), at('encryption.keyId')],
      client: [at('transport.scheme'), at('transport.hostClass'), at('transport.verified')],
      sink: [at('service'), at('encryption.mode'), at('encryption.keyId'), at('badValue')],
    };
    return [fact.kind, ...(rows[fact.kind] ?? [])].filter((each) => each !== '-').join(' ');
  });
}

function plain(value: Value | undefined): string {
  if (!value || value.is === 'absent') return '-';
  if (value.is === 'oneOf') return value.arms.map((arm) => plain(arm.value)).join('|');
  return value.is === 'known' ? String(value.value) : value.is === 'unknown' ? '?' : value.is;
}
