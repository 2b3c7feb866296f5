import type { ReactNode } from 'react';
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './IconButton.module.css';

interface Props {
  /** The button's name, for screen readers and as its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  /** Given: a toggle that is on or off. */
  readonly isSelected?: boolean;
  readonly isDisabled?: boolean;
  /** Given: the place this button leads to is the one shown. */
  readonly isCurrent?: boolean;
  /** Shown in the tooltip beside the name. */
  readonly shortcut?: string;
  readonly size?: 'small';
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
}

/** A button that is only an icon: it always has a name and shows it on hover and focus. */
export function IconButton({
  label,
  icon,
  onPress,
  isSelected,
  isDisabled,
  isCurrent,
  shortcut,
  size,
  placement,
}: Props) {
  const common = {
    'aria-label': label,
    className: `${styles.button} ${size === undefined ? '' : styles[size]}`,
    isDisabled: isDisabled ?? false,
  };
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {isSelected === undefined ? (
        <Button {...common} onPress={onPress} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
          {icon}
        </Button>
      ) : (
        <ToggleButton {...common} isSelected={isSelected} onChange={onPress}>
          {icon}
        </ToggleButton>
      )}
      <Tooltip className={styles.tooltip ?? ''} placement={placement ?? 'bottom'} offset={6}>
        {label}
        {shortcut === undefined ? null : <Kbd keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
