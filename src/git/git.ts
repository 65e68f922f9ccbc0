import { type ExecFileException, execFile } from 'node:child_process';
import { UserError } from '../model/errors.js';

/** What git answered. */
export interface GitAnswer {
  /** Exit status; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: Buffer;
  /** In English, whatever the user's language. */
  readonly stderr: string;
}

/** Asks git in one folder. Rejects with a UserError when git cannot be run, says more than 64 MB, or trusts the folder not. */
export type Git = (args: readonly string[], settings?: readonly GitSettings[]) => Promise<GitAnswer>;

/** A key of git's configuration with its value. */
export type GitSettings = readonly [key: string, value: string];

const maxOutput = 64_000_000;

/**
 * What git is never to do, whatever a repository or a user says: page, colour, run hooks or a file system monitor, recurse into
 * submodules, take a folder of the work tree for a repository, verify signatures by another program, or leave out what the first
 * commit adds (git-config, `safe.bareRepository`, `log.showSignature`, `log.showRoot`).
 */
const careful: readonly GitSettings[] = [
  ['core.quotePath', 'false'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['safe.bareRepository', 'explicit'],
  ['submodule.recurse', 'false'],
  ['log.showSignature', 'false'],
  ['log.showRoot', 'true'],
  ['color.ui', 'never'],
];

/** Git in a folder. No shell, no lock, no prompt and no network: an object that a partial clone lacks is not fetched. After `timeout` milliseconds it is ended; 0 for never. */
export function gitIn(cwd: string, env: NodeJS.ProcessEnv, timeout = 0): Git {
  return (args, settings = []) =>
    new Promise((resolve, reject) => {
      const careful = carefulCall(args, env);
      const options = {
        cwd,
        env: { ...careful.env, ...configured(settings, env) },
        encoding: 'buffer',
        maxBuffer: maxOutput,
        timeout,
        windowsHide: true,
      } as const;
      const child = execFile('git', careful.args, options, (error, stdout, stderr) => {
        const said = stderr.toString('utf8');
        const trouble = error === null ? null : troubleOf(error, said, cwd);
        // A child that ends while it is killed has status 0, and its output is lost.
        const code = child.killed ? -1 : error === null ? 0 : codeOf(error);
        if (trouble === null) resolve({ code, stdout, stderr: said });
        else reject(trouble);
      });
      child.stdin?.end();
    });
}

/** The words and the environment of a call of git that keeps to `careful`. */
export function carefulCall(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv } {
  const settings = careful.flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return { args: [...settings, '--no-pager', ...args], env: quiet(env) };
}

/** The environment of git: the user's own, as a hook of git needs it, but for what prompts, locks, translates or fetches. */
function quiet(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    ...{ LC_ALL: 'C', LANGUAGE: '', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1' },
    ...{ GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' },
  };
}

/** Settings whose keys may hold any character, `=` too, after those that the user's environment brings (git-config, environment). */
function configured(settings: readonly GitSettings[], { GIT_CONFIG_COUNT }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const first = Number.parseInt(GIT_CONFIG_COUNT ?? '0', 10) || 0;
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return settings.length === 0
    ? {}
    : { GIT_CONFIG_COUNT: String(first + settings.length), ...Object.fromEntries(pairs) };
}

function codeOf(error: ExecFileException): number {
  return typeof error.code === 'number' ? error.code : -1;
}

/** Why git could not be asked at all; null when it ran and said no. */
function troubleOf(error: ExecFileException, said: string, cwd: string): UserError | null {
  const code: unknown = error.code;
  if (code === 'ENOENT') {
    return new UserError('git was not found, so changes cannot be detected; install git, or check whole files');
  }
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return new UserError(
      `the output of git for ${cwd} is larger than ${maxOutput / 1_000_000} MB; check whole files instead`,
    );
  }
  if (typeof code === 'string') return new UserError(`cannot run git in ${cwd}: ${code}`);
  if (said.includes('dubious ownership')) {
    return new UserError(
      `git does not trust ${cwd}, as it belongs to another user; allow it with \`git config --global --add safe.directory <folder>\``,
    );
  }
  return null;
}

/** The output of a question that git should be able to answer; a UserError with git's own last words when it is not. */
export function answered({ code, stdout, stderr }: GitAnswer, asked: string): Buffer {
  if (code === 0) return stdout;
  if (/promisor remote|lazy fetch|transport '[^']*' not allowed/.test(stderr)) {
    throw new UserError(
      `${asked}: this is a partial clone without the files of the base; fetch them with \`git fetch --refetch --no-filter\``,
    );
  }
  const words =
    stderr
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^(?:fatal|error): /, '') ?? '';
  throw new UserError(`${asked}: git failed${words === '' ? '' : `: ${words}`}`);
}

/** The fields of an output with `-z`. */
export function splitFields(output: Buffer): readonly string[] {
  const fields = output.toString('utf8').split('\0');
  if (fields.at(-1) === '') fields.pop();
  return fields;
}
