/** What an annotation of ours is about: a work, or a unit of one. */
export interface Source {
  readonly workId: string;
  readonly unit?: string;
}

const WORK_PREFIX = 'urn:duizhao:work:';

/** The IRI of a work (`urn:duizhao:work:<id>`) or of a unit in it (`…#<unit>`): the same on every computer. */
export function composeSource({ workId, unit }: Source): string {
  const work = `${WORK_PREFIX}${encodeURIComponent(workId)}`;
  return unit === undefined ? work : `${work}#${encodeURIComponent(unit)}`;
}

/** The work and unit an IRI of ours names; undefined for any other IRI. */
export function parseSource(iri: string): Source | undefined {
  if (!iri.startsWith(WORK_PREFIX)) return undefined;
  const [work = '', unit] = iri.slice(WORK_PREFIX.length).split('#', 2);
  try {
    const workId = decodeURIComponent(work);
    return unit === undefined ? { workId } : { workId, unit: decodeURIComponent(unit) };
  } catch {
    return undefined;
  }
}
