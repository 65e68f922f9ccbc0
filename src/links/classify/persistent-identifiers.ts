/** Resolvers of names that outlive the place where a thing is: their redirects are expected, permanent ones included. */
interface Resolver {
  readonly host: RegExp;
  /** Null for every path but the front page. */
  readonly path: RegExp | null;
  readonly source: string;
}

/** A maintainer can correct a row in one line. */
const resolvers: readonly Resolver[] = [
  { host: /^w3id\.org$/, path: null, source: 'perma-id/w3id.org' },
  { host: /^purl\.(?:org|oclc\.org|archive\.org)$/, path: null, source: 'purl.archive.org: about' },
  {
    host: /^purl\.[\w.-]+$/,
    path: null,
    source: 'institutions run resolvers under this name, like purl.obolibrary.org',
  },
  { host: /^(?:www\.|dx\.)?doi\.org$/, path: /^\/10\.\d/, source: 'DOI Handbook, 3' },
  { host: /^hdl\.handle\.net$/, path: null, source: 'RFC 3650' },
  { host: /^(?:www\.)?n2t\.net$/, path: null, source: 'n2t.net: Name-to-Thing resolver' },
  { host: /^arks\.org$/, path: null, source: 'arks.org: ARK resolver' },
  { host: /./, path: /^\/ark:\/?\d{5}/, source: 'The ARK Identifier Scheme, 2.1: any host may resolve' },
  { host: /^(?:www\.)?identifiers\.org$/, path: null, source: 'docs.identifiers.org' },
  { host: /^(?:www\.)?nbn-resolving\.(?:org|de)$/, path: null, source: 'RFC 8458' },
  { host: /^(?:www\.)?urn\.(?:fi|kb\.se)$/, path: null, source: 'RFC 8458' },
  { host: /^(?:www\.)?persistent-identifier\.nl$/, path: null, source: 'RFC 8458' },
  { host: /^(?:www\.)?bioregistry\.io$/, path: null, source: 'bioregistry.io: resolver' },
];

/** True for a URL that a resolver of persistent identifiers forwards. */
export function isPersistentIdentifier(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, pathname } = new URL(text);
  return resolvers.some(
    ({ host, path }) => host.test(hostname) && (path === null ? pathname !== '/' : path.test(pathname)),
  );
}
