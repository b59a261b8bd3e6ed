import type { FunctionForm } from './form.ts';
import type { EvaluatedArgument, FunctionThing } from './thing.ts';

/** Of methods of one name, the one that takes so many arguments; the first where none or all do. */
export function fitting(methods: FunctionForm[], args: EvaluatedArgument[]): FunctionForm | undefined {
  return methods.find((method) => takes(method, args)) ?? methods[0];
}

function takes(method: FunctionForm, args: EvaluatedArgument[]): boolean {
  if (args.some((arg) => arg.spread)) return true;
  const named = args.filter((arg) => arg.name !== undefined);
  const { params } = method;
  if (named.some((arg) => !params.some((param) => param.name === arg.name || param.rest === 'record')))
    return false;
  const needed = params.filter((param) => param.default === undefined && !param.rest).length;
  const most = params.some((param) => param.rest) ? Number.POSITIVE_INFINITY : params.length;
  return needed <= args.length && args.length <= most;
}

/** A method as found by name, or the one of its class's that fits the arguments better. */
export function overloadOf(of: FunctionThing, args: EvaluatedArgument[]): FunctionThing {
  const { self, function: form } = of;
  const owner = self?.is === 'class' ? self : self?.is === 'instance' ? self.class : undefined;
  const same = owner?.class.methods.filter((method) => method.name === form.name && !method.isConstructor);
  if (!same || same.length < 2 || !same.includes(form)) return of;
  return { ...of, function: fitting(same, args) ?? form };
}
