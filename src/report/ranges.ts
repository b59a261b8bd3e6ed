import { Lines, type Place, type Range } from '../model/place.ts';
import type { Texts } from '../model/result.ts';

/** Turns places into lines and columns; each file's lines are counted once. */
export class Ranges {
  private readonly lines = new Map<string, Lines>();

  constructor(private readonly texts: Pick<Texts, 'text'>) {}

  of(place: Place): Range {
    const lines = this.lines.get(place.file) ?? new Lines(this.texts.text(place.file) ?? '');
    this.lines.set(place.file, lines);
    return lines.range(place);
  }
}
