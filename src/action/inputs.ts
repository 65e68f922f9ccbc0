import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getInput, getMultilineInput } from '@actions/core';
import { UserError } from '../model/errors.js';
import { didYouMean } from '../text/did-you-mean.js';

const commands = ['check', 'lint', 'links'] as const;
const modes = ['changed', 'all'] as const;
const levels = ['error', 'warning', 'never'] as const;

/** What `action.yml` takes, read and checked. Paths are absolute. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly command: (typeof commands)[number];
  readonly mode: (typeof modes)[number];
  readonly config: string;
  readonly preset: string;
  readonly failOn: (typeof levels)[number];
  /** Words for the command line, as they are. */
  readonly options: readonly string[];
  readonly folder: string;
  /** Null where verdicts are not to be kept. */
  readonly ledger: string | null;
  readonly report: string;
  readonly shard: string;
  readonly archive: boolean;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly comment: boolean;
  readonly issue: boolean;
  readonly fixes: boolean;
  readonly prune: boolean;
  readonly refresh: boolean;
  /** Labels of pull requests that may be set and removed; empty for none. */
  readonly labels: readonly string[];
  /** Paths and globs of reports to join; empty where the list is to be checked. */
  readonly reports: readonly string[];
  readonly ledgers: readonly string[];
  readonly token: string;
}

/** Reads the inputs as the runner hands them on, in `INPUT_…`. Throws a UserError that names the input and what it takes. */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const folder = resolve(env.GITHUB_WORKSPACE ?? '.');
  const file = (name: string): string | null => (getInput(name) === '' ? null : resolve(folder, getInput(name)));
  const inRequest = /^(?:pull_request|merge_group)/.test(env.GITHUB_EVENT_NAME ?? '');
  return {
    paths: getMultilineInput('paths'),
    command: oneOf('command', commands, 'check'),
    mode: oneOf('mode', modes, inRequest ? 'changed' : 'all'),
    config: getInput('config'),
    preset: getInput('preset'),
    failOn: oneOf('fail-on', levels, 'error'),
    options: getMultilineInput('options'),
    folder,
    ledger: file('ledger'),
    report: file('report') ?? join(env.RUNNER_TEMP ?? tmpdir(), `listwright-${process.pid}`, 'report.json'),
    shard: getInput('shard'),
    archive: flag('archive', false),
    annotations: flag('annotations', true),
    summary: flag('summary', true),
    comment: flag('comment', false),
    issue: flag('issue', false),
    fixes: flag('fixes', false),
    prune: flag('prune', false),
    refresh: flag('refresh', false),
    labels: getMultilineInput('labels'),
    reports: getMultilineInput('reports'),
    ledgers: getMultilineInput('ledgers'),
    token: getInput('token'),
  };
}

function oneOf<Word extends string>(name: string, words: readonly Word[], usual: Word): Word {
  const given = getInput(name);
  if (given === '') return usual;
  const word = words.find((each) => each === given);
  if (word === undefined)
    throw new UserError(`input ${name}: "${given}" is not one of ${words.join(', ')}${didYouMean(given, words)}`);
  return word;
}

function flag(name: string, usual: boolean): boolean {
  const given = getInput(name).toLowerCase();
  if (given === '') return usual;
  if (given === 'true' || given === 'false') return given === 'true';
  throw new UserError(`input ${name}: "${given}" is not a boolean; use true or false`);
}
