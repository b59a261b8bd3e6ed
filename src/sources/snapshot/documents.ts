import type { Value } from '../../model/value.ts';
import { readJson } from '../../policy/json.ts';

/** The rendered documents of one account, in which findings stand: `aws://REGION/BUCKET/encryption.json`. */
export class Documents {
  readonly texts = new Map<string, string>();

  /** Renders a part, and gives it as values with places in the rendered text. */
  render(name: string, part: unknown): Value {
    const text = `${JSON.stringify(part, null, 2)}\n`;
    this.texts.set(name, text);
    return readJson(text, name).value;
  }
}

export function bucketDocument(region: string, bucket: string, part: string): string {
  return `aws://${region}/${bucket}/${part}.json`;
}

export function keyDocument(region: string, id: string): string {
  return `aws://${region}/key/${id}.json`;
}
