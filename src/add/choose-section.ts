import type { List, Tier } from '../model/list.js';
import { confidenceOf, type RankedSection, rankSections } from './rank-sections.js';
import {
  type Destination,
  isWithin,
  type NamedDestination,
  ownEntries,
  sectionsAndTiers,
  sectionsNamed,
  tiersIn,
  tiersNamed,
} from './sections.js';

/** Where an entry belongs, or why that is unknown. */
export type Choice =
  | {
      readonly kind: 'found';
      /** The list itself where it has no sections. */
      readonly home: Destination | List;
      /** Titles of the sections around it, the inner one last; empty for the list itself. */
      readonly path: readonly string[];
      readonly tier: Tier | null;
      /** How much of what tells speaks for it, from 0 to 1; null where someone said it. */
      readonly share: number | null;
      /** What else was thought of, best first. */
      readonly candidates: readonly RankedSection[];
    }
  | {
      readonly kind: 'unknown';
      readonly what: 'section' | 'tier';
      readonly wanted: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'unsure'; readonly what: 'section' | 'tier'; readonly candidates: readonly RankedSection[] };

/** What a person said of the place, and what the entry says. */
export interface SectionRequest {
  readonly section: string | null;
  readonly tier: string | null;
  /** Texts that tell what the entry is about: its name, description, topics. */
  readonly words: readonly string[];
}

/** Chooses the section and the tier: as they are named, else by the words that the entry shares with what is there. */
export function chooseSection(list: List, wish: SectionRequest): Choice {
  const homes = sectionsAndTiers(list);
  if (wish.section !== null) {
    const named = sectionsNamed(homes, wish.section);
    if (named.length === 0) return unknown('section', wish.section, homes);
    return within(homes, named, wish, null, []);
  }
  if (homes.length === 0) return { kind: 'found', home: list, path: [], tier: null, share: null, candidates: [] };
  const tiers = wish.tier === null ? null : tiersNamed(homes, null, wish.tier);
  if (tiers !== null && tiers.length === 0) return unknown('tier', wish.tier ?? '', tiersIn(homes, null));
  const [only] = tiers ?? [];
  if (only !== undefined && tiers?.length === 1 && ownEntries(only.home).length > 0) return found(only, null, []);
  const fits = homes.filter(
    ({ home }) => tiers === null || tiers.some((tier) => isWithin(tier.home, home) || isWithin(home, tier.home)),
  );
  const candidates = rankSections(
    fits.filter(({ home }) => isSectionLike(home)),
    wish.words,
  );
  const sure = confidenceOf(candidates);
  if (sure === null && fits.length === 1 && fits[0] !== undefined) return within(homes, [fits[0]], wish, null, []);
  if (sure === null)
    return { kind: 'unsure', what: 'section', candidates: candidates.length > 0 ? candidates : asCandidates(fits) };
  return within(homes, [sure], wish, sure.share, candidates);
}

/** Goes on from a section to the tier or the section in it that holds the entries. */
function within(
  homes: readonly NamedDestination[],
  named: readonly NamedDestination[],
  wish: SectionRequest,
  share: number | null,
  candidates: readonly RankedSection[],
): Choice {
  if (wish.tier !== null) {
    const wanted = wish.tier;
    const inTier = new Set(tiersNamed(homes, null, wanted).map(({ home }) => home));
    const below = named.flatMap(({ home }) => tiersNamed(homes, home, wanted));
    const above = named.filter(({ home }) => [...inTier].some((tier) => isWithin(home, tier)));
    const [first, ...more] = below.length > 0 ? below : above;
    if (first === undefined)
      return unknown(
        'tier',
        wanted,
        named.flatMap(({ home }) => tiersIn(homes, home)),
      );
    if (more.length > 0) return { kind: 'unsure', what: 'section', candidates: asCandidates([first, ...more]) };
    return found(first, share, candidates);
  }
  const [place, ...others] = named;
  if (place === undefined || others.length > 0)
    return { kind: 'unsure', what: 'section', candidates: asCandidates(named) };
  if (ownEntries(place.home).length > 0) return found(place, share, candidates);
  const tiers = place.home.children.filter(({ type }) => type === 'tier');
  if (tiers.length > 1) {
    const known = tiersIn(homes, place.home).filter(({ home }) => home.parent === place.home);
    return { kind: 'unsure', what: 'tier', candidates: asCandidates(known) };
  }
  const inner = homes.filter(({ home }) => home !== place.home && isWithin(home, place.home));
  const [single] = inner;
  if (single === undefined) return found(place, share, candidates);
  if (inner.length === 1) return within(homes, [single], wish, share, candidates);
  const guessed = rankSections(
    inner.filter(({ home }) => isSectionLike(home)),
    wish.words,
  );
  const sure = confidenceOf(guessed);
  if (sure !== null) return within(homes, [sure], wish, sure.share, guessed);
  return { kind: 'unsure', what: 'section', candidates: guessed.length > 0 ? guessed : asCandidates(inner) };
}

function found({ home, path }: NamedDestination, share: number | null, candidates: readonly RankedSection[]): Choice {
  const tier = tierAround(home);
  const sections = home.type === 'tier' && home.form === 'item' ? path.slice(0, -1) : path;
  return { kind: 'found', home, path: sections, tier, share, candidates };
}

function tierAround(home: Destination): Tier | null {
  for (let at: Destination['parent'] | Destination = home; at.type !== 'list'; at = at.parent)
    if (at.type === 'tier') return at;
  return null;
}

/** Words tell a subject, and not how hard a thing is: a tier below a heading is never guessed. */
function isSectionLike(home: Destination): boolean {
  return home.type === 'section' || (home.form === 'heading' && home.parent.type === 'list');
}

function unknown(what: 'section' | 'tier', wanted: string, homes: readonly NamedDestination[]): Choice {
  const known = homes.flatMap(({ home }) => {
    if (what === 'section') return home.type === 'section' ? [home.title] : [];
    return home.type === 'tier' ? [home.label, ...(home.title === null ? [] : [home.title])] : [];
  });
  return { kind: 'unknown', what, wanted, known: [...new Set(known)] };
}

const shown = 12;

function asCandidates(homes: readonly NamedDestination[]): readonly RankedSection[] {
  return homes.slice(0, shown).map((one) => ({ ...one, share: 0 }));
}
