import type { ModelProblem } from '@shared/api/schema';
import type { ElementRegistry, Overlays, Services } from '@shared/bpmn/services';

const KIND = 'dsg-finding';

/** Errors keep a model from being published, warnings do not. */
export function bySeverity(problems: readonly ModelProblem[]) {
  return {
    errors: problems.filter((problem) => problem.severity === 'ERROR'),
    warnings: problems.filter((problem) => problem.severity !== 'ERROR'),
  };
}

/** Puts a note on each element at fault; the answer takes them away. */
export function drawFindings(
  services: Services,
  problems: readonly ModelProblem[],
  words: { error: string; warning: string },
): () => void {
  const overlays = services.get<Overlays>('overlays');
  const registry = services.get<ElementRegistry>('elementRegistry');
  const byElement = new Map<string, ModelProblem[]>();
  for (const problem of problems) {
    if (problem.elementId && registry.get(problem.elementId)?.parent) {
      byElement.set(problem.elementId, [...(byElement.get(problem.elementId) ?? []), problem]);
    }
  }
  for (const [element, found] of byElement) {
    const { errors, warnings } = bySeverity(found);
    const isError = errors.length > 0;
    const count = isError ? errors.length : warnings.length;
    const html = document.createElement('span');
    html.className = `dsg-finding dsg-finding--${isError ? 'error' : 'warning'}`;
    html.textContent = (isError ? words.error : words.warning) + (count > 1 ? ` ${count}` : '');
    html.title = found.map((problem) => problem.message).join('\n');
    overlays.add(element, KIND, { position: { top: -14, left: 4 }, html, show: { minZoom: 0.4 } });
  }
  return () => overlays.remove({ type: KIND });
}
