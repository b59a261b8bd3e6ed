import type { Position, Range } from 'vscode-languageserver-protocol';
import type { Lines, Place } from '../model/place.ts';

/** LSP counts lines and columns from 0. */
export function toRange(lines: Lines, place: { start: number; end: number }): Range {
  const { start, end } = lines.range(place);
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

export function toOffset(lines: Lines, position: Position): number {
  return lines.offset({ line: position.line + 1, column: position.character + 1 });
}

export function touches(place: Place, start: number, end: number): boolean {
  return place.start <= end && start <= place.end;
}
