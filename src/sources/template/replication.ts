import { absent, known, list, mapArms, record, textOf, type Value } from '../../model/value.ts';
import { flag, read } from './fact.ts';
import { itemsOf, laidOut } from './members.ts';

/** Paths within one rule of a replication configuration. */
export interface ReplicationNames {
  status: string;
  /** `Enabled`, or true in older forms. */
  selected: string[][];
  replicaKey: string[][];
}

/** One row a rule: whether it selects objects under KMS, and the replica's key. */
export function replicationRows(rules: Value, names: ReplicationNames): Value {
  if (rules.is === 'absent') return absent;
  const { items, rest } = itemsOf(laidOut(rules));
  const rows = items
    .filter((rule) => textOf(read(rule, names.status)) !== 'Disabled')
    .map((rule) => ({
      ...record({
        kmsSelected: mapArms(first(rule, names.selected), selected),
        replicaKey: first(rule, names.replicaKey),
      }),
      place: rule.place,
      entry: rule.entry,
    }));
  return { ...list(rows, { place: rules.place }), rest };
}

function first(rule: Value, paths: string[][]): Value {
  return paths.map((path) => read(rule, ...path)).find((each) => each.is !== 'absent') ?? absent;
}

function selected(status: Value): Value {
  if (status.is === 'absent') return known(false);
  if (status.is !== 'known') return status;
  const plain = flag(status);
  return { ...status, value: plain.is === 'known' && (plain.value === true || plain.value === 'Enabled') };
}
