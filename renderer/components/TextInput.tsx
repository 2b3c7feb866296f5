import { Input, TextField } from 'react-aria-components';
import styles from './TextInput.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly type?: 'text' | 'search';
}

/** One line of text; its name is heard, and what it is for stands beside it or in its placeholder. */
export function TextInput({ label, value, onChange, onBlur, placeholder, maxLength, type = 'text' }: Props) {
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={onChange}
      type={type}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Input className={styles.input ?? ''} placeholder={placeholder ?? ''} />
    </TextField>
  );
}
