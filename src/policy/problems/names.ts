import { known } from '../../model/value.ts';
import { type Action, actionsOf, carries, keyNames, keyOf, serviceNames } from '../data.ts';
import type { Condition, Policy, Statement } from '../form.ts';
import { nearest } from '../nearest.ts';
import { globPattern, matches } from '../pattern.ts';
import { conditionsOf } from '../search/world.ts';
import type { Problem } from './problem.ts';

/** Condition keys that do not exist, or not for the actions of their statement. */
export function nameProblems({ statements }: Policy): Problem[] {
  return statements.flatMap((statement) => {
    const meant = actionsMeant(statement);
    return conditionsOf(statement).flatMap((condition) => problemOf(condition, statement, meant) ?? []);
  });
}

function problemOf({ key, value }: Condition, { index }: Statement, meant?: Action[]): Problem | undefined {
  const service = key.slice(0, key.indexOf(':')).toLowerCase();
  if (service !== 'aws' && !serviceNames.includes(service)) return undefined;
  const at = value.name ? known(key, { place: value.name }) : value;
  const common = { kind: 'unknownConditionKey' as const, statement: index, found: key, at };
  if (!keyOf(key)) {
    const near = nearest(key, keyNames);
    const message = `there is no condition key ${key}${near ? `: did you mean ${near}?` : ''}`;
    return { ...common, message, ...(near ? { nearest: near } : {}) };
  }
  const isCarried = !meant || meant.some((action) => carries(action, key));
  if (isCarried || service === 'aws' || everywhere.test(key)) return undefined;
  return { ...common, message: `requests of these actions never carry ${key}` };
}

/** Keys of nearly every action of S3, also where the list of actions leaves them out. */
const everywhere =
  /:(tlsversion|authtype|signatureversion|signatureage|x-amz-content-sha256|resourceaccount)$/i;

/** The actions that a statement names, where all of them are of services that are judged. */
function actionsMeant({ actions }: Statement): Action[] | undefined {
  if (!actions || actions.negated) return undefined;
  const found: Action[] = [];
  for (const { text } of actions.items) {
    const [service = ''] = text?.toLowerCase().split(':') ?? [];
    if (!text || !serviceNames.includes(service)) return undefined;
    const pattern = globPattern(text.slice(service.length + 1), true);
    found.push(...actionsOf(service).filter(({ name }) => matches(pattern, name)));
  }
  return found.length > 0 ? found : undefined;
}
