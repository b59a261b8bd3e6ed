import type { Program } from './form.ts';

/** Which cell of the state a name stands for. Cells are numbered once for all modules of a run. */
export class Scope {
  private readonly names = new Map<string, number>();
  /** Symbols whose members are visible without a name: `import static x.*`, `using namespace`. */
  readonly wildcards: string[];

  constructor(
    readonly program: Program,
    readonly parent?: Scope,
    /** A function's own scope; blocks inside it are not. */
    readonly isFunction = false,
  ) {
    this.wildcards = parent?.wildcards ?? [];
  }

  find(name: string): number | undefined {
    return this.names.get(name) ?? this.parent?.find(name);
  }

  declare(name: string, cell: number): void {
    this.names.set(name, cell);
  }

  own(name: string): number | undefined {
    return this.names.get(name);
  }

  /** The scope of the function around, or of the module. */
  get functionScope(): Scope {
    return this.isFunction || !this.parent ? this : this.parent.functionScope;
  }
}

const functionScoped = new Set(['python', 'ruby', 'php']);

/** A body in braces has a scope of its own, but not in every language. */
export function blockScope(scope: Scope): Scope {
  return functionScoped.has(scope.program.language) ? scope : new Scope(scope.program, scope);
}
