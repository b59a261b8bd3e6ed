import type { Place } from '../model/place.ts';
import { type RecordValue, textOf, type Value } from '../model/value.ts';
import { evaluate } from './expressions.ts';
import type { Expression, Program } from './form.ts';
import { type Frame, make, moduleFrame, Run } from './frame.ts';
import { plainOf } from './inspect.ts';
import type { Slot } from './state.ts';
import { many, type Thing } from './thing.ts';

/** What the references and functions of one template language mean. */
export interface TemplateEnvironment {
  /** `var.x` is `['var', 'x']`; undefined where the path is no reference of its own: its members are followed then. */
  resolve(path: string[], place: Place): Value | undefined;
  call(name: string, args: Value[], place: Place): Value | undefined;
}

/** The value of one expression of a template. */
export function evaluateExpression(
  expression: Expression,
  program: Program,
  environment: TemplateEnvironment,
): Value {
  const frames: Frame[] = [];
  const thingFor = (value: Value | undefined) => value && thingOf(value, frames[0]!);
  const run = new Run(
    {
      called: (event) => {
        const args = event.args.map((arg) => plainOf(arg.thing, event.frame));
        return thingFor(environment.call(event.path.replace(/^\*\./, ''), args, event.place));
      },
    },
    undefined,
    (path, place) => (path.length === 0 ? undefined : thingFor(environment.resolve(path, place))),
  );
  const frame = moduleFrame(run, program, true);
  frames.push(frame);
  return plainOf(evaluate(expression, frame), frame);
}

/** A plain value as a thing that members can be read of. */
export function thingOf(value: Value, frame: Frame): Thing {
  if (value.is === 'oneOf') {
    return many(
      value.choice,
      value.arms.map((arm) => ({ when: arm.when, thing: thingOf(arm.value, frame) })),
      value.place,
    );
  }
  const place = value.place ?? { file: frame.scope.program.file, start: 0, end: 0 };
  if (value.is === 'list') {
    const items = value.items.map((item) => thingOf(item, frame));
    return make(frame, place, { entries: new Map(), items, rest: value.rest });
  }
  if (value.is === 'record') return make(frame, place, { entries: slotsOf(value, frame), rest: value.rest });
  return value;
}

function slotsOf(value: RecordValue, frame: Frame): Map<string, Slot> {
  return new Map(
    value.entries.flatMap((entry) => {
      const name = textOf(entry.name);
      if (name === undefined) return [];
      const slot: Slot = {
        thing: thingOf(entry.value, frame),
        name: entry.name.place,
        entry: entry.value.entry,
      };
      return [[name, slot] as const];
    }),
  );
}
