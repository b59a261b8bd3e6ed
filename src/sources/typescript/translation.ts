import type { ts as TypeScript } from 'ts-morph';
import type { Expression, Opaque } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';

export type Ts = typeof TypeScript;
export type Node = TypeScript.Node;

/** One file on its way into the form. */
export class Translation {
  constructor(
    readonly ts: Ts,
    readonly file: string,
    readonly source: TypeScript.SourceFile,
    /** Whether a specifier leads to a file of the workspace. */
    readonly isLocal: (specifier: string) => boolean,
  ) {}

  place(from: Node, to: Node = from): Place {
    return { file: this.file, start: from.getStart(this.source), end: to.getEnd() };
  }

  words(node: Node): string {
    return this.source.text.slice(node.getStart(this.source), node.getEnd());
  }

  opaque(node: Node, reason: string, parts?: Expression[]): Opaque {
    return { form: 'opaque', reason, place: this.place(node), parts };
  }
}

export type { TypeScript };
