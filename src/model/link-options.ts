/** `host:port:host2:port2` as in curl: requests for the first pair go to the second. An empty part matches any, or keeps the original value. */
export interface ConnectTo {
  readonly host: string;
  readonly port: string;
  readonly toHost: string;
  readonly toPort: string;
}

/** An extra header for one host, never sent to another. */
export interface HostHeader {
  readonly host: string;
  readonly name: string;
  readonly value: string;
}

/** An inclusive range of status codes. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** An entry of `exclude` or `accept` for some URLs, which says why it is there and until when. */
export interface LinkException {
  readonly option: 'exclude' | 'accept';
  readonly pattern: RegExp;
  /** The pattern as written. */
  readonly text: string;
  /** The statuses that it is for; null for any. */
  readonly codes: readonly StatusRange[] | null;
  /** The verdict that it is for; null for any. */
  readonly verdict: string | null;
  /** Why it is there, in the words of the configuration; null where nothing is said. */
  readonly reason: string | null;
  /** Epoch milliseconds from which it no longer applies; null for never. */
  readonly until: number | null;
  /** Milliseconds after which an excluded URL is checked all the same; null for never. */
  readonly recheck: number | null;
}

/** Settings of one host that differ from those of the others; null for the same. Its headers are among all headers. */
export interface HostSettings {
  readonly timeout: number | null;
  readonly perHost: number | null;
  readonly accept: readonly StatusRange[] | null;
}

/** What an option is read as. Times are milliseconds; what is absent is null, and what is repeatable is a list. */
interface Parsed {
  readonly count: number;
  /** Null where it adapts. */
  readonly adaptiveCount: number | null;
  readonly duration: number;
  readonly switch: boolean;
  readonly text: string | null;
  readonly file: string | null;
  /** A file, or false for none. */
  readonly optionalFile: string | false | null;
  readonly patterns: readonly RegExp[];
  readonly headers: readonly HostHeader[];
  readonly connections: readonly ConnectTo[];
  readonly codes: readonly StatusRange[];
  readonly shard: { readonly index: number; readonly count: number } | null;
}

/** The kinds of options whose values may be repeated. */
export const repeatableKinds: ReadonlySet<string> = new Set<keyof Parsed>(['patterns', 'headers', 'connections']);

/** The groups of link options, in help and documentation. */
export const linkOptionGroups = ['Which links', 'How links are requested', 'Saved results'] as const;

/** One option for links: a key of the configuration and a flag of the command line. */
export interface LinkOption {
  readonly kind: keyof Parsed;
  readonly group: (typeof linkOptionGroups)[number];
  /** Of the flag; null for a switch. */
  readonly metavar: string | null;
  /** One sentence without a period. */
  readonly means: string;
  /** In the help of the command, where `means` is too long or speaks of the configuration. */
  readonly help?: string;
  /** As written in the configuration; left out for an option that is off, empty, or has its default in words. */
  readonly default?: string | number;
  /** The default in words, where it depends on something. */
  readonly defaultText?: string;
  readonly example?: string | number | readonly string[];
  /** The least value of a count. */
  readonly least?: number;
  /** The longest duration; timers of Node end at once from 25 days on. */
  readonly longest?: string;
  /** Endings of the files that a shell completes; without them any file. */
  readonly endings?: readonly string[];
  /** What `--no-…` does, for an option that has it. */
  readonly negated?: string;
  /** True where a configuration may write entries as objects, with a reason and a date (`LinkException`). */
  readonly exceptions?: true;
  /** True for options that `listwright add` takes for its one link. */
  readonly add?: true;
}

/** Requests in flight where no one fixes their number: at the start, at most, and where this machine has no sockets left. */
export const adaptiveConcurrency = { least: 8, start: 64, most: 512 } as const;

/**
 * Every option for links. The types of settings, the schema of the configuration, the flags with their help and completion, the
 * documentation and the types of the package derive from it: to add an option, add it here, use it, and run `npm run sync`.
 */
