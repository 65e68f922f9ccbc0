import type { GitHub } from '../github/client.js';
import { GitHubError } from '../github/errors.js';
import { setLabels } from '../github/labels.js';
import type { Report } from '../model/report.js';
import { codeSpan } from '../report/escape.js';
import { pullIn, type TriggerEvent } from './pull-request.js';

/**
 * Sets the labels that the configuration has for a pull request; gives a sentence on it. The report may come from a stranger:
 * only labels that the workflow names are touched.
 */
export async function publishLabels(
  github: GitHub,
  { pullRequest }: Report,
  named: readonly string[],
  reason: TriggerEvent,
): Promise<string> {
  if (pullRequest === null) return 'No label was set: the configuration has no `pullRequest`.';
  const pull = await pullIn(github, reason);
  if (pull instanceof GitHubError) return `No label was set. ${pull.message}`;
  if (pull.number === null) return `No label was set. ${pull.why}`;
  const wanted = new Set(pullRequest.labels);
  const ours = new Set([...pullRequest.labels, ...pullRequest.otherLabels]);
  const add = named.filter((label) => wanted.has(label));
  const remove = named.filter((label) => ours.has(label) && !wanted.has(label));
  const done = await setLabels(github, { number: pull.number, add, remove });
  if (done instanceof GitHubError) return `No label was set. ${done.message}`;
  const said = [
    ...(done.added.length > 0 ? [`added ${done.added.map(codeSpan).join(', ')}`] : []),
    ...(done.removed.length > 0 ? [`removed ${done.removed.map(codeSpan).join(', ')}`] : []),
  ];
  return said.length === 0 ? 'The labels of the pull request are up to date.' : `Labels: ${said.join('; ')}.`;
}
