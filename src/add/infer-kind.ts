import type { ProposedFacts } from './proposed-facts.js';

/** What in an address or a description tells a kind of thing, by the word that ends the kind. */
const signs: readonly { readonly kind: RegExp; readonly url: RegExp }[] = [
  {
    kind: /^(?:video|youtube|talk|lecture)s?$/,
    url: /^https?:\/\/(?:www\.)?(?:youtube\.com\/watch|youtu\.be\/|vimeo\.com\/\d)/,
  },
  { kind: /^(?:playlist|youtube|video)s?$/, url: /^https?:\/\/(?:www\.)?youtube\.com\/playlist/ },
  { kind: /^(?:channel|youtube)s?$/, url: /^https?:\/\/(?:www\.)?youtube\.com\/(?:@|c\/|channel\/|user\/)/ },
  { kind: /^(?:repo|repository|repositories|project)s?$/, url: /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/?$/ },
  { kind: /^(?:doc|documentation|reference|manual)s?$/, url: /^https?:\/\/docs?\.|\/docs?(?:\/|$)|\.readthedocs\.io/ },
  {
    kind: /^(?:course|class)(?:es|s)?$/,
    url: /^https?:\/\/(?:www\.)?(?:coursera|udemy|edx|udacity|pluralsight)\.|\/courses?\//,
  },
  {
    kind: /^(?:article|post|blog)s?$/,
    url: /^https?:\/\/(?:[\w-]+\.)?(?:medium\.com|dev\.to|hashnode\.dev)\/|^https?:\/\/blog\.|\/blog\/./,
  },
  { kind: /^(?:paper|pdf)s?$/, url: /^https?:\/\/(?:www\.)?(?:arxiv|doi)\.org\/|\.pdf$/ },
  {
    kind: /^books?$/,
    url: /^https?:\/\/(?:www\.)?(?:manning\.com\/books|oreilly\.com\/library|amazon\.[a-z.]+\/.*\/?dp\/)/,
  },
];

/** The kind of a thing among those that a list knows, detected from its address, else from its name and description; null where nothing tells. */
export function inferKind({ url, name, description }: ProposedFacts, kinds: readonly string[]): string | null {
  const last = (kind: string): string => /(?<![\p{L}\p{N}])[\p{L}\p{N}]+$/u.exec(kind.trim().toLowerCase())?.[0] ?? '';
  for (const { kind, url: shape } of signs) {
    const known = shape.test(url) ? kinds.find((each) => kind.test(last(each))) : undefined;
    if (known !== undefined) return known;
  }
  const words: readonly string[] = `${name} ${description ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return kinds.find((kind) => words.includes(last(kind).replace(/(?<=...)s$/, ''))) ?? null;
}
