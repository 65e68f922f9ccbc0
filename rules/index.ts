// Written by `npm run sync`.
import type { AnyRule } from '../src/model/rule.js';
import balancedPunctuation from './balanced-punctuation.js';
import descriptionEnd from './description-end.js';
import descriptionLength from './description-length.js';
import descriptionNoName from './description-no-name.js';
import descriptionRequired from './description-required.js';
import descriptionStart from './description-start.js';
import entryLinkRequired from './entry-link-required.js';
import entryLinkSyntax from './entry-link-syntax.js';
import entryMissingSpace from './entry-missing-space.js';
import entrySeparator from './entry-separator.js';
import fileEncoding from './file-encoding.js';
import fragmentResolves from './fragment-resolves.js';
import headingIncrement from './heading-increment.js';
import linkArchived from './link-archived.js';
import linkBroken from './link-broken.js';
import linkMoved from './link-moved.js';
import linkPrivate from './link-private.js';
import linkSuspect from './link-suspect.js';
import linkUnreachable from './link-unreachable.js';
import linkUnverifiable from './link-unverifiable.js';
import listDescription from './list-description.js';
import noConflictMarkers from './no-conflict-markers.js';
import noDuplicateDescription from './no-duplicate-description.js';
import noDuplicateName from './no-duplicate-name.js';
import noDuplicateUrl from './no-duplicate-url.js';
import noEmptySection from './no-empty-section.js';
import noInvisibleCharacters from './no-invisible-characters.js';
import noLicenseSection from './no-license-section.js';
import noMojibake from './no-mojibake.js';
import noPlaceholder from './no-placeholder.js';
import noPromoWords from './no-promo-words.js';
import noRepeats from './no-repeats.js';
import noSwallowedContent from './no-swallowed-content.js';
import noTrailingSpaces from './no-trailing-spaces.js';
import readmeSize from './readme-size.js';
import referencesResolve from './references-resolve.js';
import relativeTargetExists from './relative-target-exists.js';
import singleH1 from './single-h1.js';
import tierCheckboxes from './tier-checkboxes.js';
import tierHeadingFormat from './tier-heading-format.js';
import tierNoRepeat from './tier-no-repeat.js';
import tierSequence from './tier-sequence.js';
import tocName from './toc-name.js';
import tocRelativeLinks from './toc-relative-links.js';
import tocSync from './toc-sync.js';
import unusedSuppression from './unused-suppression.js';
import urlNoBare from './url-no-bare.js';
import urlWellformed from './url-wellformed.js';

/** All rules, by name. */
export const rules: readonly AnyRule[] = [
  balancedPunctuation,
  descriptionEnd,
  descriptionLength,
  descriptionNoName,
  descriptionRequired,
  descriptionStart,
  entryLinkRequired,
  entryLinkSyntax,
  entryMissingSpace,
  entrySeparator,
  fileEncoding,
  fragmentResolves,
  headingIncrement,
  linkArchived,
  linkBroken,
  linkMoved,
  linkPrivate,
  linkSuspect,
  linkUnreachable,
  linkUnverifiable,
  listDescription,
  noConflictMarkers,
  noDuplicateDescription,
  noDuplicateName,
  noDuplicateUrl,
  noEmptySection,
  noInvisibleCharacters,
  noLicenseSection,
  noMojibake,
  noPlaceholder,
  noPromoWords,
  noRepeats,
  noSwallowedContent,
  noTrailingSpaces,
  readmeSize,
  referencesResolve,
  relativeTargetExists,
  singleH1,
  tierCheckboxes,
  tierHeadingFormat,
  tierNoRepeat,
  tierSequence,
  tocName,
  tocRelativeLinks,
  tocSync,
  unusedSuppression,
  urlNoBare,
  urlWellformed,
];
