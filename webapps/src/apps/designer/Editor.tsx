import { Button, InlineNotification, Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { Edit } from '@carbon/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ProcessView } from '@shared/api/schema';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import type { Canvas, ElementRegistry } from '@shared/bpmn/services';
import { useListedShortcuts, type ShortcutGroup } from '@shared/ui/shortcutList';
import { useShortcuts } from '@shared/ui/useShortcuts';
import { bySeverity, drawFindings } from './findings';
import { ConflictDialog } from './ConflictDialog';
import { DetailsDialog } from './DetailsDialog';
import { draftStore, useFindings } from './draft.queries';
import { downloadModel } from './files';
import { FilesPanel } from './FilesPanel';
import { FindingsPanel } from './FindingsPanel';
import { OutlinePanel } from './OutlinePanel';
import { PublishDialog } from './PublishDialog';
import { RunPanel } from './RunPanel';
import { SaveStateText } from './SaveStateText';
import { StatusTag } from './StatusTag';
import { useTemplates } from './templates/useTemplates';
import { Toolbar } from './Toolbar';
import { useAutosave, useSavedModel } from './useAutosave';
import { modelOf, show, useModeler } from './useModeler';
import { VersionsPanel } from './VersionsPanel';

const KEYS: ShortcutGroup = {
  title: 'app.designer',
  keys: [
    ['Ctrl+Z', 'editor.undo'],
    ['Ctrl+Y', 'editor.redo'],
    ['Ctrl+S', 'editor.saveNow'],
  ],
};
const PANELS = ['properties', 'outline', 'findings', 'versions', 'files', 'run'] as const;

/** The modeler with everything about the process beside it. */
export function Editor({ process, etag }: { process: ProcessView; etag: string | undefined }) {
  const { t } = useTranslation();
  const id = process.id ?? '';
  const { autosave, saving } = useAutosave(draftStore(id), { xml: process.bpmnXml ?? '', etag });
  const flush = useCallback(() => autosave.flush(), [autosave]);
  const { canvas, properties, opened } = useModeler(process.bpmnXml ?? '', flush);
  const modeler = opened.state === 'open' ? opened.modeler : null;
  const frame = useRef<HTMLDivElement>(null);
  const [params, setParams] = useSearchParams();
  const shown = PANELS.find((name) => name === params.get('panel')) ?? 'properties';
  const [dialog, setDialog] = useState<'publish' | 'details' | null>(null);

  useSavedModel(modeler, autosave);
  useTemplates(id, modeler);

  const findings = useFindings(id, saving.saves);
  const problems = useMemo(() => findings.data?.problems ?? [], [findings.data]);
  const { errors, warnings } = bySeverity(problems);
  useEffect(
    () =>
      modeler
        ? drawFindings(modeler, problems, { error: t('editor.error'), warning: t('editor.warning') })
        : undefined,
    [modeler, problems, t],
  );

  useListedShortcuts(KEYS);
  useShortcuts({ 'Ctrl+s': () => void autosave.flush() });

  // Somebody may choose a finding before the diagram is drawn: it is gone to then.
  const [wanted, setWanted] = useState<{ elementId: string } | null>(null);
  useEffect(() => {
    const element = wanted && modeler?.get<ElementRegistry>('elementRegistry').get(wanted.elementId);
    if (modeler && element) {
      modeler.get<{ select(element: unknown): void }>('selection').select(element);
      modeler.get<Canvas>('canvas').scrollToElement(element);
    }
  }, [modeler, wanted]);

  async function saved(from: BpmnModeler): Promise<string> {
    if (!(await autosave.flush())) {
      throw autosave.current().problem ?? new Error(autosave.current().state);
    }
    return modelOf(from);
  }

  async function reload(into: BpmnModeler) {
    const draft = await draftStore(id).read();
    autosave.restart(draft);
    await show(into, draft.xml);
  }

  function choose(next: number) {
    setParams({ panel: PANELS[next] ?? 'properties' }, { replace: true });
  }

  return (
    <div className="dsg-editor" ref={frame}>
      <header className="dsg-head">
        <div className="fm-row">
          <Link to="/designer" className="cds--link">
            {t('designer.processes')}
          </Link>
          <h1>{process.name}</h1>
          <Button
            hasIconOnly
            kind="ghost"
            size="sm"
            renderIcon={Edit}
            iconDescription={t('editor.details')}
            tooltipPosition="bottom"
            onClick={() => setDialog('details')}
          />
          <StatusTag process={process} />
          <SaveStateText saving={saving} onSave={() => void autosave.flush()} />
        </div>
        <div className="fm-row">
          {modeler && (
            <Toolbar
              modeler={modeler}
              id={id}
              fileName={process.key ?? 'process'}
              flush={flush}
              onFullscreen={() => void toggleFullscreen(frame.current)}
            />
          )}
          <Button kind="ghost" size="sm" onClick={() => choose(PANELS.indexOf('findings'))}>
            {t('editor.errorCount', { count: errors.length })}, {t('editor.warningCount', { count: warnings.length })}
          </Button>
          <Button size="sm" disabled={!modeler} onClick={() => setDialog('publish')}>
            {t('editor.publish')}
          </Button>
        </div>
      </header>
      {opened.state === 'broken' && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t('diagram.broken')}
          subtitle={t('diagram.notRead', { reason: opened.reason })}
        />
      )}
      <div className="dsg-body">
        <div className="dsg-canvas" ref={canvas} aria-label={t('editor.canvas')} role="application">
          {opened.state === 'opening' && <p className="fm-diagram__wait">{t('diagram.loading')}</p>}
        </div>
        <aside className="dsg-side" aria-label={t('editor.panels')}>
          <Tabs selectedIndex={PANELS.indexOf(shown)} onChange={({ selectedIndex }) => choose(selectedIndex)}>
            <TabList aria-label={t('editor.panels')}>
              {PANELS.map((name) => (
                <Tab key={name}>{t(`editor.panel.${name}`)}</Tab>
              ))}
            </TabList>
            <TabPanels>
              <TabPanel className="dsg-properties">
                <div ref={properties} />
              </TabPanel>
              <TabPanel>{shown === 'outline' && modeler && <OutlinePanel modeler={modeler} />}</TabPanel>
              <TabPanel>
                <FindingsPanel
                  problems={problems}
                  isChecking={findings.isFetching}
                  failure={findings.error}
                  retry={() => void findings.refetch()}
                  onGo={(elementId) => setWanted({ elementId })}
                />
              </TabPanel>
              <TabPanel>
                {shown === 'versions' && modeler && (
                  <VersionsPanel id={id} draft={() => modelOf(modeler)} onRolledBack={() => void reload(modeler)} />
                )}
              </TabPanel>
              <TabPanel>{shown === 'files' && <FilesPanel id={id} />}</TabPanel>
              <TabPanel>{shown === 'run' && modeler && <RunPanel process={process} modeler={modeler} />}</TabPanel>
            </TabPanels>
          </Tabs>
        </aside>
      </div>
      {dialog === 'details' && <DetailsDialog process={process} onClose={() => setDialog(null)} />}
      {dialog === 'publish' && modeler && (
        <PublishDialog
          process={process}
          errors={errors.length}
          saved={() => saved(modeler)}
          onClose={() => setDialog(null)}
        />
      )}
      {saving.state === 'conflict' && modeler && (
        <ConflictDialog
          onDownload={() => void downloadModel(modeler, process.key ?? 'process')}
          onMine={() => void autosave.keepMine()}
          onTheirs={() => void show(modeler, autosave.takeTheirs())}
        />
      )}
    </div>
  );
}

function toggleFullscreen(frame: HTMLElement | null): Promise<void> | undefined {
  return document.fullscreenElement ? document.exitFullscreen() : frame?.requestFullscreen();
}
