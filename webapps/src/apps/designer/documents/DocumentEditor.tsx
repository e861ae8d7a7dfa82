import { Button, InlineNotification, Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { Redo, Undo } from '@carbon/icons-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useListedShortcuts, type ShortcutGroup } from '@shared/ui/shortcutList';
import { useShortcuts } from '@shared/ui/useShortcuts';
import type { Autosave, Draft, DraftStore, Saving } from '../autosave';
import { ConflictDialog } from '../ConflictDialog';
import { download } from '../files';
import { SaveStateText } from '../SaveStateText';
import { useAutosave } from '../useAutosave';
import type { Sheet, SheetKind } from './sheet';
import { TextSheet } from './TextSheet';
import { useSheet } from './useSheet';

const KEYS: ShortcutGroup = {
  title: 'app.designer',
  keys: [
    ['Ctrl+Z', 'editor.undo'],
    ['Ctrl+Y', 'editor.redo'],
    ['Ctrl+S', 'editor.saveNow'],
  ],
};

/** What a panel beside the sheet may look at. */
export interface OpenDocument {
  sheet: Sheet;
  autosave: Autosave;
  saving: Saving;
}

export interface DocumentPanel {
  name: string;
  label: string;
  content: (document: OpenDocument) => ReactNode;
}

interface Props {
  kind: SheetKind;
  title: string;
  fileName: string;
  back: { to: string; label: string };
  store: DraftStore;
  base: Draft;
  status?: ReactNode;
  actions?: (autosave: Autosave) => ReactNode;
  panels: DocumentPanel[];
}

/** One decision model or form with its properties and what else belongs to it; saved as it is drawn. */
export function DocumentEditor({ kind, title, fileName, back, store, base, status, actions, panels }: Props) {
  const { t } = useTranslation();
  const { autosave, saving } = useAutosave(store, base);
  const { canvas, properties, opened } = useSheet(kind, base.xml, autosave);
  const sheet = opened.state === 'open' ? opened.sheet : null;
  const [params, setParams] = useSearchParams();
  const shown = Math.max(0, panels.findIndex(({ name }) => name === params.get('panel')) + 1);

  useListedShortcuts(KEYS);
  useShortcuts({ 'Ctrl+s': () => void autosave.flush() });

  async function downloadMine() {
    download(fileName, await autosave.mine());
  }

  return (
    <div className="dsg-editor">
      <header className="dsg-head">
        <div className="fm-row">
          <Link to={back.to} className="cds--link">
            {back.label}
          </Link>
          <h1>{title}</h1>
          {status}
          <SaveStateText saving={saving} onSave={() => void autosave.flush()} />
        </div>
        <div className="fm-row">
          <div className="dsg-toolbar" role="toolbar" aria-label={t('editor.tools')}>
            {([['undo', Undo], ['redo', Redo]] as const).map(([words, icon]) => (
              <Button
                key={words}
                hasIconOnly
                kind="ghost"
                size="sm"
                renderIcon={icon}
                iconDescription={t(`editor.${words}`)}
                tooltipPosition="bottom"
                disabled={!sheet}
                onClick={() => sheet?.[words]()}
              />
            ))}
          </div>
          <Button kind="ghost" size="sm" onClick={() => void downloadMine()}>
            {t('documents.download')}
          </Button>
          {actions?.(autosave)}
        </div>
      </header>
      {opened.state === 'broken' && (
        <>
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t(`documents.broken.${kind}`)}
            subtitle={t('documents.brokenText', { reason: opened.reason })}
          />
          <TextSheet name={fileName} text={base.xml} autosave={autosave} />
        </>
      )}
      <div className="dsg-body" hidden={opened.state === 'broken'}>
        <div className="dsg-sheet">
          {sheet && <Views sheet={sheet} />}
          <section className={`dsg-canvas dsg-canvas--${kind}`} ref={canvas} aria-label={title}>
            {opened.state === 'opening' && <p className="fm-diagram__wait">{t('documents.opening')}</p>}
          </section>
        </div>
        <aside className="dsg-side" aria-label={t('editor.panels')}>
          <Tabs
            selectedIndex={shown}
            onChange={({ selectedIndex }) =>
              setParams({ panel: panels[selectedIndex - 1]?.name ?? 'properties' }, { replace: true })
            }
          >
            <TabList aria-label={t('editor.panels')}>
              <Tab>{t('editor.panel.properties')}</Tab>
              {panels.map(({ name, label }) => (
                <Tab key={name}>{label}</Tab>
              ))}
            </TabList>
            <TabPanels>
              <TabPanel className="dsg-properties">
                <div ref={properties} />
                {kind === 'dmn' && <p className="dsg-properties__none">{t('documents.noProperties')}</p>}
              </TabPanel>
              {panels.map(({ name, content }, at) => (
                <TabPanel key={name}>
                  {shown === at + 1 && sheet && content({ sheet, autosave, saving })}
                </TabPanel>
              ))}
            </TabPanels>
          </Tabs>
        </aside>
      </div>
      {saving.state === 'conflict' && (
        <ConflictDialog
          onDownload={() => void downloadMine()}
          onMine={() => void autosave.keepMine()}
          onTheirs={() => void sheet?.show(autosave.takeTheirs())}
        />
      )}
    </div>
  );
}

/** The diagram and the tables of a decision model; nothing where there is only one. */
function Views({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const views = useSyncExternalStore(sheet.onViews, sheet.views);
  if (views.length < 2) {
    return null;
  }
  return (
    <nav className="dsg-views" aria-label={t('documents.views')}>
      {views.map(({ id, name, isDiagram, isOpen }) => (
        <Button
          key={id}
          kind="ghost"
          size="sm"
          isSelected={isOpen}
          aria-current={isOpen}
          onClick={() => void sheet.open(id)}
        >
          {isDiagram ? t('documents.diagram') : name}
        </Button>
      ))}
    </nav>
  );
}
