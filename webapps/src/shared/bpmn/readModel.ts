import type { ModdleElement } from './services';
import { createViewer } from './viewerEngine';

interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: ModdleElement }>;
}

/** The model behind BPMN XML, not drawn; import it dynamically, as all that parses BPMN. */
export async function readModel(xml: string): Promise<ModdleElement> {
  const viewer = createViewer(document.createElement('div'));
  try {
    const { rootElement } = await viewer.get<Moddle>('moddle').fromXML(xml);
    return rootElement;
  } finally {
    viewer.destroy();
  }
}
