/** Where in the program the window is, kept in the address, so that a reload comes back to it. */
import { useSyncExternalStore } from 'react';
import type { Purpose } from '../db/model';
import type { Subject } from '../db/progress';
import type { AgreementScope } from '../preload/api';
import { scopeOf, scopeQuery } from './agreement/address';
import { filtersOf, queryOf } from './progress/address';
import type { Filters } from './progress/filter';
import { type SafetyPart, safetyParts } from './safety/parts';

/** Levels over time, items by sessions, adherence against quality, the therapists' own ratings against others'. */
export const progressViews = ['time', 'items', 'adherence', 'self'] as const;
export type ProgressView = (typeof progressViews)[number];

/** The numbers, the decision study, raters against each other, and the moments that two of them marked. */
export const agreementViews = ['table', 'needed', 'raters', 'moments'] as const;
export type AgreementView = (typeof agreementViews)[number];

/** The raters of a programme, its sessions and their standards, its rules, and how its raters hold their level. */
export const programmeViews = ['raters', 'sessions', 'rules', 'drift'] as const;
export type ProgrammeView = (typeof programmeViews)[number];

export type Place =
  | { name: 'library' }
  | { name: 'session'; sessionId: string }
  /** The desk, where the rater was last, or at a moment of the recording. */
  | { name: 'rate'; ratingId: string; atMs?: number }
  | { name: 'results'; sessionId: string }
  /** A consensus meeting; its rating is the consensus. */
  | { name: 'consensus'; ratingId: string }
  /** The written report of a session. */
  | { name: 'report'; sessionId: string }
  /** Whose progress, and which of its views, of what; without a subject the one that suggests itself. */
  | { name: 'progress'; subject: Subject | undefined; view: ProgressView; filters?: Filters | undefined }
  /** The written report of a therapist's progress. */
  | { name: 'progressReport'; therapistId: string }
  /** How far raters agree: which of its views, of which sessions and raters; undefined for all. */
  | { name: 'agreement'; view: AgreementView; scope?: AgreementScope | undefined }
  /** What the viewer is to rate, and the programmes. */
  | { name: 'programmes' }
  | { name: 'newProgramme' }
  | { name: 'programme'; programmeId: string; view: ProgrammeView }
  | { name: 'certificate'; certificateId: string }
  /** Where the file of a certificate is checked. */
  | { name: 'checkCertificate' }
  /** A rating of a programme beside the standard. */
  | { name: 'comparison'; assignmentId: string }
  /** The result of a test. */
  | { name: 'attempt'; enrolmentId: string; attempt: number }
  | { name: 'settings' }
  /** What the site has set: a page of the settings. */
  | { name: 'site' }
  /** Lock, backups, the log, what is due: a page of the settings. */
  | { name: 'safety'; part?: SafetyPart };

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.split('?');
  const [name, first, ...rest] = path.replace(/^#\/?/, '').split('/');
  if (name === 'progress') return progressPlace(first, rest, query);
  if (name === 'agreement') {
    const view = agreementViews.find((one) => one === first) ?? 'table';
    const scope = scopeOf(query);
    return { name, view, ...(scope !== undefined && { scope }) };
  }
  // What is no id names nothing.
  const id = first !== undefined && isId(first) ? first : undefined;
  if (name === 'programme' && id) {
    const view = programmeViews.find((one) => one === rest[0]) ?? 'raters';
    return { name, programmeId: id, view };
  }
  if ((name === 'session' || name === 'results' || name === 'report') && id) return { name, sessionId: id };
  if (name === 'rate' && id) {
    const [atMs = ''] = rest;
    return /^\d{1,9}$/.test(atMs) ? { name, ratingId: id, atMs: Number(atMs) } : { name, ratingId: id };
  }
  if (name === 'consensus' && id) return { name, ratingId: id };
  if (name === 'progressReport' && id) return { name, therapistId: id };
  if (name === 'comparison' && id) return { name, assignmentId: id };
  if (name === 'attempt' && id && /^[1-9]$/.test(rest[0] ?? ''))
    return { name, enrolmentId: id, attempt: Number(rest[0]) };
  if (name === 'certificate' && id) return { name, certificateId: id };
  if (name === 'programmes' || name === 'newProgramme' || name === 'checkCertificate') return { name };
  if (name === 'settings' || name === 'site') return { name };
  if (name === 'safety') {
    const part = safetyParts.find((one) => one === first);
    return part === undefined ? { name } : { name, part };
  }
  return { name: 'library' };
}

const isId = (part: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part);

function progressPlace(kind: string | undefined, rest: readonly string[], query: string): Place {
  const ids = rest.filter(isId);
  const view = progressViews.find((one) => one === rest[ids.length]) ?? 'time';
  const filters = filtersOf(query);
  return { name: 'progress', subject: subjectOf(kind, ids), view, ...(query !== '' && { filters }) };
}

function subjectOf(kind: string | undefined, ids: readonly string[]): Subject | undefined {
  const [one, other] = ids;
  if (one === undefined) return undefined;
  if (kind === 'therapist') return { kind, therapistId: one };
  if (kind === 'group') return { kind, groupId: one };
  return kind === 'pair' && other !== undefined ? { kind, therapistIds: [one, other] } : undefined;
}

/** 'therapist/ID', 'pair/ID/ID' or 'group/ID'. */
export function subjectPath(subject: Subject): string {
  switch (subject.kind) {
    case 'therapist':
      return `therapist/${subject.therapistId}`;
    case 'pair':
      return `pair/${subject.therapistIds.join('/')}`;
    case 'group':
      return `group/${subject.groupId}`;
    default:
      return subject satisfies never;
  }
}

export function hashOf(place: Place): string {
  switch (place.name) {
    case 'library':
      return '#/';
    case 'session':
    case 'results':
    case 'report':
      return `#/${place.name}/${place.sessionId}`;
    case 'rate':
      return `#/rate/${place.ratingId}${place.atMs === undefined ? '' : `/${place.atMs}`}`;
    case 'consensus':
      return `#/consensus/${place.ratingId}`;
    case 'progress':
      return place.subject === undefined
        ? '#/progress'
        : `#/progress/${subjectPath(place.subject)}/${place.view}${asked(queryOf(place.filters ?? {}))}`;
    case 'progressReport':
      return `#/progressReport/${place.therapistId}`;
    case 'agreement':
      return `#/agreement/${place.view}${asked(place.scope === undefined ? '' : scopeQuery(place.scope))}`;
    case 'programmes':
    case 'newProgramme':
      return `#/${place.name}`;
    case 'programme':
      return `#/programme/${place.programmeId}/${place.view}`;
    case 'certificate':
      return `#/certificate/${place.certificateId}`;
    case 'checkCertificate':
      return '#/checkCertificate';
    case 'comparison':
      return `#/comparison/${place.assignmentId}`;
    case 'attempt':
      return `#/attempt/${place.enrolmentId}/${place.attempt}`;
    case 'settings':
      return '#/settings';
    case 'site':
      return '#/site';
    case 'safety':
      return `#/safety${place.part === undefined ? '' : `/${place.part}`}`;
    default:
      return place satisfies never;
  }
}

const asked = (query: string): string => (query === '' ? '' : `?${query}`);

/** Where a rating is looked at: a consensus at its meeting, any other at its desk. */
export const ratingPlace = ({ ratingId, purpose }: { ratingId: string; purpose: Purpose }): Place =>
  purpose === 'consensus' ? { name: 'consensus', ratingId } : { name: 'rate', ratingId };

export function go(place: Place): void {
  window.location.hash = hashOf(place);
}

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
