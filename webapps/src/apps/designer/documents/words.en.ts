export const en = {
  documents: {
    opening: 'Opening the editor…',
    broken: {
      dmn: 'The decision model cannot be drawn',
      form: 'The form cannot be drawn',
    },
    brokenText: 'The file stays as it is, and can be edited as text. {{reason}}',
    noProperties: 'Properties belong to the diagram and its elements. Open the diagram and choose one.',
    views: 'Diagram and tables',
    diagram: 'Diagram',
    preview: 'Preview',
    values: 'What it would send',
    download: 'Download',
    backToProcess: 'Back to the process',
  },
};
