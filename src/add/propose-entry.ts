import { recordFolder, recordPath } from '../config/record-path.js';
import { mustBeInside, readText } from '../fs/read.js';
import { readRemovedRecord, removalOf } from '../history/removed-record.js';
import { verdictOf } from '../links/check-static.js';
import type { FetchedMetadata } from '../links/fetch-metadata.js';
import { isLocalHost } from '../links/http/private-address.js';
import { NoNetworkError, UserError } from '../model/errors.js';
import type { List } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { splitKind } from '../parse/outline/entry-kind.js';
import { parse } from '../parse/parse.js';
import { type Document, readDocument, type SourceText } from '../pipeline/read-list.js';
import { evidenceText } from '../report/evidence.js';
import { didYouMean } from '../text/did-you-mean.js';
import { destination, escaped, plainLine } from '../text/escape-markdown.js';
import { canonical } from '../url/canonical.js';
import { withoutTracking } from '../url/tracking.js';
import { type Choice, chooseSection } from './choose-section.js';
import { findSameName, findSameUrl, sectionPath } from './duplicates.js';
import { inferKind } from './infer-kind.js';
import { type EntryStyle, inferStyle } from './infer-style.js';
import { circlesOf, insertEntry } from './insert-entry.js';
import { lintEntry } from './lint-entry.js';
import { insertionPoint, type Order } from './position.js';
import { candidateOf, duplicateOf, nothingProposed, type Proposal, sectionTrail } from './proposal.js';
import { type ProposedFacts, repositoryOf } from './proposed-facts.js';
import { type FieldTexts, writtenByFormat } from './write-by-format.js';

/** What a person wants to add, and what they say of it. */
export interface AddRequest {
  readonly url: string;
  readonly section: string | null;
  readonly tier: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly settings: Settings;
  readonly rules: readonly AnyRule[];
  /** The folder that paths count from. Default: that of the process. */
  readonly cwd?: string;
  /** Asks the world about the first link of a list; null where nothing may be asked. */
  readonly ask: ((list: List) => Promise<FetchedMetadata>) | null;
  /** Where the URL of an entry leads, as earlier checks know it; null for nowhere else. */
  readonly targetOf?: (url: string) => string | null;
  /** What is known of the fields that the format of the list has. Default: nothing. */
  readonly fields?: FieldTexts;
  /** True where it comes from an issue form, whose fields messages then name in place of options. Default: false. */
  readonly isForm?: boolean;
}

/** What messages call a part of the request: `--section`, or `the field Section`. */
function partName(part: 'name' | 'description' | 'section' | 'tier', { isForm = false }: AddRequest): string {
  return isForm ? `the field ${part.slice(0, 1).toUpperCase()}${part.slice(1)}` : `--${part}`;
}

/**
 * Proposes one entry for a list: asks about the link, writes it as the list writes, finds its place, lints the outcome.
 * What is there already, and what is gone, is refused in the proposal; a wrong call is a UserError.
 */
