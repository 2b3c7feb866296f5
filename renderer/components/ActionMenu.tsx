import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './ActionMenu.module.css';

interface Props<Id extends string> {
  readonly label: string;
  /** Stands in place of the label, which is then only heard. */
  readonly icon?: ReactNode;
  /** A longer name for screen readers, where the label alone does not say what it is about. It begins with it. */
  readonly name?: string;
  /** Without a frame, where it stands among words. */
  readonly isQuiet?: boolean;
  readonly items: readonly {
    readonly id: Id;
    readonly label: string;
    /** The language of the label where it is not the interface's. */
    readonly language?: string;
  }[];
  readonly onChoose: (id: Id) => void;
}

/** A button that opens a short list of things to do, one of which is done. */
export function ActionMenu<Id extends string>({
  label,
  icon,
  name,
  isQuiet = false,
  items,
  onChoose,
}: Props<Id>) {
  return (
    <MenuTrigger>
      {icon === undefined ? (
        <Button
          className={`${styles.button} ${isQuiet ? styles.quiet : ''}`}
          {...(name === undefined ? {} : { 'aria-label': name })}
        >
          {label}
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden="true" />
        </Button>
      ) : (
        <Button className={styles.icon ?? ''} aria-label={label}>
          {icon}
        </Button>
      )}
      <Popover className={styles.popover ?? ''}>
        <Menu
          aria-label={label}
          className={styles.menu ?? ''}
          items={items}
          onAction={(key) => {
            const chosen = items.find(({ id }) => id === key);
            if (chosen !== undefined) onChoose(chosen.id);
          }}
        >
          {(item) => (
            <MenuItem id={item.id} className={styles.item ?? ''}>
              <span lang={item.language}>{item.label}</span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
