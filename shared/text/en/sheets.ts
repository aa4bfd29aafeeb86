import type { sheets as sheetsInFrench } from '../fr/sheets.ts'
import { plural } from './count.ts'

export const sheets: typeof sheetsInFrench = {
  title: 'Bring a sheet',
  lead: 'Groups, referents, campaigns, trainings or activities, from a .csv, .ods or .xlsx file. You see first what it would change.',
  keeps: 'The file is kept nowhere: it travels with this page, and is gone when you close it.',
  template: 'No sheet yet? One to fill in:',
  templateFile: 'groups-to-fill-in',
  file: 'The sheet',
  fileHint: 'A .csv, .ods or .xlsx file, of 1.5 MB at most.',
  hidden: 'Read hidden tabs and rows too',
  look: 'See what it would change',
  off: 'On this server sheets are brought by a command',
  offBody:
    'Give the file to the person who administers Relance: the command is in the documentation (docs/importing.md).',
  fileMissing: 'Choose a file',
  tooLarge: 'This file is too large for the browser: cut it in two',
  previewTitle: 'What this sheet would change',
  previewLead: 'Nothing is written yet.',
  changedMeanwhile: 'What it would change is not the same any more',
  changedMeanwhileBody: 'Your choices, or a record, have changed since. This is what it would change now.',
  isKind: (title) => `What is in “${title}”?`,
  leaveOut: 'I do not know: leave it out',
  means: (heading) => `What does the column “${heading}” mean?`,
  nothing: 'nothing: leave it out',
  otherColumns: (n: number) =>
    plural(
      n,
      'column that we do not know: say what it means, or leave it out',
      'columns that we do not know: say what they mean, or leave them out',
    ),
  questions: 'For you to say',
  again: 'See with these choices',
  apply: 'Apply',
  nothingTaken: 'Nothing to apply for now. What is not taken is said below, with the reason.',
  nothingNew: 'All that this sheet says is known: nothing to apply.',
  refusedFile: 'Download the rows to mend',
  stateUnknown: 'we do not understand this state: the group is taken as paused, and nobody in it gets mail',
  tabsLeftOut: (tabs) => `Hidden or archived tabs, left out: ${tabs}`,
  rowsHidden: (n) => plural(n, 'hidden row, left out', 'hidden rows, left out'),
  more: (n) => `… and ${n.toLocaleString('en')} more`,
  doneTitle: 'The sheet is in',
  done: (made, changed) =>
    `${plural(made, 'group made', 'groups made')}, ${plural(changed, 'group changed', 'groups changed')}.`,
  undo: 'Each correction is in its group’s history, and can be taken back there for thirty days.',
  leftOut: (names) => `Corrected by somebody meanwhile, and left as they are: ${names.join(', ')}.`,
  another: 'Bring another sheet',
}
