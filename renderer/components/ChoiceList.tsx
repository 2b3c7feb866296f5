import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './ChoiceList.module.css';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One sentence on what it is for. */
  readonly description: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few choices below each other, each with a sentence; one of them is taken. */
export function ChoiceList<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={styles.legend ?? ''}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
          <span className={styles.mark} aria-hidden="true" />
          <span className={styles.words}>
            <span className={styles.label}>{option.label}</span>
            <span className={styles.description}>{option.description}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
