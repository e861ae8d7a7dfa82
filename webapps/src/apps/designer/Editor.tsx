import { Button, InlineNotification } from '@carbon/react';
import { Edit } from '@carbon/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ProcessView } from '@shared/api/schema';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { useListedShortcuts, type ShortcutGroup } from '@shared/ui/shortcutList';
import { useShortcuts } from '@shared/ui/useShortcuts';
import { withChanges } from '@shared/ui/useUrlFilters';
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
import { PANELS, SidePanels, type PanelName } from './SidePanels';
import { StatusTag } from './StatusTag';
import { useTemplates } from './templates/useTemplates';
import { CommentsPanel } from './together/CommentsPanel';
import { PresentPeople } from './together/PresentPeople';
import { useChosenElement } from './together/useChosenElement';
import { useCommentBadges } from './together/useCommentBadges';
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

  const [chosen, go] = useChosenElement(modeler);
  const choose = useCallback(
    (panel: PanelName, element?: string) =>
      setParams((now) => withChanges(now, element ? { panel, element } : { panel }), { replace: true }),
    [setParams],
  );
  const openComments = useCommentBadges(
    id,
    modeler,
    useCallback((element: string) => choose('comments', element), [choose]),
  );

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

  return (
    <div className="dsg-editor" ref={frame}>
      <header className="dsg-head">
        <div className="fm-row dsg-head__name">
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
        <div className="fm-row dsg-head__tools">
          <PresentPeople id={id} />
          {modeler && (
            <Toolbar
              modeler={modeler}
              id={id}
              fileName={process.key ?? 'process'}
              flush={flush}
              onFullscreen={() => void toggleFullscreen(frame.current)}
            />
          )}
          <Button kind="ghost" size="sm" onClick={() => choose('findings')}>
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
        <SidePanels shown={shown} onChoose={choose} openComments={openComments} properties={properties}>
          {{
            outline: modeler && <OutlinePanel modeler={modeler} />,
            findings: (
              <FindingsPanel
                problems={problems}
                isChecking={findings.isFetching}
                failure={findings.error}
                retry={() => void findings.refetch()}
                onGo={go}
              />
            ),
            comments: modeler && <CommentsPanel id={id} modeler={modeler} chosen={chosen} onGo={go} />,
            versions: modeler && (
              <VersionsPanel id={id} draft={() => modelOf(modeler)} onRolledBack={() => void reload(modeler)} />
            ),
            files: <FilesPanel id={id} />,
            run: modeler && <RunPanel process={process} modeler={modeler} />,
          }}
        </SidePanels>
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
