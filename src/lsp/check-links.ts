import type { LinkProgress } from '../links/check.js';
import type { DocumentReading, EditorDocument } from './document.js';

/** What asking for the links of a document came to. */
export interface LinkCheckResult {
  /** True when something is known that was not before. */
  readonly isNews: boolean;
  /** How many are still to be asked. */
  readonly left: number;
  /** True when there is no network at all. */
  readonly offline: boolean;
  /** A sentence about the ledger's own trouble; null when there is none. */
  readonly problem: string | null;
}

/**
 * Asks for the links of a document, at most so many: first those that were added since it was opened. With none to be asked it
 * says what the ledger remembers. The verdicts are kept with the document.
 */
export async function checkLinksOf(
  { verdicts, asked, first }: EditorDocument,
  { list, files, folder }: DocumentReading,
  most: number,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress?: (progress: LinkProgress) => void },
): Promise<LinkCheckResult> {
  const before = new Set(verdicts.keys());
  const added = new Set(list.links.map(({ url }) => url).filter((url) => !first.has(url)));
  const { checkLinks } = await import('../links/check.js');
  const outcome = await checkLinks([{ list, files }], folder.settings.links, {
    signal,
    ...(onProgress === undefined ? {} : { onProgress }),
    recent: { verdicts, most, first: added },
  });
  const fresh = [...verdicts].filter(([url]) => !before.has(url));
  for (const [url, { cached }] of fresh) if (!cached) asked.set(url, Date.now());
  const left = outcome.rows.filter(({ reason }) => reason === 'pending').length;
  return {
    isNews: fresh.length > 0,
    left,
    offline: outcome.offline,
    problem: outcome.ledgerFailure?.message ?? outcome.ledgerProblem,
  };
}
