import type { Expression } from '../../../evaluate/form.ts';
import type { Fact } from '../../../model/fact.ts';

/** What a writer looks at. */
export interface Page {
  file: string;
  text: string;
  root: Expression;
  fact: Fact;
  isJson: boolean;
}
