import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import { SettingGroup } from './SettingGroup.tsx';

interface Props {
  readonly onOpen: () => void;
}

/** The way to the backups, for whoever looks for them among the settings. */
export function BackupSettings({ onOpen }: Props) {
  const text = useText();
  return (
    <SettingGroup title={text('backups.setting')} intro={text('backups.setting.text')}>
      <ActionButton onPress={onOpen}>{text('backups.setting.open')}</ActionButton>
    </SettingGroup>
  );
}
