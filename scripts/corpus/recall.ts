import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../src/model/finding.js';
import { type Checker, checkerFor } from './lint.js';

/** One real fix: the lines before and after, as a history has them. */
interface Fix {
  readonly id: string;
  readonly kind: string;
  readonly verified: string;
  readonly before_lines: readonly string[];
  readonly after_lines: readonly string[];
}

/** Which rules a kind of fix is about, and whether one line shows it or the whole file. */
const kinds: Readonly<
  Record<string, { readonly rules: readonly string[]; readonly also?: readonly string[]; readonly whole?: boolean }>
> = {
  'link-syntax': {
    rules: ['entry-link-syntax', 'entry-missing-space', 'references-resolve', 'url-wellformed', 'balanced-punctuation'],
  },
  // Some histories add full stops, some take them away.
  period: { rules: ['description-end', 'no-repeats'], also: ['description-end:{"style":"never"}'] },
  'url-no-scheme': { rules: ['url-wellformed'] },
  'url-malformed': { rules: ['url-wellformed'] },
  'url-empty': { rules: ['no-placeholder'] },
  'http-to-https': { rules: ['url-https'] },
  'duplicate-removed': { rules: ['no-duplicate-url'], whole: true },
  order: { rules: ['entries-sorted'], whole: true },
  'toc-anchor': { rules: ['fragment-resolves', 'toc-sync'], whole: true },
  'toc-missing-entry': { rules: ['toc-sync'], whole: true },
};

/** How many real defects are found before their fix, and gone after it. */
export async function recallTables(file: string): Promise<readonly string[]> {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fix);
  const documents = unpack(join(dirname(file), 'fixes-files.tar.xz'));
  const lines = ['\nConfirmed fixes: found before (95% wanted), gone after (98% of those wanted)'];
  const misses: string[] = [];
  try {
    for (const [kind, { rules, also = [], whole = false }] of Object.entries(kinds)) {
      const checkers = [await checkerFor('minimal', rules)];
      if (also.length > 0) checkers.push(await checkerFor('minimal', also));
      let [all, found, gone] = [0, 0, 0];
      for (const fix of rows.filter((row) => row.kind === kind && row.verified !== 'unverified')) {
        const texts = whole ? wholeOf(fix, documents) : snippetsOf(fix);
        if (texts === null) continue;
        all++;
        const tries = await Promise.all(checkers.map((checker) => concerned(fix, texts, checker, whole)));
        const seen = tries.find((one) => one.vanished) ??
          tries.find((one) => one.before.length > 0) ?? { before: [], vanished: false };
        if (seen.before.length > 0) found++;
        else misses.push(`  ${kind} ${fix.id} not found: ${fix.before_lines[0]?.slice(0, 150)}`);
        if (seen.before.length > 0 && seen.vanished) gone++;
        else if (seen.before.length > 0)
          misses.push(`  ${kind} ${fix.id} still there: ${seen.before[0]?.message.slice(0, 150)}`);
      }
      const share = (part: number, of: number): string =>
        `${part} of ${of} (${of === 0 ? '-' : Math.round((part / of) * 100)}%)`;
      lines.push(`  ${kind.padEnd(20)} found ${share(found, all).padEnd(18)} gone ${share(gone, found)}`);
    }
  } finally {
    if (documents !== null) rmSync(documents, { recursive: true, force: true });
  }
  return misses.length === 0 ? lines : [...lines, '\nMissed', ...misses];
}

interface Texts {
  readonly before: string;
  readonly after: string;
}

/** The findings that are about the lines that were changed, and whether one of them vanished. */
async function concerned(fix: Fix, texts: Texts, checker: Checker, whole: boolean) {
  const changed = [...fix.before_lines, ...fix.after_lines].join('\n');
  const before = (await checker.check(texts.before, 'README.md')).findings;
  const after = (await checker.check(texts.after, 'README.md')).findings;
  const lines = texts.before.split(/\r\n|\n|\r/);
  const own = new Set(fix.before_lines.map((line) => line.trim()));
  const isAbout = (finding: Finding): boolean => {
    if (!whole || own.has((lines[finding.start.line - 1] ?? '').trim())) return true;
    if (finding.places?.some(({ start }) => own.has((lines[start.line - 1] ?? '').trim()))) return true;
    return [...finding.message.matchAll(/`([^`]+)`/g)].some(([, name]) => name !== undefined && changed.includes(name));
  };
  const about = before.filter(isAbout);
  const count = (findings: readonly Finding[], message: string): number =>
    findings.filter((one) => bare(one.message) === bare(message)).length;
  const vanished = about.some(({ message }) => count(after, message) < count(before, message));
  return { before: about, vanished };
}

/** Line numbers and counts differ when lines come and go. */
function bare(message: string): string {
  return message.replace(/\d+/g, '0');
}

function snippetsOf({ before_lines, after_lines }: Fix): Texts {
  // Out of their context, lines that are indented would be code.
  const indent = Math.min(
    ...[...before_lines, ...after_lines].filter((line) => /\S/.test(line)).map((line) => line.search(/\S/)),
  );
  const text = (lines: readonly string[]): string =>
    `# List\n\n## Section\n\n${lines.map((line) => line.slice(Math.min(indent, line.search(/\S|$/)))).join('\n')}\n`;
  return { before: text(before_lines), after: text(after_lines) };
}

function wholeOf({ id }: Fix, documents: string | null): Texts | null {
  if (documents === null || !existsSync(join(documents, `${id}.before.md`))) return null;
  const read = (which: string): string => readFileSync(join(documents, `${id}.${which}.md`), 'utf8');
  return { before: read('before'), after: read('after') };
}

function unpack(archive: string): string | null {
  if (!existsSync(archive)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  spawnSync('tar', ['xf', archive, '-C', folder]);
  return folder;
}
