import type { SheetText } from '../fr/sheet.ts'
import type { SheetRowProblem, UnreadableCode } from '../sheet-problem.ts'
import { readings } from './sheet-readings.ts'

const number = (n: number) => n.toLocaleString('en')
const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`
const names = (list: readonly string[]) =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`

const statuses = {
  new: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  doubled: 'doubled',
}

/** The importer. */
export const sheet: SheetText = {
  usage: `Import spreadsheets.

  npm run import -- groups.csv                shows what would change, and changes nothing
  npm run import -- groups.csv --apply        shows it, then does it

Several files at once, in any order: groups, campaigns, participations, trainings, activities, places.
CSV, LibreOffice (.ods) or Excel (.xlsx). Columns are recognised by their headings.

  --all              every line, instead of the first ones
  --as groups        what the sheet is, where we are not sure: groups, referents, places, members, languages…
                     (--as "Sheet 2=groups" for one tab)
  --means "A = B"    what a heading means: --means "Mail = Referent 1 email"
  --json             what is understood and would change, for a program
  --hidden           hidden tabs and rows too, and tabs of archives
  --template         an empty sheet to fill in, with its choices: npm run import -- --template groups.ods
                     (or .xlsx, or .csv)
  --columns          the headings of columns that we know
  --language fr      in French
  --remote           on Cloudflare’s database (docs/operations.md)
  DATA=folder        another database than the one in "data"

In detail: docs/importing.md`,
  columnsLead:
    'The headings of columns that we know, in capitals or not. Those that it takes have a star (*); 1 may be 2, 3…',
  unknownLanguage: (languages: readonly string[]) => `We do not know this language. We know: ${languages.join(', ')}.`,
  templateTab: 'Groups',
  templateWritten: (path: string) => `To fill in: ${path}\nThen: npm run import -- ${path}`,
  templateThere: (path: string) => `${path} is there already. Give another name.`,
  templateFormats: (formats: readonly string[]) =>
    `The template is written to a file that ends with ${names(formats)}.`,
  unknownKind: (kinds) => `--as says what a sheet is. One of: ${kinds.join(', ')}.`,
  meaningUnread: (said) => `--means "${said}": write --means "your heading = one that we know".`,
  meaningUnmet: (headings) =>
    `--means finds no such column: ${headings.join(', ')}. Write the column’s heading as the sheet has it.`,

  kinds: {
    places: 'places',
    campaigns: 'campaigns',
    groups: 'groups',
    referents: 'referents',
    participations: 'participations',
    trainings: 'trainings',
    activities: 'activities',
    languages: 'languages of people',
    members: 'members of mailing lists',
    rows: 'rows',
  },
  title: (title: string, kind: string, rows: string) => `${title}: ${kind}, ${rows}`,
  at: (line: string, column: string, words: string) => `${line}, ${column}: ${words}`,
  rows: (n: number, blank: number) => `${plural(n, 'row', 'rows')}${blank > 0 ? ` (and ${number(blank)} blank)` : ''}`,
  noRows: 'No row under the headings: nothing to import.',
  status: (_kind, status, n) => `${number(n)} ${statuses[status]}`,
  refused: (n: number) => plural(n, 'row refused', 'rows refused'),
  mailed: (n) =>
    `${plural(n, 'more person', 'more people')} will get the monthly mail, in a group that is active or starting.`,
  leftOutRows: (n) => plural(n, 'row that is no group', 'rows that are no groups'),
  leftOutTitle: 'Rows left out, since they are no groups',
  nonRows: { total: 'total', title: 'title', remark: 'remark', headings: 'headings again', nothing: 'nothing' },
  memberships: (n: number) => plural(n, 'referent', 'referents'),
  ignored: (headings: readonly string[]) => `Columns ignored: ${headings.join(', ')}`,
  repeated: (headings) => `Columns read where another one that says the same is empty: ${headings.join(', ')}`,
  unsure: (headings, { ofReferent, ofGroup }) =>
    `For you to say, nothing is taken of: ${headings.join(', ')}. Is it a referent’s${ofGroup === null ? '' : ', or the group’s'}?\n    ${ofReferent.join(' ')}${ofGroup === null ? '' : ` or else ${ofGroup}`}`,
  doubt: (title, kind) => `${title}: we take it for ${sheet.kinds[kind]}, but are not sure. We leave it alone.`,
  doubts: {
    people: 'Each row seems to be a person, not a group, by these headings',
    people_of_groups:
      'These are people of groups: referents, or members? We would write to the former only. By these headings',
    people_or_groups: 'The names may be of people or of groups. By these headings',
    places_or_groups: 'These may be towns or groups. By these headings',
    events_or_groups: 'These may be events or groups. By these headings',
    name_unsaid: 'No heading says which column names the group. It may be this one',
    past_title: 'By its title this may be of what was. If it is of today, say what it is',
  },
  because: (why, signs) => `${why}: ${signs}`,
  sayKind: (kind) => `If these are ${sheet.kinds[kind]}: --as ${kind}`,

  refusedTitle: (n: number) => plural(n, 'row refused', 'rows refused'),
  cellsTitle: (n: number) =>
    n === 1
      ? '1 cell to mend. It is left out, the rest of its row is taken'
      : `${number(n)} cells to mend. They are left out, the rest of their row is taken`,
  newTitle: () => 'New',
  changedTitle: () => 'Changed',
  arrives: 'arrives',
  line: (n: number) => `row ${n}`,
  lineAndMore: (n, more) => `row ${n} and ${number(more)} more`,
  lines: (list: readonly number[]) =>
    list.length > 8
      ? `rows ${list.slice(0, 6).join(', ')} and ${number(list.length - 6)} others`
      : `rows ${list.slice(0, -1).join(', ')} and ${list.at(-1)}`,
  quote: (value: string) => `“${value}”`,
  emptyCell: '(empty)',
  more: (n: number) => `… and ${number(n)} more: --all shows everything`,
  reason: (line: number, column: string, words: string) => `Row ${line}${column ? `, ${column}` : ''}: ${words}`,

  problem: (problem: SheetRowProblem): string => {
    switch (problem.code) {
      case 'group_unknown':
        return problem.near.length > 0
          ? `no group has this name. Is it ${names(problem.near)}?`
          : 'no group has this name'
      case 'group_ambiguous':
        return `several groups could be meant: ${problem.near.join(', ')}. Write the whole name`
      case 'campaign_unknown':
        return problem.near.length > 0
          ? `no campaign has this name. Is it ${names(problem.near)}?`
          : 'no campaign has this name. Add it to the sheet of campaigns'
      case 'name_taken':
        return problem.line > 0
          ? `row ${problem.line} has the same name elsewhere (${problem.town}): is it the same group? Correct the place, or give two groups two names`
          : `a group that we know has this name elsewhere (${problem.town}): is it the same? Correct the place, or give it another name`
      case 'row_too_long':
        return `${problem.cells} cells for ${problem.headings} headings: a separator is probably loose in a cell`
      case 'referent_without_email':
        return `without an email address we cannot write to ${problem.name}`
      case 'spreadsheet_error':
        return 'a formula of the spreadsheet failed here'
      case 'number_shortened':
        return 'the spreadsheet shortened this number, and its last digits are lost. Write it in full'
      case 'letters_lost':
        return 'letters were lost before us (�). Write the word in full'
      case 'email_slip':
        return `is this the address? It may be ${problem.meant}`
      case 'email_not_ascii':
        return 'this address has an accent, or another letter that few servers take. Check it'
      case 'several_people':
        return `several people in one cell: ${problem.names.join(', ')}. Give each their columns, with their address`
      case 'person_past':
        return `${problem.name} may not be a referent any more: nobody is taken from this cell`
      case 'person_struck':
        return `“${problem.name}” is struck through, at least in part: nobody is taken from this cell. Remove the line (or the ~~) if they are still a referent`
      case 'person_doubtful':
        return `who is this: “${problem.name}”? Write a referent’s name, or leave these cells empty`
      case 'person_refuses':
        return `“${problem.heading}” says that ${problem.name} is not to be written to, or cannot be: nobody is taken from this row. Empty that cell if they are still a referent`
      case 'struck':
        return `“${problem.name}” is struck through: nothing of this row is taken. Remove the line if the group is still there, or write how it does`
      case 'person_over':
        return `${problem.heading === '' ? 'this cell' : `“${problem.heading}”`} may say that ${problem.name} is no longer a referent: nobody is taken. Correct that cell if they still are`
      case 'group_differs':
        return `row ${problem.line} has this name and place, and says otherwise under “${problem.heading}”: one group, or two? Correct one of the rows, or give two groups two names`
      case 'person_unknown':
        return 'nobody we know has this address: add them as a referent first'
      case 'list_unknown':
        return `we have no list with this name. Lists: ${problem.near.join(', ')}`
      case 'left_list':
        return `this address left ${problem.list}, or wants no mails: a sheet does not put it back`
      case 'town_moved':
        return `we know this town ${number(problem.away)} km from there${problem.region === '' ? '' : `, in ${problem.region}`}. If this sheet is right about towns, say that it is one of places (--as places); it can be undone in the log`
      case 'day_order_unknown':
        return 'the day or the month first? This column has both. Example: 27 March 2026'
      case 'language_unknown':
        return 'we do not know this language. Example: fr, or French'
      case 'state_unknown':
        return `we do not understand this state: the group is taken as paused, and nobody there gets a mail. Say what it means: --means "${problem.heading} = this word = closed"`
      case 'person_left':
        return `${problem.name} left this group on ${problem.on}: a sheet does not put them back. If that is what you want, add them on the group’s page`
      case 'only_a_name':
        return 'a name, and nothing else: is it a group, or a title? Fill in another column if it is a group'
      case 'place_without_position':
        return 'neither latitude nor longitude, and we do not know this town'
    }
  },

  notes: {
    doubled: 'Doubled rows, merged into one',
    differs: 'Rows disagree: the first is kept',
    repaired: 'Zeros that the spreadsheet lost, put back',
    understood: 'Read so',
    mailbox: 'One address, several names: each group keeps its own, as the role',
    beyond: 'Several addresses or numbers for one person: the first is taken',
    called: 'Without an email address: to be called, we do not write to them',
    language: 'The language in which we will write to them',
    language_other: 'Read a language that the movement does not write in: nothing is noted',
    place_nearly: 'Placed at the town of nearly that name',
    place_unknown: 'Towns we do not find: these groups will have no point on the map',
    country_assumed: 'Towns of this name are in several of your countries: taken for the first',
    state_assumed: 'Without a state: taken as active',
    name_assumed: 'Referents without a name: we take the beginning of their address',
    no_referent: 'Groups without a referent: we will have nobody to write to',
    departed: 'Left this group, or asked to be erased: this sheet does not put them back',
  },
  readings,
  kept: (kept: string, other: string) => `kept ${kept}, left out ${other}`,

  legend: 'An empty cell erases nothing, and whoever is not in the sheet stays.',
  nothingTaken: 'Nothing to write. What is not taken is said above, with the reason.',
  nothingNew: 'Nothing new: all of it is there already.',
  preview: (command: string) => `Nothing was written. If you agree with all of it:\n\n  ${command}`,
  written: (counts: readonly string[]) => `Written: ${counts.join(', ')}.`,
  writtenRows: {
    places: (n: number) => plural(n, 'place', 'places'),
    campaigns: (n: number) => plural(n, 'campaign', 'campaigns'),
    made: (n: number) => plural(n, 'new group', 'new groups'),
    changed: (n: number) => plural(n, 'changed group', 'changed groups'),
    referents: (n: number) => plural(n, 'referent', 'referents'),
    activities: (n: number) => plural(n, 'activity', 'activities'),
    participations: (n: number) => plural(n, 'participation', 'participations'),
    trainings: (n: number) => plural(n, 'training', 'trainings'),
    languages: (n) => plural(n, 'language', 'languages'),
    members: (n) => plural(n, 'member of a list', 'members of lists'),
    rows: (n) => plural(n, 'other row', 'other rows'),
  },
  leftOut: (groups: readonly string[]) =>
    `Somebody saved ${plural(groups.length, 'group', 'groups')} during the import: ${groups.join(', ')}.\nWe left them as they are. Run the import again to see what differs.`,
  toMend: (files: readonly string[]) =>
    `What is left to mend is in ${files.join(', ')}.\nMend the cells in that file, then import it.`,

  unreadable: (code: UnreadableCode, detail: string): string => {
    switch (code) {
      case 'missing':
        return 'there is no such file.'
      case 'folder':
        return 'this is a folder. Name the files themselves.'
      case 'denied':
        return 'we are not allowed to read this file.'
      case 'empty':
        return 'this file is empty.'
      case 'too_large':
        return `this file is too large (${detail} MB at most). Cut it into several, each with its headings.`
      case 'binary':
        return 'this is not a spreadsheet. Export it as CSV, .ods or .xlsx.'
      case 'old_excel':
        return 'this is an old Excel file (.xls). Open it, and save it as .xlsx or CSV.'
      case 'damaged_excel':
        return 'this file is not a workbook, or it is damaged. Save it again as .ods, .xlsx or CSV.'
      case 'locked':
        return 'this workbook asks for a password. Save a copy of it without a password, and import that.'
      case 'numbers':
        return 'this is a Numbers file. Export it as .xlsx or CSV (File → Export).'
      case 'html':
        return 'this is a web page, whatever its name says. Open it in a spreadsheet program, and save it as .xlsx or CSV.'
      case 'only_hidden':
        return `all its tabs are hidden, or keep what is past: ${detail}. To read them all the same: --hidden`
      case 'unpacks_too_large':
        return `this workbook holds more than ${number(Number(detail))} MB once it is unpacked. Copy the rows that matter into a new file, and import that.`
      case 'too_many_parts':
        return `this workbook has more than ${number(Number(detail))} parts: tabs, pictures and the like. Copy the rows that matter into a new file, and import that.`
      case 'quote_open':
        return `a quote opens in row ${detail} and does not close within its cell: it would swallow the rows below. Take that quote out, and try again.`
      case 'too_many_columns':
        return `this sheet has more than ${number(Number(detail))} columns.`
      case 'too_many_rows':
        return `this sheet has more than ${number(Number(detail))} rows. Cut it into several.`
      case 'too_many_cells':
        return `this file has more than ${number(Number(detail))} cells. Cut it into several.`
      case 'too_much_text':
        return `the cells of this file hold more than ${number(Number(detail))} million characters. Cut it into several.`
      case 'headings_unknown':
        return `we recognise no sheet by these headings. We read: ${detail}\nIt takes at least, for example, "Group name" and "Town". All headings that we know: npm run import -- --columns\nYours can stay as they are: headings, in movement.config.ts, says what they mean (docs/importing.md).`
    }
  },
  unreadableEnd: 'Nothing was read or written.',
}
