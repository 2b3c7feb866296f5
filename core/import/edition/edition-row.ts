/** A stretch of a piece of a new edition, in UTF-16 code units. */
export interface PieceSpan {
  /** The place of the piece. */
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/** What of a new edition answers one unit of a work, or stands between two of them. */
export interface EditionRow {
  /** The place of the unit; undefined for what answers none. */
  readonly unit: number | undefined;
  /** In order; none where nothing answers the unit. */
  readonly spans: readonly PieceSpan[];
  /** From 0 to 1: how sure that is. */
  readonly confidence: number;
}

/** Stretches in their order, those of one piece that follow each other together. */
export function groupByPiece(spans: readonly PieceSpan[]): readonly (readonly PieceSpan[])[] {
  const groups: PieceSpan[][] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last?.[0]?.piece === span.piece) last.push(span);
    else groups.push([span]);
  }
  return groups;
}
