import { fork } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busyHost, lowerBound } from './latency.js';
import type { LoopName } from './loops.js';
import { median } from './measure.js';
import { listwright, loop, peersIn, type Run, runTool, type Subject, type Tool } from './tools.js';
import { asMarkdown, githubHeavy, onePerHost, spread } from './urls.js';
import type { WebLog } from './web.js';

/** Where the bench works and how it speaks. */
export interface Workshop {
  /** The repository. */
  readonly root: string;
  /** A folder that is removed in the end. */
  readonly folder: string;
  /** Bundles a text of TypeScript that may import from the repository; gives the path of the program. */
  bundle(name: string, text: string, external: string[]): Promise<string>;
  print(text: string): void;
}

/** No tool is waited for longer, in seconds. */
const longest = 420;
const bares: readonly LoopName[] = ['bare', 'lychee'];

/** What is measured of one tool on one list. */
interface Row {
  readonly tool: Tool;
  readonly run: Run;
  readonly log: WebLog;
}

/** What is compared. */
export interface Comparison {
  /** The folder where peers are installed; undefined for none. */
  readonly peers: string | undefined;
  /** Shrinks every list, for trying things out. */
  readonly scale: number;
  /** The cases: `zero`, `large`, `single`, `tail`, `github`. */
  readonly only: readonly string[];
}

