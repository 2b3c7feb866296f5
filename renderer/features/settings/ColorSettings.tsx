import { HIGHLIGHT_COLORS } from '../../../core/annotation/annotation.ts';
import { COLOR_NAME_LENGTH, type Settings } from '../../../core/settings/settings.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useText } from '../../i18n/use-text.ts';
import { renameColor } from './settings-change.ts';
import { SettingGroup } from './SettingGroup.tsx';
import { SettingRow } from './SettingRow.tsx';
import styles from './ColorSettings.module.css';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** What the five colours mean to this reader. */
export function ColorSettings({ settings, onChange }: Props) {
  const text = useText();
  return (
    <SettingGroup title={text('settings.colors')} intro={text('settings.colors.intro')}>
      <SettingRow label={text('settings.colors.names')}>
        <ul className={styles.colors}>
          {HIGHLIGHT_COLORS.map((color) => {
            const name = settings.colorNames[color] ?? '';
            return (
              <li key={color} className={styles.color}>
                <span className={`${styles.tint} ${styles[color]}`} aria-hidden="true" />
                <TextInput
                  label={text('settings.colors.name-of', { color: text(`shell.colors.${color}`) })}
                  value={name}
                  placeholder={text(`shell.colors.${color}`)}
                  maxLength={COLOR_NAME_LENGTH}
                  onChange={(value) => onChange(renameColor(settings, color, value))}
                  onBlur={() => {
                    if (name !== name.trim()) onChange(renameColor(settings, color, name.trim()));
                  }}
                />
              </li>
            );
          })}
        </ul>
      </SettingRow>
    </SettingGroup>
  );
}
