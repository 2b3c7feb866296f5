import type { AnnotationKind } from '../../annotation/annotation.ts';

/** The context of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * What Duizhao adds to the W3C's words, so that expanding a file keeps it (docs/note-files.md). `utf16Start` and
 * `utf16End` only stand where the offsets in code points would not lead back to the same place.
 */
export const DUIZHAO_CONTEXT = {
  duizhao: 'urn:duizhao:vocabulary:',
  color: 'duizhao:color',
  answered: { '@id': 'duizhao:answered', '@type': 'xsd:boolean' },
  deleted: { '@id': 'duizhao:deleted', '@type': 'xsd:dateTime' },
  progress: 'duizhao:progress',
  units: { '@id': 'duizhao:units', '@container': '@list' },
  works: { '@id': 'duizhao:works', '@container': '@list' },
  bin: { '@id': 'duizhao:bin', '@container': '@list' },
  orphanedFrom: 'duizhao:orphanedFrom',
  utf16Start: { '@id': 'duizhao:utf16Start', '@type': 'xsd:nonNegativeInteger' },
  utf16End: { '@id': 'duizhao:utf16End', '@type': 'xsd:nonNegativeInteger' },
} as const;

/** The W3C motivation of each kind of annotation. */
export const MOTIVATIONS = {
  highlight: 'highlighting',
  note: 'commenting',
  question: 'questioning',
  bookmark: 'bookmarking',
} as const satisfies Readonly<Record<AnnotationKind, string>>;
