import { spawn } from 'node:child_process';

/** Seconds of processor time, wall time and megabytes of one whole process. */
export interface Measure {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly output: string;
}

/** Runs a script that ends by printing `{cpu, megabytes}` as its last line of standard error, or any command measured from outside. */
export function runProcess(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Measure> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      // 1 is what lint says of a list with faults.
      if (status !== 0 && status !== 1)
        reject(new Error(`${args.join(' ')} ended with ${status}: ${errors.slice(0, 2000)}`));
      const wall = (performance.now() - startedAt) / 1000;
      if (/^\S*Error\b/m.test(errors)) reject(new Error(errors.slice(0, 2000)));
      const facts = /BENCH (\{.*\})/.exec(errors)?.[1];
      const { cpu, megabytes } =
        facts === undefined ? { cpu: Number.NaN, megabytes: Number.NaN } : (JSON.parse(facts) as Measure);
      resolve({ wall, cpu, megabytes, output });
    });
  });
}

/** Seconds that a whole process takes. */
export async function secondsOf(command: string, args: readonly string[]): Promise<number> {
  return (await runProcess(command, args)).wall;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Preloaded into a measured process: tells its own processor time and peak memory when it ends. */
export const tellTale = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('BENCH ' + JSON.stringify({ cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }) + '\\n'); });",
)}`;
