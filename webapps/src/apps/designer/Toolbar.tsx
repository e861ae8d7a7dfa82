import { Button, MenuButton, MenuItem } from '@carbon/react';
import { CenterToFit, Maximize, Redo, Undo, ZoomIn, ZoomOut } from '@carbon/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@shared/api/client';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { fit, type Canvas } from '@shared/bpmn/services';
import { useToasts } from '@shared/ui/Toasts';
import { download, downloadModel, downloadPng, downloadSvg } from './files';

export interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

const ZOOM_STEP = 1.25;

interface Props {
  modeler: BpmnModeler;
  id: string;
  fileName: string;
  flush: () => Promise<boolean>;
  onFullscreen: () => void;
}

/** Undo, zoom, full screen and export; each also has its key. */
export function Toolbar({ modeler, id, fileName, flush, onFullscreen }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [can, setCan] = useState({ undo: false, redo: false });
  const stack = modeler.get<CommandStack>('commandStack');
  const canvas = modeler.get<Canvas>('canvas');

  useEffect(() => {
    const look = () => setCan({ undo: stack.canUndo(), redo: stack.canRedo() });
    modeler.on('commandStack.changed', look);
    return () => modeler.off('commandStack.changed', look);
  }, [modeler, stack]);

  const tools = [
    { words: 'undo', icon: Undo, act: () => stack.undo(), off: !can.undo },
    { words: 'redo', icon: Redo, act: () => stack.redo(), off: !can.redo },
    { words: 'zoomIn', icon: ZoomIn, act: () => canvas.zoom(canvas.zoom() * ZOOM_STEP, 'auto') },
    { words: 'zoomOut', icon: ZoomOut, act: () => canvas.zoom(canvas.zoom() / ZOOM_STEP, 'auto') },
    { words: 'fit', icon: CenterToFit, act: () => fit(canvas) },
    { words: 'fullscreen', icon: Maximize, act: onFullscreen },
  ];

  const tried = (act: () => Promise<void>) => () => void act().catch(toasts.failed);

  async function zip() {
    await flush();
    const file = await body(
      api.GET('/processes/{id}/export', {
        params: { path: { id }, query: { format: 'zip' } },
        parseAs: 'blob',
      }),
    );
    download(`${fileName}.zip`, file as unknown as Blob);
  }

  return (
    <div className="dsg-toolbar" role="toolbar" aria-label={t('editor.tools')}>
      {tools.map(({ words, icon, act, off }) => (
        <Button
          key={words}
          hasIconOnly
          kind="ghost"
          size="sm"
          renderIcon={icon}
          iconDescription={t(`editor.${words}`)}
          tooltipPosition="bottom"
          disabled={off}
          onClick={act}
        />
      ))}
      <MenuButton kind="ghost" size="sm" label={t('editor.export')}>
        <MenuItem label="BPMN" onClick={tried(() => downloadModel(modeler, fileName))} />
        <MenuItem label="SVG" onClick={tried(() => downloadSvg(modeler, fileName))} />
        <MenuItem label="PNG" onClick={tried(() => downloadPng(modeler, fileName))} />
        <MenuItem label={t('editor.zip')} onClick={tried(zip)} />
      </MenuButton>
    </div>
  );
}
