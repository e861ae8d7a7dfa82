export const en = {
  folders: {
    top: 'All processes',
    trail: 'Folder',
    folder: 'Folder',
    hint: 'Names separated by /, for example finance/payables. A new name makes a new folder; empty is the top.',
    move: 'Move {{name}} to a folder',
    doMove: 'Move',
    moved: '{{name}} lies in {{folder}}',
    everywhere: 'Found in all folders',
    empty: 'This folder is empty',
    emptyText: 'A folder disappears with the last process that is moved out of it.',
  },
};
