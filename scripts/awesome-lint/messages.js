/** Reads `[{ path, github }]` as JSON from standard input, and writes the messages of awesome-lint on each list as JSON. */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import awesomeLint from 'awesome-lint';

const results = [];
for (const { path, github } of JSON.parse(await text(process.stdin))) {
  // Its rule `awesome-github` asks the API; the answer is part of the fixture.
  globalThis.fetch = async () => new Response(JSON.stringify(github));
  const files = await awesomeLint({ filename: path });
  results.push(
    files.flatMap(({ messages }) =>
      messages.map(({ ruleId, reason, line, fatal }) => ({ rule: ruleId, reason, line: line ?? null, fails: fatal })),
    ),
  );
}
process.stdout.write(JSON.stringify(results));
