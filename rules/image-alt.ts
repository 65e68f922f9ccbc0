import * as v from 'valibot';
import type { Link, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

/** Alt texts that say only that there is an image. */
const hollow = /^(?:image|img|picture|pic|photo|screenshot|logo|icon|badge|alt(?: text)?|untitled)$/i;
const fileName = /^[\w.%() -]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i;

export default defineRule({
  id: 'image-alt',
  topic: 'text',
  summary: 'Give every image alt text',
  why: 'Readers who use a screen reader, or whose images do not load, get nothing from an image without alt text.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    none: 'This image has no alt text; describe it in the brackets',
    attribute: 'This image has no `alt` attribute; describe the image in `alt`, or write `alt=""` if it is decorative',
    linked: 'This linked image has no alt text; describe where the link goes',
    hollow: 'Alt text `{alt}` is not descriptive; say what the image shows',
    many: '{count} images have no alt text; describe what each one shows',
    manyHollow: '{count} images have alt text that is not descriptive (first: `{alt}`); say what each image shows',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    { text: '![](https://sails.test/silk.png)\n', finds: ['1:1 none'] },
    {
      text: '<img src="silk.png">\n\n![image](jib.png) ![jib-2.png](jib.png)\n',
      finds: ['1:1 attribute', '3:1 hollow', '3:19 hollow'],
    },
    {
      text: '[![](silk.png)](https://silk.test/) <a href="https://jib.test/"><img src="jib.png" alt=""></a>\n',
      finds: ['1:2 linked', '1:65 linked'],
    },
    { text: `${'![a.png](a.png)\n\n'.repeat(21)}`, finds: ['1:1 manyHollow'] },
    { text: `${'![](a.png)\n\n'.repeat(21)}`, finds: ['1:1 many'] },
    {
      text: '![A silk sail in the wind](silk.png) <img src="line.png" alt="">\n',
      finds: [],
      note: 'Decoration has an empty alt attribute.',
    },
    {
      text: '<a href="https://silk.test/"><img src="silk.png" alt=""> Silk</a>\n',
      finds: [],
      note: 'The link has text.',
    },
    {
      text: '<picture><source srcset="dark.png"><img src="light.png" alt="A kite"></picture>\n',
      finds: [],
    },
    { text: '![Badge of the sailing club](club.svg) ![logo of Silk](logo.svg)\n', finds: [] },
  ],
  check({ list, foldOver, report }) {
    const links = list.links.filter((link) => !link.image);
    const silent: Link[] = [];
    const hollows: { readonly image: Link; readonly alt: string }[] = [];
    let next = 0;
    for (const image of list.links) {
      if (!image.image || image.place === 'contents' || isSource(image, list)) continue;
      while ((links[next]?.position.end.offset ?? Infinity) <= image.position.start.offset) next++;
      const around = links[next];
      const isLinked = around !== undefined && holds(around, image) && around.text === '';
      const alt = image.alt?.trim() ?? null;
      if (alt === null || alt === '') {
        if (alt === '' && image.form === 'html' && !isLinked) continue;
        silent.push(image);
      } else if (hollow.test(alt) || fileName.test(alt)) {
        hollows.push({ image, alt });
      }
    }
    const [shown, ...others] = hollows;
    if (shown !== undefined && hollows.length > foldOver) {
      const places = others.map(({ image }) => image.position);
      report({
        message: 'manyHollow',
        at: shown.image.position,
        places,
        data: { alt: shown.alt, count: hollows.length },
      });
    } else for (const { image, alt } of hollows) report({ message: 'hollow', at: image.position, data: { alt } });
    const [first, ...rest] = silent;
    if (first !== undefined && silent.length > foldOver) {
      const places = rest.map((image) => image.position);
      report({ message: 'many', at: first.position, places, data: { count: silent.length } });
      return;
    }
    for (const image of silent) {
      const isLinked = links.some((link) => link.text === '' && holds(link, image));
      const message = isLinked ? 'linked' : image.alt === null ? 'attribute' : 'none';
      report({ message, at: image.position });
    }
  },
});

/** `<source>` has its alternative text from the `<img>` of its `<picture>`. */
function isSource({ position }: Link, { text }: List): boolean {
  return /^<source\b/i.test(text.slice(position.start.offset, position.start.offset + 8));
}

function holds(link: Link, { position }: Link): boolean {
  return link.position.start.offset < position.start.offset && position.end.offset < link.position.end.offset;
}
