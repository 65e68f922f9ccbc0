import type { Files } from '../model/files.js';
import type { Link, List } from '../model/list.js';
import type { Verdict } from '../model/verdict.js';
import { resolveLocal } from '../url/resolve-relative.js';

/** What most verdicts have of redirects and notes: one for all. */
const none: readonly never[] = Object.freeze([]);

/** A verdict with the facts that most have in common filled in. */
export function verdictOf(facts: Pick<Verdict, 'url' | 'verdict' | 'reason' | 'evidence'> & Partial<Verdict>): Verdict {
  // Written out, since spreading is what thousands of verdicts would spend most of their time on.
  return {
    url: facts.url,
    verdict: facts.verdict,
    reason: facts.reason,
    status: facts.status ?? null,
    finalUrl: facts.finalUrl ?? null,
    redirects: facts.redirects?.length ? facts.redirects : none,
    notes: facts.notes?.length ? facts.notes : none,
    probe: facts.probe ?? 'none',
    evidence: facts.evidence,
    cached: facts.cached ?? false,
    firstFailedAt: facts.firstFailedAt ?? null,
    failures: facts.failures ?? 0,
    suggestion: facts.suggestion ?? null,
    durationMs: facts.durationMs ?? 0,
    facts: facts.facts ?? null,
  };
}

/** What can be said of a link without a network; null for what the web must answer. */
export function checkStatic(link: Link, list: List, files: Files): Verdict | null {
  const { url, sort, fault } = link;
  switch (sort) {
    case 'web':
      return null;
    case 'placeholder':
      return verdictOf({
        url,
        verdict: 'skipped',
        reason: 'placeholder',
        probe: 'syntax',
        evidence: [{ kind: 'placeholder', fault }],
      });
    case 'invalid':
      // Renderers write a space as %20, so readers get there; that it is badly written is for lint to say.
      if (fault === 'space' && /^https?:\/\/[^\s/?#]+[/?#]\S*(?: +\S+)+$/i.test(url)) return null;
      return verdictOf({
        url,
        verdict: 'skipped',
        reason: 'invalid-url',
        probe: 'syntax',
        evidence: [{ kind: 'malformed-url', fault }],
      });
    case 'mail':
      return verdictOf({
        url,
        verdict: 'skipped',
        reason: 'scheme',
        probe: 'syntax',
        evidence: [{ kind: 'mail-address' }],
      });
    case 'scheme':
      return verdictOf({
        url,
        verdict: 'skipped',
        reason: 'scheme',
        probe: 'syntax',
        evidence: [{ kind: 'scheme-not-checked', scheme: url.slice(0, url.indexOf(':') + 1) }],
      });
    default:
      return judgeLocal(link, list, files);
  }
}

function judgeLocal(link: Link, list: List, files: Files): Verdict {
  const { url } = link;
  const { status, path, fragment, suggestion } = resolveLocal(link, list, files);
  switch (status) {
    case 'found':
      return verdictOf({
        url,
        verdict: 'alive',
        reason: null,
        probe: 'file',
        evidence: [{ kind: 'file', file: path, fragment }],
      });
    case 'missing-file':
      return verdictOf({
        url,
        verdict: 'broken',
        reason: 'missing-file',
        probe: 'file',
        suggestion,
        failures: 1,
        evidence: [{ kind: 'missing-file', file: path }],
      });
    case 'missing-anchor':
      return verdictOf({
        url,
        verdict: 'broken',
        reason: 'missing-anchor',
        probe: 'file',
        suggestion,
        failures: 1,
        evidence: [{ kind: 'missing-anchor', file: path, fragment }],
      });
    default:
      return verdictOf({
        url,
        verdict: 'skipped',
        reason: 'no-files',
        probe: 'file',
        evidence: [{ kind: 'files-unknown' }],
      });
  }
}
