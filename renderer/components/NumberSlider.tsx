import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, NumberField, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './NumberSlider.module.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number };
  readonly onChange: (value: number) => void;
}

/** A whole number to drag, to step or to type. */
export function NumberSlider({ label, value, range, onChange }: Props) {
  const bounds = { minValue: range.min, maxValue: range.max, step: 1 };
  return (
    <div className={styles.pair}>
      <Slider
        aria-label={label}
        className={styles.slider ?? ''}
        value={value}
        onChange={onChange}
        {...bounds}
      >
        <SliderTrack className={styles.track ?? ''}>
          <SliderThumb className={styles.thumb ?? ''} />
        </SliderTrack>
      </Slider>
      <NumberField
        aria-label={label}
        value={value}
        {...bounds}
        onChange={(number) => {
          // An emptied field is not yet a number.
          if (Number.isFinite(number)) onChange(number);
        }}
      >
        <Group className={styles.stepper ?? ''}>
          <Button slot="decrement" className={styles.step ?? ''}>
            <Minus size={14} strokeWidth={1.6} />
          </Button>
          <Input className={styles.input ?? ''} />
          <Button slot="increment" className={styles.step ?? ''}>
            <Plus size={14} strokeWidth={1.6} />
          </Button>
        </Group>
      </NumberField>
    </div>
  );
}
