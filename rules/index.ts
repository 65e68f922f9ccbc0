// Written by `npm run sync`.
import type { AnyRule } from '../src/model/rule.js';
import descriptionEnd from './description-end.js';
import entryLinkRequired from './entry-link-required.js';
import entrySeparator from './entry-separator.js';
import fragmentResolves from './fragment-resolves.js';
import headingIncrement from './heading-increment.js';
import linkArchived from './link-archived.js';
import linkBroken from './link-broken.js';
import linkMoved from './link-moved.js';
import linkPrivate from './link-private.js';
import linkSuspect from './link-suspect.js';
import linkUnreachable from './link-unreachable.js';
import linkUnverifiable from './link-unverifiable.js';
import noDuplicateUrl from './no-duplicate-url.js';
import noEmptySection from './no-empty-section.js';
import noMojibake from './no-mojibake.js';
import noPlaceholder from './no-placeholder.js';
import relativeTargetExists from './relative-target-exists.js';
import tierHeadingFormat from './tier-heading-format.js';
import tierNoRepeat from './tier-no-repeat.js';
import tierSequence from './tier-sequence.js';
import tocSync from './toc-sync.js';
import unusedSuppression from './unused-suppression.js';
import urlWellformed from './url-wellformed.js';

/** All rules, by name. */
export const rules: readonly AnyRule[] = [
  descriptionEnd,
  entryLinkRequired,
  entrySeparator,
  fragmentResolves,
  headingIncrement,
  linkArchived,
  linkBroken,
  linkMoved,
  linkPrivate,
  linkSuspect,
  linkUnreachable,
  linkUnverifiable,
  noDuplicateUrl,
  noEmptySection,
  noMojibake,
  noPlaceholder,
  relativeTargetExists,
  tierHeadingFormat,
  tierNoRepeat,
  tierSequence,
  tocSync,
  unusedSuppression,
  urlWellformed,
];