export async function proposeEntry(source: SourceText, request: AddRequest): Promise<Proposal> {
  const document = await readDocument(source, request.settings);
  const { list } = document;
  const notices: string[] = [];
  const refused = (more: Partial<Proposal>): Proposal => ({ ...nothingProposed(document), notices, ...more });
  const asked = addressOf(request.url);
  const local = request.settings.links.allowPrivate ? null : localVerdict(asked);
  if (local !== null) return refused({ verdict: local });
  const known = findSameUrl(list, [request.url, asked], request.targetOf);
  if (known.length > 0) return refused({ duplicates: known.map(duplicateOf) });
  const described = request.ask === null ? null : await request.ask(readAlone(asked, request));
  if (described?.offline === true)
    throw new NoNetworkError(`${asked}: there is no network; use --offline with --name and --description`);
  const verdict = described?.verdict ?? null;
  if (verdict !== null && isRefused(verdict)) return refused({ verdict });
  const url = addressOf(described?.url ?? asked);
  for (const notice of await removedBefore(url, request)) notices.push(notice);
  if (url !== request.url) notices.push(`${request.url} is written as ${url}`);
  const landed = verdict?.finalUrl ?? null;
  const moved = findSameUrl(list, landed === null ? [url] : [url, landed], request.targetOf);
  if (moved.length > 0) return refused({ verdict, duplicates: moved.map(duplicateOf) });

  const given = factsOf(url, request, described);
  const texts = [given.name, given.description ?? '', ...(described?.about.topics ?? []), pathWords(url)];
  const choice = chooseSection(list, { section: request.section, tier: request.tier, words: texts });
  if (choice.kind !== 'found') throw new UserError(wrongPlace(choice, request));
  const { home, path } = choice;
  const order = orderOf(document);
  const first = insertionPoint(home, given, list, order);
  const learnt = inferStyle(list, circlesOf(home, first.near));
  // Who gives a description wants it, also where few entries have one.
  const style = { ...learnt, described: learnt.described || request.description !== null };
  const facts = asWritten(given, style, request);
  const slot = insertionPoint(home, facts, list, order);
  const named = findSameName(list, facts.name, facts.kind);
  const here = named.filter(({ entry }) => sectionTrail(sectionPath(entry)) === sectionTrail(path));
  if (here.length > 0) return refused({ verdict, duplicates: here.map(duplicateOf) });
  for (const { entry } of named)
    notices.push(
      `"${entry.name}" is also the name of an entry in ${sectionTrail(sectionPath(entry)) || 'the list'} (line ${entry.label.start.line})`,
    );
  if (style.kindly && facts.kind === null)
    notices.push(
      `most entries there name their kind; add it to ${partName('name', request)}, as in ${request.isForm ? '' : '--name '}"Title (Book)"`,
    );
  if (facts.description === null && style.described)
    notices.push(
      `most entries there have a description, and none was found; add one with ${partName('description', request)}`,
    );

  const byFormat =
    document.entries === null
      ? null
      : writtenByFormat(document.entries, path, facts, style, request.fields ?? new Map());
  const draft = insertEntry(list, home, slot, facts, style, byFormat);
  const { insertion, findings, shared, description } = lintEntry(document, draft, slot.near, request.rules);
  if (shared.length > 0)
    notices.push(
      `like most entries around it, it does not follow ${shared.join(', ')}; the style of the list was kept`,
    );
  return {
    ...nothingProposed(document),
    facts: slot.table === null ? { ...facts, description } : facts,
    line: insertion.line,
    section: path,
    tier: choice.tier?.label ?? null,
    lineNumber: insertion.after.slice(0, insertion.start).split(/\r\n|\r|\n/).length,
    neighbour: slot.neighbour === null ? null : { name: slot.neighbour.name, side: slot.side },
    sorted: slot.sorted,
    share: choice.share,
    candidates: choice.candidates.map(candidateOf),
    findings,
    verdict,
    after: insertion.after,
    notices,
  };
}

/** The text of the record; null for none, and for a link that leads out of its folder. */
async function readRecord(file: string, folder: string): Promise<string | null> {
  try {
    await mustBeInside(folder, file, file);
    return await readText(file);
  } catch {
    return null;
  }
}

/** Says when and why the record of the list has a URL as removed; empty where it has not. */
async function removedBefore(url: string, { settings, cwd = '.' }: AddRequest): Promise<readonly string[]> {
  const file = recordPath(settings, cwd);
  const text = file === null ? null : await readRecord(file, recordFolder(settings.configFile, cwd));
  const removal = text === null ? null : removalOf(readRemovedRecord(text), url);
  if (removal === null) return [];
  return [`this page was removed from the list on ${removal.day}${removal.why === '' ? '' : `: ${removal.why}`}`];
}

/** Gone for good, taken by someone else, or nothing that a list may link to. */
function isRefused({ verdict, reason }: Verdict): boolean {
  return verdict === 'broken' || reason === 'hijacked' || verdict === 'skipped';
}

/** What is said of a URL whose host is on the reader's own network by its name, also without a network; null for other hosts. */
function localVerdict(url: string): Verdict | null {
  const { hostname } = new URL(url);
  if (!isLocalHost(hostname)) return null;
  const evidence = [{ kind: 'no-response', url, detail: `${hostname} is a private address` }] as const;
  return verdictOf({ url, verdict: 'skipped', reason: 'private-address', evidence });
}

