import { askEach, foundIn, isWeb, pathSegments } from './json-api.js';
import { isPage } from './oembed.js';
import { alive, missing, type Site, type SiteApi, type SiteResult, saysMissing, unsure } from './site.js';

const hosts = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
const idShape = /^[\w-]{11}$/;
/** Mixes, which begin with RD, are made for each visitor: oEmbed need not know them. */
const listShape = /^(?!RD)[\w-]{12,64}$/;
const channelShape = /^UC[\w-]{22}$/;

/** YouTube answers 200 for videos that are gone: oEmbed and the thumbnail tell (lychee#214, #906). Handles and user names have honest pages. */
export const youtube: Site = {
  name: 'youtube',
  batch: 1,
  claims: (url) => resourceOf(url) !== null,
  ask: (targets, api) =>
    askEach(targets, async ({ url }) => {
      const place = resourceOf(url);
      if (place === null) return null;
      return place.kind === 'channel' ? askChannel(place.id, api) : askEmbed(place, api);
    }),
};

interface YoutubeResource {
  readonly kind: 'video' | 'playlist' | 'channel';
  readonly id: string;
}

function resourceOf(url: URL): YoutubeResource | null {
  const { hostname, protocol, searchParams } = url;
  if (!isWeb(protocol)) return null;
  const [first = '', second = ''] = pathSegments(url) ?? [];
  const list = searchParams.get('list') ?? '';
  const playlist = (): YoutubeResource | null => (listShape.test(list) ? { kind: 'playlist', id: list } : null);
  // YouTube's embedded players: these two words have the eleven characters of an id, and are none (lite-youtube-embed#195).
  const video = (id: string): YoutubeResource | null =>
    id === 'videoseries' ? playlist() : idShape.test(id) && id !== 'live_stream' ? { kind: 'video', id } : null;
  if (hostname === 'youtu.be') return video(first);
  if (!hosts.test(hostname)) return null;
  if (first === 'watch') return video(searchParams.get('v') ?? '');
  if (['embed', 'shorts', 'live', 'v'].includes(first)) return video(second);
  if (first === 'channel') return channelShape.test(second) ? { kind: 'channel', id: second } : null;
  return first === 'playlist' ? playlist() : null;
}

const service = "YouTube's oEmbed";

async function askEmbed({ kind, id }: YoutubeResource, api: SiteApi): Promise<SiteResult | null> {
  const page = `https://www.youtube.com/${kind === 'video' ? `watch?v=${id}` : `playlist?list=${id}`}`;
  const reply = await api.ask({ url: `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(page)}` });
  if (reply.kind === 'failure') return null;
  if (foundIn(reply) !== null) return alive({ kind: 'knows', service, thing: kind, name: id });
  if (kind === 'playlist')
    return saysMissing(reply)
      ? missing('playlist-missing', { kind: 'knows-no', service, thing: kind, name: id })
      : null;
  // 400 is for what it cannot read, and a page in the place of its short word is someone else's.
  if (![401, 403, 404].includes(reply.status) || isPage(reply)) return null;
  // Where embedding is switched off, the picture of the video is still there; of what is gone or private there is none.
  const picture = await api.ask({ url: `https://img.youtube.com/vi/${id}/0.jpg`, accept: 'image/*' });
  const refused = { kind: 'video-refused', service, id, status: reply.status } as const;
  const shown = picture.kind === 'answer' ? picture.status : null;
  if (shown === 404) return missing('video-removed', { ...refused, hasPicture: false });
  // Gone by one word and not by the other: the page is checked.
  if (reply.status === 404) return null;
  return shown === 200
    ? alive({ kind: 'video-not-embeddable', id })
    : unsure('unverifiable', 'not-embeddable', { ...refused, hasPicture: true });
}

/** The feeds of channels that are there answer 404 for days at times (rss-bridge#2113, invidious#4411): the page must agree. */
async function askChannel(id: string, api: SiteApi): Promise<SiteResult | null> {
  const reply = await api.ask({ url: `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`, accept: '*/*' });
  if (reply.kind === 'failure') return null;
  if (reply.status === 200 && reply.body.includes('<feed')) return alive({ kind: 'channel-feed', id });
  if (reply.status !== 404) return null;
  const { reply: page } = await api.page(`https://www.youtube.com/channel/${id}`);
  return page.kind === 'answer' && page.status === 404
    ? missing('channel-missing', { kind: 'channel-missing', id })
    : null;
}
