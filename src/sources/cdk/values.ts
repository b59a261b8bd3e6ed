import { armsOf, entry, type Frame, plainOf, slotValue, type Thing } from '../../evaluate/index.ts';
import {
  absent,
  known,
  list,
  mapArms,
  oneOf,
  record,
  unknown,
  type Value,
  type Written,
} from '../../model/value.ts';
import { fromText } from '../template/text.ts';

/** The constructs of one file, by the object that stands for each. */
export type Constructs = Map<number, { id: string; type: string }>;

/** What a construct gives for others to name: as the template that is synthesised would say it. */
const attributes: Record<string, (id: string) => string> = {
  bucketName: (id) => `⟨${id}.Ref⟩`,
  ref: (id) => `⟨${id}.Ref⟩`,
  bucketArn: (id) => `arn:aws:s3:::⟨${id}.Ref⟩`,
  keyArn: (id) => `⟨${id}.Arn⟩`,
  attrArn: (id) => `⟨${id}.Arn⟩`,
  keyId: (id) => `⟨${id}.Ref⟩`,
};

/** A property as a value; another construct, or what it gives, as a reference to it. */
export function asValue(thing: Thing, frame: Frame, constructs: Constructs, written: Written = {}): Value {
  if (thing.is === 'many') {
    const arms = thing.arms.map((arm) => ({
      when: arm.when,
      value: asValue(arm.thing, frame, constructs, written),
    }));
    return oneOf(thing.choice, arms, written);
  }
  if (thing.is !== 'instance') return { ...plainOf(thing, frame), ...written };
  const construct = constructs.get(thing.id);
  const text = construct && named(construct, thing.trail, frame);
  if (text !== undefined) return fromText(text, { place: thing.place, ...written });
  const { items, rest } = frame.state.contents(thing.id);
  if (!items) return { ...plainOf(thing, frame), ...written };
  const all = list(
    items.map((item) => asValue(item, frame, constructs)),
    { place: thing.place, ...written },
  );
  return rest ? { ...all, rest } : all;
}

function named(
  { id, type }: { id: string; type: string },
  trail: { name: string; args: { thing: Thing }[] }[],
  frame: Frame,
): string | undefined {
  const [last, ...more] = trail;
  if (!last) return type === 'AWS::KMS::Key' ? `⟨${id}.Arn⟩` : `⟨${id}.Ref⟩`;
  if (more.length > 0) return undefined;
  if (last.name === 'arnForObjects') {
    const pattern = last.args[0] && plainOf(last.args[0].thing, frame);
    return pattern?.is === 'known' ? `arn:aws:s3:::⟨${id}.Ref⟩/${pattern.value}` : undefined;
  }
  return attributes[last.name]?.(id);
}

/** One property of a construct's props, where it is written. */
export function property(props: Thing, name: string, frame: Frame, constructs: Constructs): Value {
  const slot = entry(props, name, frame);
  if (!slot?.entry) return absent;
  const { name: words, entry: whole } = slotValue(slot, frame);
  const value = asValue(slot.thing, frame, constructs);
  return value.is === 'absent' ? absent : { ...value, name: words, entry: whole };
}

/** The member of an enum or the constant of a class that a value names: `BucketEncryption.KMS`. */
export function wordOf(value: Value, of: string): Value {
  return mapArms(value, (plain) => {
    const found = plain.is === 'unknown' && new RegExp(`(^|\\.)${of}\\.(\\w+)$`).exec(plain.origin ?? '');
    return found ? known(found[2]!, { place: plain.place, name: plain.name, entry: plain.entry }) : plain;
  });
}

/** Words in the template's spelling; one that is not known stays unknown. */
export function spelled(value: Value, words: Record<string, string>): Value {
  return mapArms(value, (plain) => {
    if (plain.is !== 'known') return plain;
    const word = words[String(plain.value)];
    return word === undefined
      ? unknown(`\`${plain.value}\``, { place: plain.place })
      : { ...plain, value: word };
  });
}

/** A record of what is written. */
export function properties(rows: Record<string, Value>, written: Written = {}): Value {
  return record(
    Object.fromEntries(Object.entries(rows).filter(([, value]) => value.is !== 'absent')),
    written,
  );
}

/** Whether props are handed in from elsewhere, in whole or in part. */
export function isUnseen(props: Thing, frame: Frame): boolean {
  return armsOf(props).some((arm) =>
    arm.is === 'instance' ? frame.state.contents(arm.id).rest !== undefined : arm.is !== 'absent',
  );
}
