import { didYouMean } from '../text/did-you-mean.js';
import { nameHere } from './names-elsewhere.js';

/** What `didYouMean` gives for a rule or a key of the configuration, which other tools may name differently. */
export function didYouMeanHere(kind: 'rules' | 'keys', name: string, known: readonly string[]): string {
  const here = nameHere(kind, name);
  return here !== null && known.includes(here) ? ` (did you mean "${here}"?)` : didYouMean(name, known);
}
