const mebibyte = 1024 * 1024;
const limit = 5 * mebibyte;
/** Plans, states and snapshots are written by machines and long. */
export const machineLimit = 100 * mebibyte;
const deepest = 1000;

const stateName = /\.tfstate(\.backup)?$/i;
const machineWritten = /^\s*\{[\s\S]{0,4000}?"(format_version|terraform_version|sselintSnapshot)"\s*:/;

/** The most bytes that a file with this name and beginning may have. */
export function mostBytes(file: string, head: string): number {
  const isMachineWritten = stateName.test(file) || (/\.json$/i.test(file) && machineWritten.test(head));
  return isMachineWritten ? machineLimit : limit;
}

/** Why a text is not given to a parser, or undefined: recursive parsers lose their stack on deep nesting. */
export function tooDeep(text: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // ( [ {
    if (code === 40 || code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) return `expected brackets nested at most ${deepest} deep; it is not read`;
    }
    // ) ] }
    else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth -= 1;
  }
  return undefined;
}

export function tooLong(bytes: number, most: number): string {
  const size = (bytes / mebibyte).toFixed(1);
  return `expected at most ${most / mebibyte} MB, it has ${size} MB; it is not read`;
}
