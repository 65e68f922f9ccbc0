import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWeb, type Web } from '../web/server.js';
import { consumerOf, openWay, runProgram, type Way } from './consumer.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
let web: Web;
let way: Way;
beforeAll(async () => {
  web = await startWeb();
  way = await openWay(web);
});
afterAll(async () => {
  await way.stop();
  await web.stop();
});

/** A module and all that it imports, lazily or not. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  // Comments of bundled packages name types of files that are not there.
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, target = ''] of code.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+\.js)["']/g))
    reached(join(dirname(file), target), seen);
  return seen;
}

/** Notes every touch of what a library leaves alone, before the library is loaded. */
const watched = `
import process from 'node:process';
import v8 from 'node:v8';
import { syncBuiltinESMExports } from 'node:module';
const touched = [];
const note = (object, name, label) => {
  const real = object[name];
  object[name] = (...args) => {
    touched.push(label + ' ' + String(args[0]).slice(0, 80));
    return real.apply(object, args);
  };
};
for (const name of Object.keys(console)) if (typeof console[name] === 'function') note(console, name, 'console.' + name);
note(v8, 'setFlagsFromString', 'v8');
note(process, 'exit', 'exit');
note(process, 'chdir', 'chdir');
for (const name of ['on', 'once', 'addListener', 'prependListener']) note(process, name, 'process.' + name);
const write = process.stdout.write.bind(process.stdout);
note(process.stdout, 'write', 'stdout');
note(process.stderr, 'write', 'stderr');
syncBuiltinESMExports();
`;

const program = `
const { check, fix, lint, parse, rules, run, testExamples, treeJson } = await import('listwright');
const urls = Array.from({ length: 60 }, (_, index) => 'http://plain.test/' + index);
const text = '# Pots\\n\\n' + urls.map((url, index) => '- [Pot ' + index + '](' + url + ') - Holds\\n').join('');
treeJson(parse(text));
await lint(text);
await fix(text);
await lint(text, { preset: 'awesome-strict' });
const signal = AbortSignal.timeout(600_000);
let seen = 0;
for await (const link of check(text, { signal })) seen++;
for await (const link of check(['https://status.test/404', ...urls], { signal, confirmAfter: '100ms' })) seen++;
for await (const link of check(urls, { signal })) break;
const report = await run({ signal, confirmAfter: '100ms' });
await run({ paths: ['nowhere'] }).catch(() => seen++);
testExamples(rules[0]);
process.exitCode ??= 0;
write(JSON.stringify({ seen, links: report.links.length, touched, gc: typeof globalThis.gc }));
`;

test('the package prints nothing, listens to no signal, ends nothing, and lets the process end', async () => {
  const readme = '# Pots\n\n- [Pot](https://plain.test/a) - Holds.\n- [Jug](https://status.test/404) - Pours.\n';
  const folder = consumerOf({ 'README.md': readme });
  const { status, stdout, stderr } = await runProgram(folder, watched + program, way.env, ['--trace-warnings']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ seen: 122, links: 2, touched: [], gc: 'undefined' });
  // Nor was anything remembered: home and cache are this folder.
  expect(readdirSync(folder).sort()).toEqual(['README.md', 'node_modules', 'program.mjs']);
});

test('the watch notices what a module touches, and nothing else', async () => {
  const loud = `console.log('a'); process.on('SIGINT', () => {}); v8.setFlagsFromString('--no-lazy'); write(JSON.stringify(touched));`;
  const { stdout } = await runProgram(consumerOf(), `${watched}${loud}process.exit(0);`);
  expect(stdout).toContain('["console.log a","stdout a\\n","process.on SIGINT","v8 --no-lazy"]');
});

test('no code that the package can reach speaks, ends or listens; that of the command can', () => {
  const marks = ['--expose-gc', 'SIGINT', 'process.exit', 'process.on(', 'process.stdout', 'process.stderr'];
  const found = (entry: string) => {
    const texts = [...reached(join(root, 'dist', entry))].map((file) => readFileSync(file, 'utf8'));
    return marks.filter((mark) => texts.some((text) => text.includes(mark)));
  };
  expect(found('index.js')).toEqual([]);
  expect(found('cli.js')).toEqual(marks);
});

test('loading it runs nothing and keeps nothing open', async () => {
  const { status, stdout, stderr } = await runProgram(consumerOf(), "await import('listwright');");
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