/** Measures the built command beside a bare loop, lychee's schedule and peers, on a small web on this machine. */
export async function compareLinks(workshop: Workshop, { peers, scale, only }: Comparison): Promise<void> {
  const { folder, print } = workshop;
  // A copy of its own, so that a build in the meantime does no harm.
  for (const name of ['dist', 'package.json'])
    cpSync(join(workshop.root, name), join(folder, name), { recursive: true });
  const web = await openWeb(await workshop.bundle('web', "import './scripts/bench/web.ts';", []));
  try {
    const loops = await workshop.bundle('loops', "import './scripts/bench/loops.ts';", ['undici']);
    const others = peers === undefined ? [] : peersIn(peers);
    const { port } = web;
    const [bare, lychee] = bares.map((name) => loop(loops, name)) as [Tool, Tool];
    const place = (name: string, urls: readonly string[]): Subject => {
      const home = join(folder, name);
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'list.md'), asMarkdown(urls));
      writeFileSync(join(home, 'urls.txt'), urls.join('\n'));
      return { folder: home, markdown: 'list.md', lines: 'urls.txt' };
    };
    const size = (count: number): number => Math.max(10, Math.round(count * scale));
    const measure = async (tool: Tool, subject: Subject): Promise<Row> => {
      await web.take();
      const run = await runTool(tool, subject, longest);
      return { tool, run, log: await web.take() };
    };
    const ours = listwright('listwright', folder, []);
    const offline = listwright('listwright --offline', folder, ['--offline']);

    print(others.length === 0 ? 'no peers' : `peers of ${peers}: ${others.map(({ name }) => name).join(', ')}`);
    for (const [links, hosts] of [
      [1000, 400],
      [5000, 2000],
      [100_000, 20_000],
    ] as const) {
      if (!only.includes(links < 100_000 ? 'zero' : 'large')) continue;
      const count = size(links);
      const subject = place(`flat-${links}`, spread(count, size(hosts), port, 'page'));
      const rounds = links === 100_000 ? 1 : 3;
      const rows: Row[] = [];
      for (let round = 0; round < rounds; round++)
        for (const tool of [bare, ours, offline]) rows.push(await measure(tool, subject));
      if (links < 100_000) for (const tool of others) rows.push(await measure(tool, subject));
      print(`\n${count} links on ${size(hosts)} hosts, no latency${rounds > 1 ? `, medians of ${rounds}` : ''}`);
      table(rows, count, print);
      costs(rows, count, [bare, ours, offline], print);
    }

    const fixed = listwright('listwright --concurrency 64', folder, ['--concurrency', '64']);
    if (only.includes('single')) {
      const urls = onePerHost(size(1730), port);
      const subject = place('single', urls);
      await latencyCase('one URL a host', urls, subject, [
        ours,
        fixed,
        bare,
        loop(loops, 'bare', 512),
        lychee,
        ...others,
      ]);
    }
    if (only.includes('tail')) {
      const urls = spread(size(5000), size(2000), port, 'tail');
      await latencyCase('heavy tail', urls, place('tail', urls), [
        ours,
        fixed,
        loop(loops, 'bare', 512),
        lychee,
        ...others,
      ]);
    }
    if (only.includes('github')) {
      await githubCase(githubHeavy(size(3169), port, 'page'), githubHeavy(size(3169), port, 'github.com'));
    }

    async function latencyCase(
      title: string,
      urls: readonly string[],
      subject: Subject,
      tools: readonly Tool[],
    ): Promise<void> {
      const hosts = new Set(urls.map((url) => new URL(url).hostname)).size;
      const rows: Row[] = [];
      for (const tool of tools) rows.push(await measure(tool, subject));
      const longestOne = lowerBound(urls, { concurrency: 1e9, perHost: 1e9, gap: 0 }) / 1000;
      print(
        `\n${title}: ${urls.length} URLs on ${hosts} hosts, heavy-tailed latency, the longest ${longestOne.toFixed(2)} s`,
      );
      table(rows, urls.length, print, (tool) => boundOf(tool, urls));
      const wall = ({ tool, run }: Row): string =>
        `${tool.name} ${(run.wall / longestOne).toFixed(2)}${run.alive === urls.length ? '' : ` (${run.alive ?? 'not'} of ${urls.length} alive)`}`;
      print(`  wall against the longest link (goal 1.30): ${rows.map(wall).join(', ')}`);
      await ledgerCase(subject, []);
    }

    async function githubCase(pages: readonly string[], named: readonly string[]): Promise<void> {
      const service = `http://127.0.0.1:${port}`;
      const env = { GITHUB_TOKEN: 'made-up', GITHUB_GRAPHQL_URL: `${service}/graphql`, GITHUB_API_URL: service };
      // Should it ask a page of GitHub all the same, then here, where nobody speaks TLS.
      const here = ['--connect-to', `:443:127.0.0.1:${port}`];
      const api = listwright('listwright, API', folder, here, env);
      const none = { GITHUB_TOKEN: '', GH_TOKEN: '' };
      const subject = place('github-pages', pages);
      const ownSubject = place('github-named', named);
      const rows = [await measure(api, ownSubject)];
      const { callMs = 0, calls = 0 } = rows[0]?.log ?? {};
      const callBound = callMs / Math.max(1, Math.min(3, calls));
      for (const tool of [listwright('listwright, pages', folder, [], none), lychee, ...others])
        rows.push(await measure(tool, subject));
      const repositories = pages.filter((url) => new URL(url).hostname === busyHost).length;
      print(
        `\nGitHub-heavy: ${pages.length} URLs, ${repositories} of them repositories: ${calls} calls of the API of 1 to 2 s for listwright, pages of 100 to 300 ms and 20 a second for the others`,
      );
      const elsewhere = pages.filter((url) => new URL(url).hostname !== busyHost);
      table(rows, pages.length, print, (tool) =>
        tool === api ? Math.max(callBound, boundOf(tool, elsewhere) ?? 0) : boundOf(tool, pages),
      );
      await ledgerCase(ownSubject, here, env);
    }

    async function ledgerCase(subject: Subject, more: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
      const remembering = listwright('listwright --ledger', folder, [...more, '--ledger', 'ledger.jsonl'], env);
      const again = listwright(
        'listwright, durations',
        folder,
        [...more, '--ledger', 'ledger.jsonl', '--max-age', '0s'],
        env,
      );
      const cold = await measure(remembering, subject);
      const warm = await measure(remembering, subject);
      const sorted = await measure(again, subject);
      print(
        `  with a ledger: ${seconds(cold.run.wall)} s, again ${seconds(warm.run.wall)} s and ${warm.log.requests} requests: ${(cold.run.wall / warm.run.wall).toFixed(1)} times faster (goal 20); all requested again, slow hosts first: ${seconds(sorted.run.wall)} s`,
      );
    }
  } finally {
    web.stop();
  }
}

