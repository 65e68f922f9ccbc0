import { setOutput } from '@actions/core';
import type { Report } from '../model/report.js';
import { oneLine } from '../report/escape.js';
import type { Inputs } from './inputs.js';

/** Sets what `action.yml` promises of a report. */
export function setOutputs({ stats, findings, pullRequest }: Report, status: number, file: string): void {
  const { error, warning, info } = stats.findings;
  const outputs = {
    ...{ 'exit-code': status, errors: error, warnings: warning, notes: info },
    ...{ links: stats.links.unique, broken: stats.links.broken, moved: stats.links.moved },
    ...{ fixable: findings.filter(({ fix }) => fix?.safe === true).length, report: file },
    labels: (pullRequest?.labels ?? []).map(oneLine).join('\n'),
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** The exit status of the contract, where the step says what fails it: that it could not run fails it always. */
export function statusOf({ stats }: Report, status: number, { failOn }: Pick<Inputs, 'failOn'>): number {
  if (status > 1) return status;
  if (failOn === 'never') return 0;
  return failOn === 'warning' && stats.findings.warning > 0 ? 1 : status;
}
