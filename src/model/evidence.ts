/** The types that a field of evidence can have, by their names in the table of fields. */
interface FieldTypes {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly strings: readonly string[];
  readonly 'string?': string | null;
  readonly evidence: Evidence;
}

/** The fields of each kind of evidence. Times are ISO 8601, durations milliseconds; `?` marks what may be null. */
const fields = {
  // Requests of a page.
  redirect: { url: 'string', status: 'number', to: 'string' },
  response: { url: 'string', status: 'number', statusText: 'string', brokeOff: 'string?' },
  'no-response': { url: 'string', detail: 'string' },
  'same-over-https': { url: 'string', status: 'number' },
  'other-target': { url: 'string', to: 'string?' },
  tolerated: { fault: 'string' },
  // A second look; `seen` is what it showed, `same` whether that confirms the first one.
  retried: { seen: 'evidence' },
  confirmed: { afterMs: 'number', same: 'boolean', seen: 'evidence' },
  'page-agrees': { status: 'number', seen: 'evidence' },
  // Earlier runs, and copies.
  failures: { count: 'number', since: 'string' },
  'vantage-saw': { vantage: 'string', verdict: 'string', checkedAt: 'string', seen: 'evidence' },
  remembered: { verdict: 'string', checkedAt: 'string' },
  unchanged: {},
  archived: { url: 'string' },
  // What a response means.
  'bot-wall': { mark: 'string' },
  'blocked-login': {},
  obstacle: {},
  'not-accepted': { status: 'number' },
  'login-page': {},
  'login-form': {},
  'other-site': {},
  'absent-page': {},
  'front-page': {},
  'parent-page': {},
  'same-application': {},
  'same-as-random-page': {},
  forwards: {},
  'guessed-bytes': {},
  'not-a-page': { what: 'string' },
  'says-absent': { status: 'number', words: 'string' },
  says: { words: 'string' },
  'page-is': { what: 'string' },
  'filled-by': { script: 'string' },
  'leads-to-parking': { host: 'string', service: 'string?' },
  'unclaimed-site': { platform: 'string' },
  discontinued: { service: 'string', year: 'number' },
  'other-subject': { words: 'strings' },
  'site-marker': { what: 'string' },
  'network-lost': {},
  portal: { host: 'string' },
  'one-page': {},
  intercepted: { issuer: 'string' },
  // Fragments.
  'anchor-not-on-page': { fragment: 'string', anchors: 'number', near: 'string?' },
  'anchor-not-in-file': { fragment: 'string', headings: 'number', near: 'string?' },
  'text-not-on-page': { text: 'string' },
  'line-not-in-file': { fragment: 'string', lines: 'number' },
  'application-fragment': { fragment: 'string' },
  'scripted-page': {},
  // Links that are not requested. `file` is null for the list itself.
  file: { file: 'string?', fragment: 'string?' },
  'missing-file': { file: 'string?' },
  'missing-anchor': { file: 'string?', fragment: 'string?' },
  'files-unknown': {},
  placeholder: { fault: 'string?' },
  'malformed-url': { fault: 'string?' },
  'unreadable-url': {},
  'mail-address': {},
  'scheme-not-checked': { scheme: 'string' },
  onion: {},
  excluded: {},
  excepted: { option: 'string', reason: 'string?' },
  'not-in-run': {},
  'offline-option': {},
  'no-network': {},
  interrupted: {},
  'interrupted-unconfirmed': {},
  pending: {},
  'over-cap': { links: 'number', domain: 'string?' },
  // What a service says. `thing` is what `name` names: an article, a gist; null where the name alone tells.
  has: { service: 'string', thing: 'string?', name: 'string' },
  'has-no': { service: 'string', thing: 'string?', name: 'string' },
  'has-without': { service: 'string', name: 'string', part: 'string' },
  'has-copy': { service: 'string', name: 'string' },
  knows: { service: 'string', thing: 'string?', name: 'string' },
  'knows-no': { service: 'string', thing: 'string?', name: 'string' },
  'known-as': { service: 'string', name: 'string', now: 'string' },
  lists: { service: 'string', name: 'string' },
  describes: { service: 'string', name: 'string' },
  'not-embeddable': { service: 'string', name: 'string' },
  recreated: { service: 'string', name: 'string' },
  replaced: { service: 'string', name: 'string', createdAt: 'string?' },
  'other-owner': { service: 'string', name: 'string' },
  unpublished: { service: 'string', name: 'string' },
  disabled: { service: 'string', name: 'string' },
  'taken-down': { service: 'string', thing: 'string', name: 'string' },
  private: { service: 'string', name: 'string' },
  forbidden: { service: 'string', name: 'string', detail: 'string' },
  'rate-limited': { service: 'string', detail: 'string?' },
  'asks-login': { service: 'string', url: 'string' },
  'shows-without-login': { service: 'string', url: 'string' },
  'shows-instead': { service: 'string', url: 'string', instead: 'string' },
  repository: {
    ...{ service: 'string', name: 'string', newName: 'string?', newPath: 'string?' },
    ...{ pushedAt: 'string?', archived: 'boolean', archivedAt: 'string?' },
  },
  'repository-page': { url: 'string', status: 'number' },
  'video-refused': { service: 'string', id: 'string', status: 'number', hasPicture: 'boolean' },
  'video-not-embeddable': { id: 'string' },
  'channel-feed': { id: 'string' },
  'channel-missing': { id: 'string' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, keyof FieldTypes>>>>;

type Fields = typeof fields;

/** The kinds of evidence. */
export type EvidenceKind = keyof Fields;

/** One kind of evidence with its fields. */
export type EvidenceOf<K extends EvidenceKind> = {
  readonly [One in K]: { readonly kind: One } & {
    readonly [Field in keyof Fields[One]]: FieldTypes[Fields[One][Field] & keyof FieldTypes];
  };
}[K];

/** One observation; a sentence if it comes from a report or a ledger that stores sentences. `src/report` words the rest. */
export type Evidence = EvidenceOf<EvidenceKind> | string;

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isString = (value: unknown): boolean => typeof value === 'string';

const checks: Readonly<Record<keyof FieldTypes, (value: unknown) => boolean>> = {
  string: isString,
  number: isNumber,
  boolean: (value) => typeof value === 'boolean',
  strings: (value) => Array.isArray(value) && value.every(isString),
  'string?': (value) => value === null || isString(value),
  evidence: isEvidence,
};

/** True for evidence in the form in which it is stored: a sentence, or a known kind with all of its fields. */
export function isEvidence(value: unknown): value is Evidence {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null) return false;
  const { kind } = value as { readonly kind?: unknown };
  if (typeof kind !== 'string' || !Object.hasOwn(fields, kind)) return false;
  return Object.entries(fields[kind as EvidenceKind]).every(([name, type]) =>
    checks[type as keyof FieldTypes]((value as Readonly<Record<string, unknown>>)[name]),
  );
}

/** True for evidence of one kind; false for sentences. */
export function hasKind<K extends EvidenceKind>(
  evidence: Evidence,
  kind: K,
): evidence is Extract<Evidence, { readonly kind: K }> {
  return typeof evidence !== 'string' && evidence.kind === kind;
}
