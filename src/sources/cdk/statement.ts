import type { Frame, Thing } from '../../evaluate/index.ts';
import { known, mapArms, unknown, type Value } from '../../model/value.ts';
import { type Constructs, properties, property, wordOf } from './values.ts';

/** `new iam.PolicyStatement({ … })` in IAM's JSON; undefined where the thing is none. */
export function statementOf(thing: Thing, frame: Frame, constructs: Constructs): Value {
  const props =
    thing.is === 'instance' && /\.PolicyStatement$/.test(thing.type ?? '') ? thing.made[0] : undefined;
  if (props?.thing.is !== 'instance')
    return unknown('a statement that cannot be seen', { place: thing.place });
  const read = (name: string) => property(props.thing, name, frame, constructs);
  const effect = mapArms(wordOf(read('effect'), 'Effect'), (plain) => {
    if (plain.is === 'absent') return known('Allow');
    return plain.is === 'known' ? { ...plain, value: plain.value === 'DENY' ? 'Deny' : 'Allow' } : plain;
  });
  const rows = {
    Sid: read('sid'),
    Effect: effect,
    Principal: principals(read('principals')),
    NotPrincipal: read('notPrincipals'),
    Action: read('actions'),
    NotAction: read('notActions'),
    Resource: read('resources'),
    NotResource: read('notResources'),
    Condition: read('conditions'),
  };
  return properties(rows, { place: thing.place });
}

/** `[new iam.AnyPrincipal()]` and `[new iam.StarPrincipal()]` are everyone. */
function principals(given: Value): Value {
  return mapArms(given, (plain) => {
    if (plain.is !== 'list') return plain;
    const everyone = plain.items.some(
      (item) => item.is === 'unknown' && /(Any|Star)Principal/.test(item.reason),
    );
    return everyone
      ? properties({ AWS: known('*') }, { place: plain.place })
      : unknown('principals', { place: plain.place });
  });
}
