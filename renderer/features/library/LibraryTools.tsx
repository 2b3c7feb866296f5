import { LIBRARY_ORDERS, type LibraryOrder } from '../../../core/settings/settings.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './LibraryScreen.module.css';

interface Props {
  readonly query: string;
  readonly order: LibraryOrder;
  readonly onQuery: (query: string) => void;
  readonly onOrder: (order: LibraryOrder) => void;
}

/** Finds works by their titles and puts them into an order. */
export function LibraryTools({ query, order, onQuery, onOrder }: Props) {
  const text = useText();
  return (
    <div className={styles.tools}>
      <div className={styles.search}>
        <TextInput
          label={text('library.search')}
          type="search"
          placeholder={text('library.search')}
          value={query}
          onChange={onQuery}
        />
      </div>
      <label className={styles.order}>
        {text('library.order')}
        <select
          className={styles.select}
          value={order}
          onChange={({ currentTarget: { value } }) => {
            const chosen = LIBRARY_ORDERS.find((each) => each === value);
            if (chosen !== undefined) onOrder(chosen);
          }}
        >
          {LIBRARY_ORDERS.map((each) => (
            <option key={each} value={each}>
              {text(`library.order.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
