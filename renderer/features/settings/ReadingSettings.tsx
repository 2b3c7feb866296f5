import { FONT_SIZE_RANGE, type Settings } from '../../../core/settings/settings.ts';
import { NumberSlider } from '../../components/NumberSlider.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { ToggleSwitch } from '../../components/ToggleSwitch.tsx';
import { useText } from '../../i18n/use-text.ts';
import { changeReading } from './settings-change.ts';
import { SettingGroup } from './SettingGroup.tsx';
import { SettingRow } from './SettingRow.tsx';
import { TypeSample } from './TypeSample.tsx';
import styles from './ReadingSettings.module.css';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** How a text is set, and what is shown around it. */
export function ReadingSettings({ settings, onChange }: Props) {
  const text = useText();
  const { reading } = settings;
  const change = (part: Partial<Settings['reading']>) => onChange(changeReading(settings, part));
  return (
    <SettingGroup title={text('settings.reading')}>
      <SettingRow label={text('settings.font-size')}>
        <NumberSlider
          label={text('settings.font-size')}
          value={reading.fontSize}
          range={FONT_SIZE_RANGE}
          onChange={(fontSize) => change({ fontSize })}
        />
        <TypeSample fontSize={reading.fontSize} />
      </SettingRow>
      <SettingRow label={text('settings.line-length')}>
        <SegmentedControl
          label={text('settings.line-length')}
          value={reading.lineLength}
          options={[
            { value: 'narrow', label: text('settings.line-length.narrow') },
            { value: 'medium', label: text('settings.line-length.medium') },
            { value: 'wide', label: text('settings.line-length.wide') },
          ]}
          onChange={(lineLength) => change({ lineLength })}
        />
      </SettingRow>
      <SettingRow label={text('settings.spacing')}>
        <SegmentedControl
          label={text('settings.spacing')}
          value={reading.spacing}
          options={[
            { value: 'compact', label: text('settings.spacing.compact') },
            { value: 'normal', label: text('settings.spacing.normal') },
            { value: 'airy', label: text('settings.spacing.airy') },
          ]}
          onChange={(spacing) => change({ spacing })}
        />
      </SettingRow>
      <SettingRow label={text('settings.show')}>
        <div className={styles.switches}>
          <ToggleSwitch isSelected={reading.showLinks} onChange={(showLinks) => change({ showLinks })}>
            {text('settings.show.links')}
          </ToggleSwitch>
          <ToggleSwitch
            isSelected={reading.showProposedLinks}
            isDisabled={!reading.showLinks}
            onChange={(showProposedLinks) => change({ showProposedLinks })}
          >
            {text('settings.show.proposed-links')}
          </ToggleSwitch>
          <ToggleSwitch isSelected={reading.showRemarks} onChange={(showRemarks) => change({ showRemarks })}>
            {text('settings.show.remarks')}
          </ToggleSwitch>
          <ToggleSwitch
            isSelected={reading.showContents}
            onChange={(showContents) => change({ showContents })}
          >
            {text('settings.show.contents')}
          </ToggleSwitch>
          <ToggleSwitch
            isSelected={reading.announceHighlights}
            onChange={(announceHighlights) => change({ announceHighlights })}
          >
            {text('notes-reading.announce')}
          </ToggleSwitch>
        </div>
      </SettingRow>
    </SettingGroup>
  );
}
