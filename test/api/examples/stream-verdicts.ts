import { check, lint, parse, type Verdict } from 'listwright';

const list = parse(`# Kites

## Reels

- [Winder](https://winder.example/) - Winds a mile of line.
- [Spool](https://spool.example/old) - Holds what the winder wound.
- [Tail](https://tail.example/gone) - Keeps the kite steady.
`);

// Whatever has no verdict after a minute comes as skipped, and the loop ends.
const verdicts: Verdict[] = [];
for await (const link of check(list, { signal: AbortSignal.timeout(60_000), confirmAfter: '1s' })) {
  console.log(`${link.verdict} ${link.url} ${link.reason ?? ''}`.trim());
  verdicts.push(link);
}

// The rules about verdicts turn them into findings, with a fix where that is safe.
for (const finding of await lint(list, { preset: 'minimal', verdicts })) {
  console.log(`line ${finding.start.line}: ${finding.rule}`);
}

/* Prints:
alive https://winder.example/
moved https://spool.example/old permanent-redirect
broken https://tail.example/gone http-404
line 6: link-moved
line 7: link-broken
*/
