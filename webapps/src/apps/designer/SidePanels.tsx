import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';

export const PANELS = ['properties', 'outline', 'findings', 'comments', 'versions', 'files', 'run'] as const;
export type PanelName = (typeof PANELS)[number];

interface Props {
  shown: PanelName;
  onChoose: (panel: PanelName) => void;
  openComments: number;
  /** Where the modeler draws the properties; it stays there while another panel is shown. */
  properties: Ref<HTMLDivElement>;
  children: Record<Exclude<PanelName, 'properties'>, ReactNode>;
}

/** Everything about the process that is no drawing, one panel at a time. */
export function SidePanels({ shown, onChoose, openComments, properties, children }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="dsg-side" aria-label={t('editor.panels')}>
      <Tabs
        selectedIndex={PANELS.indexOf(shown)}
        onChange={({ selectedIndex }) => onChoose(PANELS[selectedIndex] ?? 'properties')}
      >
        <TabList aria-label={t('editor.panels')}>
          {PANELS.map((name) => (
            <Tab key={name}>
              {t(`editor.panel.${name}`)}
              {name === 'comments' && openComments > 0 && ` (${openComments})`}
            </Tab>
          ))}
        </TabList>
        <TabPanels>
          {PANELS.map((name) => (
            <TabPanel key={name} className={name === 'properties' ? 'dsg-properties' : undefined}>
              {name === 'properties' ? <div ref={properties} /> : name === shown && children[name]}
            </TabPanel>
          ))}
        </TabPanels>
      </Tabs>
    </aside>
  );
}
