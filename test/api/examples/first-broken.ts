import { check } from 'listwright';

const urls = ['https://winder.example/', 'https://tail.example/gone', 'https://spool.example/'];

// Leaving the loop ends the requests that are under way.
for await (const { url, verdict, reason } of check(urls, { confirmAfter: '1s', concurrency: 8 })) {
  if (verdict !== 'broken') continue;
  console.log(`${url} is broken: ${reason}`);
  break;
}

/* Prints:
https://tail.example/gone is broken: http-404
*/
