import type { ScriptWords } from './fr.ts'

export const en: ScriptWords = {
  openRound: {
    opened: (month, mails) =>
      `The update of ${month} is open: ${mails === 1 ? '1 mail leaves' : `${mails.toLocaleString('en')} mails leave`} within a minute, if Relance is running.`,
    suppressed: (mails) =>
      mails === 1
        ? '1 person is not written to: their address must not get mail.'
        : `${mails.toLocaleString('en')} people are not written to: their addresses must not get mail.`,
    atNight: (from, until) =>
      `It is too late or too early to write to people (nothing leaves between ${from} and ${until}, nor on holidays): the mails wait.`,
    nobody:
      'There is nobody to write to: no active group has a referent.\nImport your groups first: npm run import -- groups.csv',
    alreadyOpen: (month) => `The update of ${month} is open already. There is nothing to do.`,
  },
  calendar: {
    title: (movement, zone) => `${movement}: the next mails (${zone} time)`,
    nothing: 'No mail is planned: the calendar has no month.',
    rung: {
      invitation: 'a new update opens, everybody gets a mail',
      reminder: 'a reminder to the groups that have not answered',
      last_call: 'the last message to the groups that have not answered',
      silent_groups: 'the list of silent groups, for the team',
    },
  },
  portTaken: (port) =>
    `Port ${port} is taken by another program, perhaps by a Relance that is already running.\nStop it, or choose another port: PORT=${port + 1} npm start`,
  portForbidden: (port) =>
    `The system does not let you use port ${port}: ports below 1024 are reserved.\nChoose a higher one, such as PORT=8787, and put a web server in front (docs/operations.md).`,
  hostUnknown: (host) =>
    `This machine does not have the address ${host}.\nHOST=127.0.0.1 is for this machine alone, HOST=0.0.0.0 for its whole network.`,
  folderTaken: (folder, pid) =>
    `Another Relance is working with the folder ${folder}${pid ? ` (process ${pid})` : ''}.\nTwo of them would damage the database: stop the other one, or give another folder with DATA=…`,
  folderNotWritable: (folder) =>
    `Nothing can be written in the folder ${folder}.\nGive yourself the right to write there, or give another folder with DATA=…`,
  diskFull: (folder) => `The disk that holds ${folder} is full.\nMake some room, then start again.`,
  secretDamaged: (file) =>
    `The file ${file} is damaged: it must hold at least 32 characters.\nPut it back from a backup; with a new one, the links of mails already sent no longer work.`,
  databaseNewer: (names) =>
    `This database was written by a newer Relance (it has ${names}).\nUpdate the code, or give another folder with DATA=…`,
  workerdFailed:
    'workerd, the program that runs the workers, did not start.\nIt needs Linux with glibc 2.35 or later (Debian 12, Ubuntu 22.04), macOS 13.5 or Windows. `npm ci` puts it back if it is incomplete.',
}
