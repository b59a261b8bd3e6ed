import type { Value } from '../model/value.ts';
import { type Found, find, type Scope } from './scope.ts';
import type { World } from './world.ts';

const most = 400;
const slot = /\{([a-zA-Z][\w.]*)\}/g;

/** Fills the `{path}`s of a message with plain values, secrets as their length, and names the arms it hangs on. */
export function messageOf(template: string, arms: string[], scope: Scope, world: World): string {
  const text = template.replace(slot, (_, path: string) => shown(path, scope, world)).trim();
  return arms.length ? `${text} (when ${arms.join(', ')})` : text;
}

function shown(path: string, scope: Scope, world: World): string {
  const [group, name = ''] = path.split('.', 2);
  if (group === 'option' || group === 'preset' || group === 'config') {
    return [world.data[group][name]].flat().join(' or ');
  }
  const [found] = find(scope, path);
  return found ? plainText(found) : 'nothing';
}

function plainText(found: Found): string {
  if ('group' in found) return 'something';
  if ('value' in found) return valueText(found.value);
  const names = Array.isArray(found.facts) ? found.facts.map((fact) => fact.resource ?? fact.kind) : [];
  return names.join(', ') || 'something';
}

function valueText(value: Value): string {
  switch (value.is) {
    case 'known':
      return value.secret ? `${String(value.value).length} characters` : shortened(String(value.value));
    case 'list':
      return value.items.map(valueText).join(', ');
    case 'absent':
      return 'nothing';
    default:
      return 'a value that cannot be known';
  }
}

/** Messages stay on one line, whatever the text they quote. */
function shortened(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
