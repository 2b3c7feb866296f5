import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../core/annotation/annotation.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import styles from './ColorChoice.module.css';

interface Props {
  readonly color: HighlightColor;
  readonly colorName: (color: HighlightColor) => string;
  readonly onChange: (color: HighlightColor) => void;
  readonly autoFocus?: boolean;
}

/** One of the five colours, chosen by press or arrow keys; the name of the colour in hand stands beside them. */
export function ColorChoice({ color, colorName, onChange, autoFocus = false }: Props) {
  const text = useText();
  const [hovered, setHovered] = useState<HighlightColor>();
  return (
    <RadioGroup
      aria-label={text('notes.color')}
      orientation="horizontal"
      className={styles.choice ?? ''}
      value={color}
      onChange={(value) => {
        const chosen = HIGHLIGHT_COLORS.find((each) => each === value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {HIGHLIGHT_COLORS.map((each) => (
        <Radio
          key={each}
          value={each}
          aria-label={colorName(each)}
          className={styles.option ?? ''}
          autoFocus={autoFocus && each === color}
          onHoverChange={(isHovered) => setHovered(isHovered ? each : undefined)}
        >
          <ColorSwatch color={each} />
        </Radio>
      ))}
      <span className={styles.name} aria-hidden="true">
        {colorName(hovered ?? color)}
      </span>
    </RadioGroup>
  );
}
