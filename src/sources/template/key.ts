import { combine, isWritten, known, mapArms, type Value } from '../../model/value.ts';

/** Whether KMS can rotate a key by itself: symmetric, and its material made by KMS (AWS KMS API, EnableKeyRotation). */
export function rotationSupported(spec: Value, origin: Value): Value {
  return combine(spec, origin, (a, b) => {
    if (b.is === 'known' && b.value !== 'AWS_KMS') return known(false, { place: b.place });
    if (a.is === 'known' && a.value !== 'SYMMETRIC_DEFAULT') return known(false, { place: a.place });
    if (a.is === 'unknown') return a;
    return b.is === 'unknown' ? b : known(true);
  });
}

/** What is written, else the service's default, which has no place. */
export function orDefault(value: Value, standard: string | number | boolean): Value {
  return mapArms(value, (plain) =>
    isWritten(plain) ? plain : { ...known(standard), name: plain.name, entry: plain.entry },
  );
}
