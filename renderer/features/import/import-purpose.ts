import { composeAgain } from '../../../core/import/review/compose-again.ts';
import { composeEdition } from '../../../core/import/review/compose-edition.ts';
import { composeWork, type ComposedEdition } from '../../../core/import/review/compose-work.ts';
import type { ImportedUnit } from '../../../core/import/pairing/make-units.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { Work } from '../../../core/text/work.ts';

/** What files are read for: a work of their own, one more edition of a work, or another text of it. */
export type ImportPurpose =
  | { readonly type: 'new' }
  | {
      readonly type: 'edition' | 'again';
      /** As it is read now. */
      readonly work: Work;
      readonly revision: RevisionId;
    };

/** What is done with a work that is there already. */
export type WorkPurpose = Exclude<ImportPurpose, { readonly type: 'new' }>;

/** The work that an import comes to. Undefined where an edition is to be added and none was found. */
export function composeFor(
  purpose: ImportPurpose,
  units: readonly ImportedUnit[],
  editions: readonly ComposedEdition[],
): Work | undefined {
  switch (purpose.type) {
    case 'new':
      return composeWork(units, editions);
    case 'again':
      return composeAgain(purpose.work, units, editions);
    case 'edition': {
      const [edition] = editions;
      return edition === undefined ? undefined : composeEdition(purpose.work, units, edition);
    }
  }
}