export const linkOptions = {
  include: {
    ...{ kind: 'patterns', group: 'Which links', metavar: '<regex>', example: '^https://docs\\.example/' },
    means: 'Regular expressions, bare or as `/pattern/flags`: check these URLs even if `exclude` matches them',
    help: 'Check these URLs, even if --exclude matches',
  },
  exclude: {
    ...{ kind: 'patterns', group: 'Which links', metavar: '<regex>', example: ['^https://intranet\\.', '\\.pdf$'] },
    exceptions: true,
    means:
      'Regular expressions: do not check these URLs; an entry may be an object with `pattern`, `reason` and `until` or `recheck`',
    help: 'Do not check these URLs',
  },
  offline: {
    ...{ kind: 'switch', group: 'Which links', metavar: null, add: true },
    means: 'Check only what needs no network: relative paths, anchors, syntax',
  },
  shard: {
    ...{ kind: 'shard', group: 'Which links', metavar: '<i/n>', example: '2/4' },
    means: 'Check the i-th of n parts; all URLs of one host are in the same part',
    help: 'Check the i-th of n parts, such as 2/4',
  },
  concurrency: {
    ...{ kind: 'adaptiveCount', group: 'How links are requested', metavar: '<n>', least: 1, example: 16 },
    means: 'Maximum number of concurrent requests',
    defaultText: `adapts, ${adaptiveConcurrency.start} to ${adaptiveConcurrency.most}`,
  },
  perHost: {
    ...{ kind: 'count', group: 'How links are requested', metavar: '<n>', default: 8, least: 1, example: 2 },
    means: 'Maximum number of concurrent requests to one host',
  },
  timeout: {
    ...{
      kind: 'duration',
      group: 'How links are requested',
      metavar: '<duration>',
      default: '15s',
      example: '1m',
      longest: '1d',
    },
    means: 'Total time for one request, redirects included',
    add: true,
  },
  retries: {
    ...{ kind: 'count', group: 'How links are requested', metavar: '<n>', default: 2, least: 0, example: 4 },
    means: 'Retries after a transient failure',
    add: true,
  },
  confirmAfter: {
    ...{
      kind: 'duration',
      group: 'How links are requested',
      metavar: '<duration>',
      default: '10s',
      example: '1m',
      longest: '1d',
    },
    means: 'Delay before a broken link is checked again',
    help: 'Delay before rechecking a broken link',
    add: true,
  },
  header: {
    ...{ kind: 'headers', group: 'How links are requested', metavar: '<host=name: value>', add: true },
    means: 'Extra headers, `host=name: value`; a header is never sent to another host',
    help: 'Extra header for one host',
    example: 'docs.example=accept-language: en',
  },
  userAgent: {
    ...{ kind: 'text', group: 'How links are requested', metavar: '<text>', example: 'pottery-list/1.0', add: true },
    means: 'The User-Agent header',
    defaultText: 'listwright, its version and its URL',
  },
  accept: {
    ...{ kind: 'codes', group: 'How links are requested', metavar: '<codes>', default: '200..299', add: true },
    exceptions: true,
    means: 'Status codes that count as alive; an entry may be an object with `pattern` and `status` or `verdict`',
    help: 'Status codes that count as alive, such as 200..299,403',
    example: '200..299,403',
  },
  allowPrivate: {
    ...{ kind: 'switch', group: 'How links are requested', metavar: null, add: true },
    means: 'Allow links to loopback, private and link-local addresses',
    help: 'Allow links to private addresses',
  },
  connectTo: {
    ...{ kind: 'connections', group: 'How links are requested', metavar: '<host:port:host2:port2>', add: true },
    means:
      'As in curl, `host:port:host2:port2`: sends requests for the first host and port to the second; an empty part matches any',
    help: 'Send requests for one host and port to another, as in curl',
    example: 'pots.example:443:127.0.0.1:8443',
  },
  cacert: {
    ...{ kind: 'file', group: 'How links are requested', metavar: '<file>', endings: ['pem', 'crt', 'cer'], add: true },
    means: 'A file with an extra certificate authority (PEM)',
    help: 'Extra certificate authority (PEM)',
    example: 'company-ca.pem',
  },
  ledger: {
    ...{ kind: 'optionalFile', group: 'Saved results', metavar: '<file>', endings: ['jsonl'] },
    means: 'File that stores link results between runs; `false` for none',
    help: 'File that stores link results between runs',
    defaultText: "in the user's cache folder",
    example: '.cache/ledger.jsonl',
    negated: 'Neither use nor store link results',
  },
  maxAge: {
    ...{ kind: 'duration', group: 'Saved results', metavar: '<duration>', default: '1d', example: '7d' },
    means: 'Reuse `alive` results newer than this',
    help: 'Reuse results for working links that are newer than this',
  },
  archive: {
    ...{ kind: 'switch', group: 'Saved results', metavar: null },
    means: 'Look up archived copies of broken links',
  },
} as const satisfies Readonly<Record<string, LinkOption>>;

/** The name of a link option in the configuration. */
export type LinkOptionName = keyof typeof linkOptions;

/** The options for links as the program uses them. */
export type LinkOptionValues = { readonly [Name in LinkOptionName]: Parsed[(typeof linkOptions)[Name]['kind']] };

/** The options in their order, with their names. */
export const linkOptionList: readonly (readonly [LinkOptionName, LinkOption])[] = Object.entries(linkOptions) as [
  LinkOptionName,
  LinkOption,
][];

/** The defaults of `deadAfter` and `caps`, which only a configuration sets. */
export const limitDefaults = { deadAfter: { failures: 3, days: 7 }, caps: { links: 1000, perDomain: 200 } } as const;
