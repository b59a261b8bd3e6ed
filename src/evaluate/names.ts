import type { FunctionForm } from './form.ts';

/** The names that a function calls or hands on, found without following anything. */
export function namesCalled(of: FunctionForm): Set<string> {
  const names = new Set<string>();
  walk(of.body, names);
  return names;
}

function walk(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, names);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const form = node as { form?: string; name?: unknown; value?: unknown };
  if (form.form === 'reference' && typeof form.name === 'string') names.add(form.name);
  if (form.form === 'literal' && typeof form.value === 'string') names.add(form.value);
  for (const [key, child] of Object.entries(node)) if (key !== 'place') walk(child, names);
}
