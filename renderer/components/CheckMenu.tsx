import { Check, ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import menu from './ActionMenu.module.css';
import styles from './CheckMenu.module.css';

interface Item<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** The language of the label where it is not the interface's. */
  readonly language?: string;
  readonly isDisabled?: boolean;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly items: readonly Item<Id>[];
  readonly checked: readonly Id[];
  /** What is checked then, in the order of the items. */
  readonly onChange: (checked: readonly Id[]) => void;
}

/** A button that opens a list, any of which can be checked; it stays open meanwhile. */
export function CheckMenu<Id extends string>({ label, items, checked, onChange }: Props<Id>) {
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''}>
        {label}
        <ChevronDown size={14} strokeWidth={1.6} aria-hidden="true" />
      </Button>
      <Popover className={menu.popover ?? ''}>
        <Menu
          aria-label={label}
          className={menu.menu ?? ''}
          items={items}
          selectionMode="multiple"
          selectedKeys={checked}
          disabledKeys={items.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onSelectionChange={(keys) =>
            onChange(items.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))
          }
        >
          {(item) => (
            <MenuItem
              id={item.id}
              textValue={item.label}
              className={`${menu.item ?? ''} ${styles.item ?? ''}`}
            >
              {({ isSelected }) => (
                <>
                  <Check
                    size={14}
                    strokeWidth={2}
                    aria-hidden="true"
                    className={isSelected ? styles.checked : styles.unchecked}
                  />
                  <span lang={item.language}>{item.label}</span>
                </>
              )}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
