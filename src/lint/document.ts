/** A file's text, and what it takes to write it back byte for byte. */
export interface Document {
  text: string;
  /** A file that is no valid UTF-8 is read byte by byte, so that what is not mended stays as it is. */
  encoding: 'utf8' | 'latin1';
  /** It began with a byte order mark, which is not part of `text`. */
  mark: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const byteOrderMark = '\uFEFF';
/** As git tells binary files: a NUL among the first 8,000 bytes. */
const headBytes = 8000;

/** Undefined where the bytes are no text. */
export function decode(bytes: Buffer): Document | undefined {
  if (bytes.subarray(0, headBytes).includes(0)) return undefined;
  try {
    const text = strict.decode(bytes);
    const mark = text.startsWith(byteOrderMark);
    return { text: mark ? text.slice(1) : text, encoding: 'utf8', mark };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1', mark: false };
  }
}

/** Undefined where the text holds a character that the file's encoding lacks. */
export function encode(text: string, { encoding, mark }: Document): Buffer | undefined {
  const bytes = Buffer.from(mark ? byteOrderMark + text : text, encoding);
  return encoding === 'latin1' && bytes.toString('latin1') !== text ? undefined : bytes;
}
