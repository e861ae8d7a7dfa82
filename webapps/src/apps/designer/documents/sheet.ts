/** Where an editor puts itself into the page. */
export interface Places {
  canvas: HTMLElement;
  properties: HTMLElement;
}

/** One of several things in a file that can be opened, for example a table of a decision model. */
export interface SheetView {
  id: string;
  name: string;
  isDiagram: boolean;
  isOpen: boolean;
}

/** An editor of one file, whatever it draws. */
export interface Sheet {
  /** The file's text as it is drawn now. */
  read(): Promise<string>;
  show(text: string): Promise<void>;
  undo(): void;
  redo(): void;
  /** Hears each change that a person makes. */
  onChange(changed: () => void): void;
  /** The same array until the views change; empty when there is only one. */
  views(): readonly SheetView[];
  onViews(changed: () => void): () => void;
  open(view: string): Promise<void>;
  destroy(): void;
}

export type SheetKind = 'dmn' | 'form';

/** Loads the editor of the kind, which is heavy, and puts it into the page. */
export async function createSheet(kind: SheetKind, places: Places): Promise<Sheet> {
  return kind === 'dmn'
    ? (await import('./dmnSheet')).createDmnSheet(places)
    : (await import('./formSheet')).createFormSheet(places);
}