/** Milliseconds; null for a tool that keeps no schedule. */
function boundOf({ concurrency, perHost, gap }: Tool, urls: readonly string[]): number | null {
  return concurrency === null || perHost === null ? null : lowerBound(urls, { concurrency, perHost, gap });
}

const seconds = (value: number): string => value.toFixed(2);

/** Prints a row for each tool: medians where it ran more than once. */
function table(
  rows: readonly Row[],
  count: number,
  print: (text: string) => void,
  bound: (tool: Tool) => number | null = () => null,
): void {
  const cells = (texts: readonly string[]): string =>
    texts.map((text, index) => (index === 0 ? text.padEnd(30) : text.padStart(9))).join('');
  print(
    cells([
      '  ',
      'wall s',
      'CPU s',
      'peak MB',
      'bound s',
      'ratio',
      'alive',
      'requests',
      'sockets',
      'at once',
      'to one',
      '429s',
    ]),
  );
  for (const tool of new Set(rows.map((row) => row.tool))) {
    const own = rows.filter((row) => row.tool === tool);
    const middle = (of: (row: Row) => number): number => median(own.map(of));
    const alive = own[0]?.run.alive ?? null;
    const least = bound(tool);
    const wall = middle(({ run }) => run.wall);
    const said = alive === null ? 'ended' : alive === count ? 'all' : String(alive);
    const { connections = 0, limited = 0, most = 0, mostToOne = 0, requests = 0 } = own[0]?.log ?? {};
    print(
      cells([
        `  ${tool.name}`,
        seconds(wall),
        seconds(middle(({ run }) => run.cpu)),
        middle(({ run }) => run.megabytes).toFixed(0),
        least === null ? '-' : seconds(least / 1000),
        least === null || alive === null ? '-' : (wall / (least / 1000)).toFixed(2),
        tool.name.endsWith('--offline') ? '-' : said,
        ...[requests, connections].map(String),
        // What answers at once is never in flight together.
        ...[most, mostToOne, limited].map((number) => (least === null && most < 3 ? '-' : String(number))),
      ]),
    );
  }
}

/** Prints processor time a link, the start and the reading of the list aside. */
function costs(
  rows: readonly Row[],
  count: number,
  [bare, ours, offline]: readonly [Tool, Tool, Tool],
  print: (text: string) => void,
): void {
  const cpu = (tool: Tool): number => median(rows.filter((row) => row.tool === tool).map(({ run }) => run.cpu));
  const link = (value: number): string => ((value * 1000) / count).toFixed(2);
  const asking = cpu(ours) - cpu(offline);
  print(
    `  CPU a link: floor ${link(cpu(bare))} ms, listwright ${link(cpu(ours))} ms, ratio ${(cpu(ours) / cpu(bare)).toFixed(2)}; without start, reading and report (--offline) ${link(asking)} ms, ratio ${(asking / cpu(bare)).toFixed(2)} (goal 1.50)`,
  );
}

async function openWeb(script: string): Promise<{ readonly port: number; take(): Promise<WebLog>; stop(): void }> {
  const child = fork(script, { env: { ...process.env, NODE_OPTIONS: '' } });
  const next = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const end = (): void => reject(new Error('the web has ended'));
      child.once('exit', end);
      child.once('message', (message) => {
        child.off('exit', end);
        resolve(message as T);
      });
    });
  const port = await next<number>();
  return {
    port,
    take() {
      const log = next<WebLog>();
      child.send('take');
      return log;
    },
    stop: () => void child.kill(),
  };
}
