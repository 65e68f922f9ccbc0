import { run, UserError } from 'listwright';

try {
  const report = await run({
    paths: ['README.md'],
    timeout: '5s',
    confirmAfter: '1s',
    onVerdict: ({ url, verdict }) => console.log(`${verdict} ${url}`),
  });
  const { error, warning } = report.stats.findings;
  console.log(`${report.stats.entries} entries, ${error} errors, ${warning} warnings`);
  for (const { path, start, rule } of report.findings) console.log(`${path}:${start.line} ${rule}`);
} catch (error) {
  // The call or the configuration is wrong: one sentence for the caller. Any other error is a bug.
  if (!(error instanceof UserError)) throw error;
  console.log(error.message);
}

/* Prints:
alive https://winder.example/
moved https://spool.example/old
broken https://tail.example/gone
3 entries, 1 errors, 2 warnings
README.md:5 no-repeats
README.md:6 link-moved
README.md:7 link-broken
*/
