import { useLayoutEffect, useState } from 'react';
import type { Link } from '../../../core/text/work.ts';
import { createSegmentRange, findSegmentElement } from '../../dom/segment-range.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './NullLinkLabel.module.css';

interface Props {
  readonly link: Link;
}

/** Says of words without a counterpart that they have none, right under them. */
export function NullLinkLabel({ link }: Props) {
  const text = useText();
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();

  useLayoutEffect(() => {
    const [language, spans] = Object.entries(link.spans)[0] ?? [];
    const last = spans?.at(-1);
    if (language === undefined || last === undefined) return;
    const segment = findSegmentElement(link.unit, language);
    const boxes = segment === undefined ? undefined : createSegmentRange(segment, last)?.getClientRects();
    const box = boxes?.[boxes.length - 1];
    setPlace(box === undefined ? undefined : { left: box.left, top: box.bottom + 4 });
  }, [link]);

  if (place === undefined) return null;
  return (
    <div className={styles.label} role="status" style={place}>
      {text('reader.link.null')}
    </div>
  );
}
