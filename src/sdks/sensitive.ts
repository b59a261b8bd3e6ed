import { known, list, mapArms, record, textOf, type Value } from '../model/value.ts';

/** The entries of a map as rows with what each value looks like, for rules that judge names and values. */
export function sensitiveEntries(map: Value): Value {
  return mapArms(map, (value) => {
    if (value.is !== 'record') return value;
    const rows = value.entries.map((entry) => {
      const looks = mapArms(entry.value, (each) => {
        const kind = textOf(each) === undefined ? undefined : looksLike(textOf(each)!);
        return kind ? known(kind, { place: each.place }) : { is: 'absent' };
      });
      const place = entry.value.entry ?? entry.name.place ?? entry.value.place;
      return {
        ...record({ name: entry.name, value: entry.value, looksLike: looks }),
        place,
        entry: entry.value.entry,
      };
    });
    return { ...list(rows, { place: value.place }), ...(value.rest && { rest: value.rest }) };
  });
}

/** A tag set written as a URL query (`x-amz-tagging`), as a map. */
export function tagsOf(tagging: Value): Value {
  return mapArms(tagging, (value) => {
    const text = textOf(value);
    if (text === undefined) return value;
    const rows = [...new URLSearchParams(text)].map(([name, each]) => ({
      name: known(name, { place: value.place }),
      value: known(each, { place: value.place }),
    }));
    return record(rows, { place: value.place, entry: value.entry });
  });
}

/** What a text is by its form: an address, a token, a key, a card number. */
export function looksLike(text: string): string | undefined {
  if (/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(text) && !/@example\.(com|org|net)$/i.test(text)) return 'email';
  if (/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/.test(text)) return 'jwt';
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return 'privateKey';
  if (/^(AKIA|ASIA)[A-Z0-9]{16}$/.test(text) && !text.endsWith('EXAMPLE')) return 'accessKeyId';
  const digits = text.replace(/[ -]/g, '');
  if (/^\d{13,19}$/.test(digits) && isLuhn(digits)) return 'cardNumber';
  if (/^\d{3}-\d{2}-\d{4}$/.test(text)) return 'socialSecurityNumber';
  return undefined;
}

/** ISO/IEC 7812-1, annex B. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}
