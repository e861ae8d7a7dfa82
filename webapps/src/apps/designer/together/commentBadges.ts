import type { ElementRegistry, Overlays, Services } from '@shared/bpmn/services';

const KIND = 'dsg-comments';

/** Puts a button with the number of open comments on each element; the answer takes them away. */
export function drawComments(
  services: Services,
  counts: ReadonlyMap<string, number>,
  words: (count: number, name: string) => string,
  open: (element: string) => void,
): () => void {
  const overlays = services.get<Overlays>('overlays');
  const registry = services.get<ElementRegistry>('elementRegistry');
  for (const [id, count] of counts) {
    const element = registry.get(id);
    if (element?.parent) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'dsg-comment-badge';
      button.textContent = String(count);
      button.title = words(count, element.businessObject.name || id);
      button.setAttribute('aria-label', button.title);
      button.addEventListener('click', () => open(id));
      overlays.add(id, KIND, { position: { top: -14, right: 10 }, html: button, show: { minZoom: 0.4 } });
    }
  }
  return () => overlays.remove({ type: KIND });
}
