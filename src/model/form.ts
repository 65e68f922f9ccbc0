/** What a section is for: entries stand only in `content`; `contents` is the table of contents; `meta` is about the list itself. */
export type Role = 'content' | 'contents' | 'meta';

/** How a section is written: a Markdown heading, an HTML heading, a `<summary>`, a bold paragraph, or a list item with a nested list. */
export type SectionForm = 'heading' | 'html' | 'summary' | 'bold' | 'item';

/** How an entry is written. */
export type EntryForm = 'item' | 'row' | 'heading' | 'paragraph' | 'html';

/** Where a link stands. `badge` is an image, or a link around nothing but images, that decorates something else. */
export type LinkPlace = 'entry' | 'description' | 'contents' | 'badge' | 'heading' | 'prose';

/** How a link is written. `literal` is a bare URL, `definition` a reference definition that nothing uses. */
export type LinkForm = 'inline' | 'reference' | 'autolink' | 'literal' | 'image' | 'html' | 'definition';

/** What a link's address is, told from its text alone. */
export type LinkSort = 'web' | 'local' | 'fragment' | 'mail' | 'scheme' | 'placeholder' | 'invalid';
