import { isTaken } from '../lint/taken.ts';

/** A file on which the rules and their settings hang. */
export function isConfiguration(file: string): boolean {
  return /(^|\/)(sselint\.config\.(ya?ml|json)|package\.json|rule\.yaml)$/.test(file);
}

/** Whether a change of a file on disk can change what is found: nothing else is read. */
export function mayMatter(file: string): boolean {
  if (/(^|\/)(node_modules|\.git)\//.test(file)) return false;
  return isConfiguration(file) || isTaken(file);
}
