import type { Write } from '../../model/change.ts';
import { writeCode } from '../code-edit/write.ts';
import { languageOf } from './languages.ts';

export const write: Write = async (changes, fact, text) => {
  const language = languageOf(fact.place.file);
  return language && writeCode(changes, fact, text, language.syntax);
};