/** The address without tracking, in the form that is known to be the same page. Throws a UserError for what is none. */
function addressOf(written: string): string {
  const parsed = URL.canParse(written) ? new URL(written) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)/.test(written) ? `; did you mean "https://${written}"?` : '';
    throw new UserError(`"${written}" is not a web URL; an entry needs http:// or https://${whole}`);
  }
  if (parsed.username !== '' || parsed.password !== '')
    throw new UserError('the URL contains a user name or password; remove them');
  const bare = withoutTracking(written.trim()).url;
  return canonical(bare)?.url ?? bare;
}

/** The entry as a list of its own, for asking about its link. */
function readAlone(url: string, { name, description }: AddRequest): List {
  const link = `[${escaped(name ?? '')}](${destination(url)})`;
  return parse(`- ${link}${description === null ? '' : ` - ${escaped(plainLine(description, 300))}`}\n`);
}

function factsOf(url: string, request: AddRequest, described: FetchedMetadata | null): ProposedFacts {
  const repository = repositoryOf(url);
  const name = plainLine(request.name ?? described?.about.name ?? repository?.split('/')[1] ?? '', 200);
  if (name === '') {
    if (described === null)
      throw new UserError(`${url}: its name cannot be detected with --offline; pass ${partName('name', request)}`);
    const why = evidenceText(described.verdict.evidence.at(-1) ?? '');
    throw new UserError(
      `${url}: its name could not be detected (${why}); ${request.isForm ? 'fill in' : 'pass'} ${partName('name', request)}`,
    );
  }
  const description = plainLine(request.description ?? described?.about.description ?? '', 500);
  return { name, url, description: description === '' ? null : description, kind: null };
}

/** The facts in the words of the list: its way to call repositories, its kinds. */
function asWritten(given: ProposedFacts, style: EntryStyle, request: AddRequest): ProposedFacts {
  const repository = request.name === null && style.owner ? repositoryOf(given.url) : null;
  const split = style.kinds.length > 0 ? splitKind(given.name) : null;
  const name = repository ?? split?.name ?? given.name;
  const said = split?.kind ?? null;
  const usual = style.kinds.find((kind) => kind.toLowerCase() === said?.toLowerCase());
  const kind = said ?? (style.kindly ? inferKind({ ...given, name }, style.kinds) : null);
  return { ...given, name, kind: usual ?? kind };
}

function pathWords(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname.replace(/\.[a-z]+$/, '')} ${pathname.slice(0, 300)}`.replace(/[./_-]+/g, ' ');
}

/** How the configuration wants entries sorted; null where that rule is off or leaves it to the list. */
function orderOf({ settings }: Document): Order | null {
  for (const { rule, options } of settings.rules) {
    const order: Order | null = rule.entryOrder?.(options) ?? null;
    if (order !== null) return order;
  }
  return null;
}

function wrongPlace(choice: Exclude<Choice, { readonly kind: 'found' }>, request: AddRequest): string {
  const { section, tier, isForm = false } = request;
  if (choice.kind === 'unknown') {
    const { what, wanted, known } = choice;
    if (known.length === 0) return isForm ? `no ${what} "${wanted}" found` : `--${what} ${wanted}: no ${what} found`;
    const alike = known.filter((one) => one.toLowerCase().includes(wanted.toLowerCase()));
    const near = alike.length === 1 ? ` (did you mean "${alike[0]}"?)` : didYouMean(wanted, known);
    const all =
      near === ''
        ? `; use ${known.length > 1 ? 'one of ' : ''}${[...alike, ...known.filter((one) => !alike.includes(one))]
            .slice(0, 12)
            .map((one) => `"${one}"`)
            .join(', ')}${known.length > 12 ? ', …' : ''}`
        : near;
    return `${partName(what, request)}: unknown ${what} "${wanted}"${all}`;
  }
  const candidates = choice.candidates.map(({ path, share, home }) => {
    const name = choice.what === 'tier' && home.type === 'tier' ? home.label : sectionTrail(path);
    return `"${name}"${share > 0 ? ` (${Math.round(share * 100)}%)` : ''}`;
  });
  const list = candidates.length === 0 ? '' : `: ${candidates.join(', ')}`;
  const { what } = choice;
  const advice = isForm
    ? `write one of these in ${partName(what, request)}`
    : `name one with ${partName(what, request)}`;
  if (what === 'tier') return `no tier could be chosen; ${advice}${list}`;
  return `${section !== null || tier !== null ? 'several sections match' : 'no section could be chosen'}; ${advice}${list}`;
}
