import { absent, type Value } from '../../model/value.ts';
import type { Step } from '../template/evaluate.ts';

/** A step written with a dot. */
export function isNamed(step: Step): boolean {
  return (
    step.name.is === 'known' &&
    typeof step.name.value === 'string' &&
    /^[a-z_]\w*$/i.test(step.name.value) &&
    isBare(step)
  );
}

/** `.name` has the place of its word; `["name"]` that of the quoted text. */
function isBare(step: Step): boolean {
  const { place } = step.name;
  return (
    place !== undefined &&
    step.name.is === 'known' &&
    place.end - place.start === String(step.name.value).length
  );
}

export function whereExists(exists: Value & { is: 'oneOf' }, value: Value): Value {
  const arms = exists.arms.map((arm) => ({
    when: arm.when,
    value: arm.value.is === 'known' && arm.value.value === true ? value : absent,
  }));
  return { ...exists, arms };
}
