import { Button, InlineNotification } from '@carbon/react';
import { CenterToFit, ZoomIn, ZoomOut } from '@carbon/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './diagram.scss';
import { drawMarks, marked, type DiagramMarks } from './marks';
import type { Canvas, DiagramElement, ElementRegistry } from './services';
import { useViewer } from './useViewer';
import './words';

/** From here on drawing takes seconds, and the reader is asked first. */
const LARGE_CHARACTERS = 3_000_000;
const ZOOM_STEP = 1.25;

interface Props {
  /** BPMN 2.0 XML with its drawing. */
  xml: string;
  /** What the diagram shows, for who cannot see it. */
  label: string;
  /** What is drawn upon it; keep it stable between renders (memo), it is drawn anew when it changes. */
  marks?: DiagramMarks;
  /** The element that is shown as chosen. */
  selected?: string | null;
  /** Called with the element that is clicked, or chosen in the list; null beside all elements. */
  onSelect?: (id: string | null) => void;
  /** Any CSS length; 24rem when left out. */
  height?: string;
}

/** A BPMN diagram to look at, with tokens, incidents and heat, and the same as text. */
export function DiagramViewer({ xml, label, marks, selected, onSelect, height = '24rem' }: Props) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [allowed, setAllowed] = useState('');
  const wanted = xml.length < LARGE_CHARACTERS || allowed === xml;
  const drawing = useViewer(container, xml, wanted);
  const viewer = drawing.state === 'drawn' ? drawing.viewer : null;

  useEffect(() => (viewer && marks ? drawMarks(viewer, marks) : undefined), [viewer, marks]);

  useEffect(() => {
    if (!viewer || !selected || !viewer.get<ElementRegistry>('elementRegistry').get(selected)) {
      return;
    }
    const canvas = viewer.get<Canvas>('canvas');
    canvas.addMarker(selected, 'fm-selected');
    canvas.scrollToElement(selected);
    return () => canvas.removeMarker(selected, 'fm-selected');
  }, [viewer, selected]);

  useEffect(() => {
    if (!viewer || !onSelect) {
      return;
    }
    const clicked = ({ element }: { element: DiagramElement }) => {
      const target = element.labelTarget ?? element;
      onSelect(target.parent ? target.id : null);
    };
    viewer.on('element.click', clicked);
    return () => viewer.off('element.click', clicked);
  }, [viewer, onSelect]);

  const list = useMemo(
    () =>
      marks
        ? marked(marks, (id) => viewer?.get<ElementRegistry>('elementRegistry').get(id)?.businessObject.name || id)
        : [],
    [marks, viewer],
  );

  function zoom(factor: number | 'fit') {
    const canvas = viewer?.get<Canvas>('canvas');
    if (canvas) {
      canvas.zoom(factor === 'fit' ? 'fit-viewport' : canvas.zoom() * factor, 'auto');
    }
  }

  function pressed(event: KeyboardEvent) {
    const factor = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP, '0': 'fit' as const }[event.key];
    if (factor && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      zoom(factor);
    }
  }

  return (
    <div className="fm-diagram" role="group" aria-label={label} onKeyDown={pressed}>
      {!wanted && (
        <div className="fm-diagram__notice">
          <InlineNotification
            kind="warning"
            lowContrast
            hideCloseButton
            title={t('diagram.large')}
            subtitle={t('diagram.largeText', { size: (xml.length / 1_000_000).toFixed(1) })}
          />
          <Button kind="tertiary" size="sm" onClick={() => setAllowed(xml)}>
            {t('diagram.drawAnyway')}
          </Button>
        </div>
      )}
      {(drawing.state === 'notDrawn' || drawing.state === 'notRead') && (
        <InlineNotification
          kind={drawing.state === 'notRead' ? 'error' : 'info'}
          lowContrast
          hideCloseButton
          title={t('diagram.broken')}
          subtitle={
            drawing.state === 'notRead'
              ? t('diagram.notRead', { reason: drawing.reason })
              : t('diagram.notDrawn')
          }
        />
      )}
      <div
        className="fm-diagram__sheet"
        style={{ blockSize: height }}
        hidden={!wanted || drawing.state === 'notDrawn' || drawing.state === 'notRead'}
      >
        <div ref={container} className="fm-diagram__canvas" />
        {drawing.state === 'drawing' && <p className="fm-diagram__wait">{t('diagram.loading')}</p>}
        <div className="fm-diagram__tools">
          <Button hasIconOnly kind="ghost" size="sm" renderIcon={ZoomIn} iconDescription={t('diagram.zoomIn')} tooltipPosition="left" onClick={() => zoom(ZOOM_STEP)} />
          <Button hasIconOnly kind="ghost" size="sm" renderIcon={ZoomOut} iconDescription={t('diagram.zoomOut')} tooltipPosition="left" onClick={() => zoom(1 / ZOOM_STEP)} />
          <Button hasIconOnly kind="ghost" size="sm" renderIcon={CenterToFit} iconDescription={t('diagram.fit')} tooltipPosition="left" onClick={() => zoom('fit')} />
        </div>
      </div>
      {marks && (
        <details className="fm-diagram__text">
          <summary>{t('diagram.asText', { count: list.length })}</summary>
          {list.length === 0 && <p className="fm-hint">{t('diagram.nothingActive')}</p>}
          <ul>
            {list.map((element) => (
              <li key={element.id}>
                {onSelect ? (
                  <button type="button" aria-pressed={element.id === selected} onClick={() => onSelect(element.id)}>
                    {element.name}
                  </button>
                ) : (
                  element.name
                )}{' '}
                <span className="fm-hint">
                  {[
                    element.incidents > 0 && t('diagram.incidents', { count: element.incidents }),
                    element.tokens > 0 && t('diagram.tokens', { count: element.tokens }),
                    element.heat > 0 && t('diagram.heat', { count: element.heat }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
