import { createHash } from 'node:crypto';
import { type Hub, type HubCall, openHub } from './hub.js';

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
  readonly html_url: string;
}
interface Issue extends Comment {
  readonly number: number;
  title: string;
  state: 'open' | 'closed';
  readonly labels: readonly { readonly name: string }[];
}
interface Pull {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly html_url: string;
  readonly user?: { readonly login: string };
  readonly head: {
    readonly ref: string;
    sha: string;
    readonly repo: { readonly id: number; readonly full_name: string };
  };
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } };
}
interface ReviewComment {
  readonly path: string;
  readonly line: number;
  readonly body: string;
  readonly user: { readonly login: string };
}
interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
}

/** One repository on a server in the shape of GitHub's REST API, which remembers what is written to it. */
export interface HubRepository extends Hub {
  readonly comments: Map<number, Comment[]>;
  readonly issues: Issue[];
  readonly pulls: Pull[];
  readonly reviews: ReviewComment[];
  readonly refs: Map<string, string>;
  /** Files of each tree, by its hash. */
  readonly trees: Map<string, Readonly<Record<string, string>>>;
  readonly commits: Map<string, Commit>;
}

/** Who the token of a workflow writes as. */
export const bot = 'github-actions[bot]';

/** Opens it with the files of the default branch's head, and pull requests with theirs. */
export async function openRepository({
  name,
  head,
  files,
  pulls = [],
}: {
  readonly name: string;
  readonly head: string;
  readonly files: Readonly<Record<string, string>>;
  readonly pulls?: readonly {
    readonly number: number;
    readonly sha: string;
    readonly owner: string;
    readonly files: Readonly<Record<string, { readonly text: string; readonly patch: string }>>;
  }[];
}): Promise<HubRepository> {
  const treeOf = (texts: Readonly<Record<string, string>>): string => {
    const sha = createHash('sha1')
      .update(JSON.stringify(Object.entries(texts).sort()))
      .digest('hex');
    state.trees.set(sha, texts);
    return sha;
  };
  const state = {
    ...{ comments: new Map<number, Comment[]>(), issues: [] as Issue[], pulls: [] as Pull[] },
    ...{ reviews: [] as ReviewComment[], refs: new Map<string, string>([['heads/main', head]]) },
    ...{ trees: new Map<string, Readonly<Record<string, string>>>(), commits: new Map<string, Commit>() },
  };
  state.commits.set(head, { sha: head, tree: treeOf(files), parents: [], author: 'keeper' });
  for (const { number, sha, owner } of pulls)
    state.pulls.push({
      ...{ number, title: 'A change', body: '', state: 'open', html_url: `https://hub.test/${number}` },
      head: {
        ref: 'change',
        sha,
        repo: {
          id: owner === name.split('/')[0] ? 1 : owner === 'stranger' ? 2 : 3,
          full_name: `${owner}/${name.split('/')[1]}`,
        },
      },
      base: { ref: 'main', repo: { full_name: name } },
    });
  let next = 100;
  const at = `/repos/${name}`;
  const commitJson = ({ sha, tree, parents, author }: Commit): object => ({
    ...{ sha, commit: { tree: { sha: tree } }, tree: { sha: tree } },
    ...{ parents: parents.map((each) => ({ sha: each })), author: { login: author } },
  });
  const route = ({ method, path, query, body }: HubCall): unknown => {
    const part = path.startsWith(at) ? path.slice(at.length) : null;
    if (part === null) return undefined;
    const [, first = '', second = '', third = '', ...rest] = part.split('/').map(decodeURIComponent);
    const call = `${method} ${first}`;
    if (call === 'GET issues' && third === 'comments') return state.comments.get(Number(second)) ?? [];
    if (call === 'POST issues' && third === 'comments') {
      const made: Comment = {
        id: next++,
        body: String(body.body),
        user: { login: bot },
        html_url: 'https://hub.test/c',
      };
      state.comments.set(Number(second), [...(state.comments.get(Number(second)) ?? []), made]);
      return made;
    }
    if (call === 'PATCH issues' && second === 'comments') {
      const found = [...state.comments.values()].flat().find(({ id }) => id === Number(third));
      return found && Object.assign(found, { body: String(body.body) });
    }
    if (call === 'GET issues')
      return state.issues.filter(({ labels }) => labels.some((label) => label.name === query.get('labels')));
    if (call === 'POST issues') {
      const number = next++;
      const labels = (body.labels as string[]).map((label) => ({ name: label }));
      const words = { title: String(body.title), body: String(body.body) };
      const made: Issue = {
        ...words,
        id: number,
        number,
        state: 'open',
        labels,
        user: { login: bot },
        html_url: 'https://hub.test/i',
      };
      state.issues.push(made);
      return made;
    }
    if (call === 'PATCH issues') {
      const found = state.issues.find(({ number }) => number === Number(second));
      return found && Object.assign(found, body);
    }
    if (call === 'POST labels') return { name: body.name };
    if (call === 'GET pulls' && second === '')
      return state.pulls.filter((each) => ['all', each.state].includes(query.get('state') ?? 'open'));
    if (call === 'GET pulls' && third === '') return state.pulls.find(({ number }) => number === Number(second));
    if (call === 'GET pulls' && third === 'files')
      return Object.entries(pulls.find(({ number }) => number === Number(second))?.files ?? {}).map(
        ([filename, { patch }]) => ({ filename, patch }),
      );
    if (call === 'GET pulls' && third === 'comments') return state.reviews;
    if (call === 'POST pulls' && third === 'reviews') {
      const made = body.comments as { path: string; line: number; body: string }[];
      state.reviews.push(...made.map((each) => ({ ...each, user: { login: bot } })));
      return { id: next++ };
    }
    if (call === 'POST pulls') {
      const number = next++;
      const made: Pull = {
        ...{
          number,
          title: String(body.title),
          body: String(body.body),
          state: 'open',
          html_url: `https://hub.test/${number}`,
        },
        user: { login: bot },
        head: { ref: String(body.head), sha: '', repo: { id: 1, full_name: name } },
        base: { ref: String(body.base), repo: { full_name: name } },
      };
      state.pulls.push(made);
      return made;
    }
    if (call === 'PATCH pulls') {
      const found = state.pulls.find(({ number }) => number === Number(second));
      return found && Object.assign(found, body);
    }
    if (call === 'GET contents') {
      const pull = pulls.find(({ sha }) => sha === query.get('ref'));
      return pull?.files[[second, third, ...rest].filter((each) => each !== '').join('/')]?.text;
    }
    if (call === 'GET commits') {
      const commit = state.commits.get(
        state.refs.get([second, third, ...rest].filter((each) => each !== '').join('/')) ?? '',
      );
      return commit && commitJson(commit);
    }
    if (call === 'GET git' && second === 'commits') {
      const commit = state.commits.get(third);
      return commit && commitJson(commit);
    }
    if (call === 'POST git' && second === 'trees') {
      const below = state.trees.get(String(body.base_tree)) ?? {};
      const added = (body.tree as { path: string; content: string }[]).map((each) => [each.path, each.content]);
      return { sha: treeOf({ ...below, ...Object.fromEntries(added) }) };
    }
    if (call === 'POST git' && second === 'commits') {
      const sha = createHash('sha1').update(JSON.stringify(body)).digest('hex');
      const commit = { sha, tree: String(body.tree), parents: body.parents as string[], author: bot };
      state.commits.set(sha, commit);
      return commitJson(commit);
    }
    if (call === 'POST git' && second === 'refs') {
      state.refs.set(String(body.ref).replace('refs/', ''), String(body.sha));
      return { ref: body.ref };
    }
    if (call === 'PATCH git' && second === 'refs') {
      state.refs.set([third, ...rest].join('/'), String(body.sha));
      return { ref: third };
    }
    if (call === 'DELETE git' && second === 'refs') {
      state.refs.delete([third, ...rest].join('/'));
      return {};
    }
    return undefined;
  };
  const hub = await openHub(route);
  return { ...hub, ...state };
}
