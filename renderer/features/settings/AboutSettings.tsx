import { useText } from '../../i18n/use-text.ts';
import { SettingGroup } from './SettingGroup.tsx';
import { SettingRow } from './SettingRow.tsx';

interface Props {
  readonly appVersion: string;
}

/** What the program is, what it promises, and whose work it is made of. */
export function AboutSettings({ appVersion }: Props) {
  const text = useText();
  return (
    <SettingGroup title={text('settings.about')}>
      <SettingRow label={text('settings.about.version')}>
        <p>{text('settings.about.version.text', { version: appVersion })}</p>
      </SettingRow>
      <SettingRow label={text('settings.about.offline')}>
        <p>{text('settings.about.offline.text')}</p>
      </SettingRow>
      <SettingRow label={text('settings.about.notes')}>
        <p>{text('settings.about.notes.text')}</p>
      </SettingRow>
      <SettingRow label={text('settings.about.licences')}>
        <p>{text('settings.about.licences.text')}</p>
      </SettingRow>
    </SettingGroup>
  );
}
