import type { Link, List, Section } from './list.js';
import { fold } from './name.js';
import type { Position, Span } from './place.js';
import { sameness } from './sameness.js';
import { placeIn, textsIn } from './texts.js';

/** What one place of a list asks readers to know first. */
export interface Requirement {
  /** Where it stands. */
  readonly position: Position;
  /** Names of one or more things, each as written. */
  readonly names: readonly Span[];
  readonly links: readonly Link[];
  /** What is required must stand before this offset. */
  readonly before: number;
}

const titles =
  /^(?:prerequisites?|pre-requisites?|prereqs?|pr[ée]requis|prerrequisitos?|pr[ée]-requisitos?|requisitos(?: previos)?|voraussetzungen|前置(?:知识|要求|课程)?|先修(?:课程)?|前提(?:知識|条件)?)$/iu;
