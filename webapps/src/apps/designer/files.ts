import type { BpmnModeler } from '@shared/bpmn/modeler';
import { modelOf } from './useModeler';

/** Hands a file to the person. */
export function download(name: string, content: Blob | string, type = 'application/xml'): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export async function downloadModel(modeler: BpmnModeler, key: string): Promise<void> {
  download(`${key}.bpmn`, await modelOf(modeler));
}

export async function downloadSvg(modeler: BpmnModeler, key: string): Promise<void> {
  const { svg } = await modeler.saveSVG();
  download(`${key}.svg`, svg, 'image/svg+xml');
}

const PNG_SCALE = 2;

export async function downloadPng(modeler: BpmnModeler, key: string): Promise<void> {
  const { svg } = await modeler.saveSVG();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const sheet = document.createElement('canvas');
    sheet.width = image.width * PNG_SCALE;
    sheet.height = image.height * PNG_SCALE;
    const pen = sheet.getContext('2d');
    if (!pen) {
      throw new Error('This browser cannot draw pictures.');
    }
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.drawImage(image, 0, 0, sheet.width, sheet.height);
    const picture = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
    if (!picture) {
      throw new Error('The picture is too large for this browser.');
    }
    download(`${key}.png`, picture);
  } finally {
    URL.revokeObjectURL(url);
  }
}
