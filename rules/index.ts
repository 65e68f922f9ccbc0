// Written by `npm run sync`.
import type { AnyRule } from '../src/model/rule.js';
import awesomeBadge from './awesome-badge.js';
import awesomeEntry from './awesome-entry.js';
import balancedPunctuation from './balanced-punctuation.js';
import brandSpelling from './brand-spelling.js';
import descriptionEnd from './description-end.js';
import descriptionLength from './description-length.js';
import descriptionNoName from './description-no-name.js';
import descriptionRequired from './description-required.js';
import descriptionStart from './description-start.js';
import entriesSorted from './entries-sorted.js';
import entryExternalLink from './entry-external-link.js';
import entryFormat from './entry-format.js';
import entryKind from './entry-kind.js';
import entryLeadingLink from './entry-leading-link.js';
import entryLinkRequired from './entry-link-required.js';
import entryLinkSyntax from './entry-link-syntax.js';
import entryMarker from './entry-marker.js';
import entryMissingSpace from './entry-missing-space.js';
import entryName from './entry-name.js';
import entryNesting from './entry-nesting.js';
import entryOneLine from './entry-one-line.js';
import entrySeparator from './entry-separator.js';
import entryTable from './entry-table.js';
import fileEncoding from './file-encoding.js';
import fragmentResolves from './fragment-resolves.js';
import headingCase from './heading-case.js';
import headingFormat from './heading-format.js';
import headingIncrement from './heading-increment.js';
import headingUnique from './heading-unique.js';
import imageAlt from './image-alt.js';
import linkArchived from './link-archived.js';
import linkBroken from './link-broken.js';
import linkMoved from './link-moved.js';
import linkPrivate from './link-private.js';
import linkSuspect from './link-suspect.js';
import linkUnreachable from './link-unreachable.js';
import linkUnverifiable from './link-unverifiable.js';
import listDescription from './list-description.js';
import metaSections from './meta-sections.js';
import nameMatches from './name-matches.js';
import noCiBadge from './no-ci-badge.js';
import noConflictMarkers from './no-conflict-markers.js';
import noDuplicateDescription from './no-duplicate-description.js';
import noDuplicateName from './no-duplicate-name.js';
import noDuplicateUrl from './no-duplicate-url.js';
import noEmphasisHeading from './no-emphasis-heading.js';
import noEmptySection from './no-empty-section.js';
import noHeadingInList from './no-heading-in-list.js';
import noInvisibleCharacters from './no-invisible-characters.js';
import noLicenseSection from './no-license-section.js';
import noMojibake from './no-mojibake.js';
import noOrphanEntry from './no-orphan-entry.js';
import noPlaceholder from './no-placeholder.js';
import noPromoWords from './no-promo-words.js';
import noRepeats from './no-repeats.js';
import noSwallowedContent from './no-swallowed-content.js';
import noTrailingSpaces from './no-trailing-spaces.js';
import packageDeprecated from './package-deprecated.js';
import readmeSize from './readme-size.js';
import referencesResolve from './references-resolve.js';
import relativeTargetExists from './relative-target-exists.js';
import repoActivity from './repo-activity.js';
import repoAge from './repo-age.js';
import repoFiles from './repo-files.js';
import repoFork from './repo-fork.js';
import repoLicense from './repo-license.js';
import repoPopularity from './repo-popularity.js';
import repoRelease from './repo-release.js';
import sectionDescription from './section-description.js';
import sectionSize from './section-size.js';
import singleH1 from './single-h1.js';
import tierCheckboxes from './tier-checkboxes.js';
import tierEntryFields from './tier-entry-fields.js';
import tierHeadingFormat from './tier-heading-format.js';
import tierLevelOrder from './tier-level-order.js';
import tierNoRepeat from './tier-no-repeat.js';
import tierParts from './tier-parts.js';
import tierPrerequisites from './tier-prerequisites.js';
import tierSequence from './tier-sequence.js';
import tocFormat from './toc-format.js';
import tocName from './toc-name.js';
import tocPresent from './toc-present.js';
import tocRelativeLinks from './toc-relative-links.js';
import tocSync from './toc-sync.js';
import translationsMatch from './translations-match.js';
import unusedSuppression from './unused-suppression.js';
import urlCanonical from './url-canonical.js';
import urlHosts from './url-hosts.js';
import urlHttps from './url-https.js';
import urlNoBare from './url-no-bare.js';
import urlNoShortener from './url-no-shortener.js';
import urlNoTracking from './url-no-tracking.js';
import urlWellformed from './url-wellformed.js';

/** All rules, by name. */
export const rules: readonly AnyRule[] = [
  awesomeBadge,
  awesomeEntry,
  balancedPunctuation,
  brandSpelling,
  descriptionEnd,
  descriptionLength,
  descriptionNoName,
  descriptionRequired,
  descriptionStart,
  entriesSorted,
  entryExternalLink,
  entryFormat,
  entryKind,
  entryLeadingLink,
  entryLinkRequired,
  entryLinkSyntax,
  entryMarker,
  entryMissingSpace,
  entryName,
  entryNesting,
  entryOneLine,
  entrySeparator,
  entryTable,
  fileEncoding,
  fragmentResolves,
  headingCase,
  headingFormat,
  headingIncrement,
  headingUnique,
  imageAlt,
  linkArchived,
  linkBroken,
  linkMoved,
  linkPrivate,
  linkSuspect,
  linkUnreachable,
  linkUnverifiable,
  listDescription,
  metaSections,
  nameMatches,
  noCiBadge,
  noConflictMarkers,
  noDuplicateDescription,
  noDuplicateName,
  noDuplicateUrl,
  noEmphasisHeading,
  noEmptySection,
  noHeadingInList,
  noInvisibleCharacters,
  noLicenseSection,
  noMojibake,
  noOrphanEntry,
  noPlaceholder,
  noPromoWords,
  noRepeats,
  noSwallowedContent,
  noTrailingSpaces,
  packageDeprecated,
  readmeSize,
  referencesResolve,
  relativeTargetExists,
  repoActivity,
  repoAge,
  repoFiles,
  repoFork,
  repoLicense,
  repoPopularity,
  repoRelease,
  sectionDescription,
  sectionSize,
  singleH1,
  tierCheckboxes,
  tierEntryFields,
  tierHeadingFormat,
  tierLevelOrder,
  tierNoRepeat,
  tierParts,
  tierPrerequisites,
  tierSequence,
  tocFormat,
  tocName,
  tocPresent,
  tocRelativeLinks,
  tocSync,
  translationsMatch,
  unusedSuppression,
  urlCanonical,
  urlHosts,
  urlHttps,
  urlNoBare,
  urlNoShortener,
  urlNoTracking,
  urlWellformed,
];
