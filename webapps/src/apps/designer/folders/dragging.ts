import { useState, type DragEvent } from 'react';

const KIND = 'application/x-flowmaster-process';

/** What a row needs so that its process can be dragged. */
export function dragged(id: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(KIND, id);
      event.dataTransfer.effectAllowed = 'move';
    },
  };
}

/** Whether files from outside are dragged, not a process of the list. */
export function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** What a folder needs so that a process can be dropped on it. */
export function useDropPlace(drop: (id: string) => void) {
  const [isOver, setOver] = useState(false);
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(KIND);
  return {
    isOver,
    place: {
      onDragOver: (event: DragEvent) => {
        if (isOurs(event)) {
          event.preventDefault();
          setOver(true);
        }
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (isOurs(event)) {
          event.preventDefault();
          drop(event.dataTransfer.getData(KIND));
        }
      },
    },
  };
}
