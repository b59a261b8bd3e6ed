import { posix } from 'node:path';
import type { Place } from '../../model/place.ts';
import { known, mapArms, textOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { bind, evaluate } from '../template/evaluate.ts';
import { pairs } from '../template/members.ts';
import { decodedPolicy } from '../template/policy-text.ts';
import type { Text } from '../template/text.ts';
import { moveTo } from './json.ts';
import type { Module } from './module.ts';

/** Functions that read files, and that make and read JSON. */

function read(path: Value, place: Place, module: Module): Value {
  return mapArms(path, (plain) => {
    const name = textOf(plain);
    if (name === undefined) return unknown('which file this is cannot be known', { place });
    const file = posix.normalize(
      name.startsWith(module.root.folder) || name.startsWith('/') ? name : `${module.root.folder}/${name}`,
    );
    const text = module.root.library.workspace.text(file);
    if (text === undefined) return unknown(`${file} is not here`, { place, origin: `file(${file})` });
    const whole = { file, start: 0, end: text.length };
    return { ...known(text, { place: whole }), pieces: [{ text, place: whole }] } as Text;
  });
}

function decode(value: Value, place: Place, module: Module): Value {
  return mapArms(value, (plain) => {
    const decoded = (plain as Text).decoded;
    return decoded ?? decodedPolicy({ ...plain, place: plain.place ?? place } as Value, module.env.words);
  });
}

export const fileText = { read, decode };

/** A text with `${…}` in it, where the names are those of `vars`. */
export function templated(template: Value, vars: Value, place: Place, module: Module): Value {
  return mapArms(template, (plain) => {
    if (plain.is !== 'known')
      return plain.is === 'unknown' ? (plain as Unknown) : unknown('no text', { place });
    const text = String(plain.value);
    const file = plain.place?.file ?? place.file;
    const isWhole = plain.place !== undefined && module.env.words(plain.place) === text;
    const before = 'x = <<SSELINT_TEMPLATE\n';
    const parsed = module.root.library.parseText(file, `${before}${text}\nSSELINT_TEMPLATE\n`).body
      .attributes[0]?.value;
    if (!parsed) return unknown('a template that cannot be read', { place });
    const shift = (plain.place?.start ?? 0) - before.length;
    const moved = moveTo(parsed, (at) =>
      isWhole ? { ...at, start: at.start + shift, end: at.end + shift } : (plain.place ?? place),
    );
    return evaluate(moved, bind(noNames(module), new Map(namesIn(vars))));
  });
}

/** A template sees nothing but its variables. */
function noNames(module: Module): Module['env'] {
  return { ...module.env, refer: () => undefined };
}

function namesIn(vars: Value): [string, Value][] {
  if (vars.is !== 'record') return [];
  return pairs(vars).flatMap(([name, value]): [string, Value][] =>
    textOf(name) === undefined ? [] : [[textOf(name)!, value]],
  );
}
