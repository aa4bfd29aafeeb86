import { dirname } from 'node:path'
import type { machineFr } from './fr.ts'

const day = (instant: Date) => instant.toLocaleDateString('en', { dateStyle: 'long' })

export const machineEn: typeof machineFr = {
  portTaken: (port) =>
    `Port ${port} is taken by another program, perhaps by a Relance that is already running.\nStop it, or choose another port: PORT=${port + 1} npm start`,
  portForbidden: (port) =>
    `The system does not let you use port ${port}: ports below 1024 are reserved.\nChoose a higher one, such as PORT=8787, and put a web server in front (docs/operations.md).`,
  hostUnknown: (host) =>
    `This machine does not have the address ${host}.\nHOST=127.0.0.1 is for this machine alone, HOST=0.0.0.0 for its whole network.`,
  folderTaken: (folder, pid) =>
    `Another Relance is working with the folder ${folder}${pid ? ` (process ${pid})` : ''}.\nTwo of them would damage the database: stop the other one, or give another folder with DATA=…`,
  folderNotWritable: (folder) =>
    `Nothing can be written in the folder ${folder}.\nGive yourself the right to write there, or choose another folder (that of the data is DATA=…).`,
  fileNotOurs: (file) =>
    `You may not read and write the file ${file}: it is read-only, or belongs to another user, often since a command was run as root.\nGive the whole folder to the user who runs Relance: sudo chown -R <user>: ${dirname(file)}`,
  pathTooLong: (folder) =>
    `The name of the folder ${folder} is too long for a database in it.\nChoose a shorter one with DATA=…, and move what is in it there.`,
  folderNotReadable: (folder) => `The folder ${folder} may not be read.\nDo this as the user to whom it belongs.`,
  diskFullNow: (folder) =>
    `The disk that holds ${folder} is full: pages are shown, and nothing can be kept or sent. Make some room; nothing has to be restarted.`,
  diskFull: (folder) => `The disk that holds ${folder} is full.\nMake some room, then start again.`,
  dataElsewhere: (folder, served) =>
    `There is no database in ${folder}, and the server keeps its data in ${served}.\nSay so to commands too, in .env: DATA=${served}\nFor a new one all the same: DATA=${folder}`,
  dataDiffers: (folder, served) =>
    `Working in ${folder}. The server last ran with ${served}: if you meant that, put DATA=${served} in .env.`,
  dataHidden: (folder) =>
    `The server works in another ${folder} than this one: a service has a /tmp of its own, and no /home. Choose a folder elsewhere for DATA, such as /srv/relance/data.`,
  databaseDamaged: (file, copy) =>
    `The database ${file} is damaged: it is not what Relance wrote. The disk may be failing, or something else wrote into it.\nNothing was changed. Put a copy back: ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <the folder of a backup>'}`,
  databaseDamagedNow: (file, copy) =>
    `The database ${file} is damaged: it is not what Relance wrote. The disk may be failing, or something else wrote into it. What is typed before it is stopped may be lost.\nStop Relance, then put a copy back: ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <the folder of a backup>'}`,
  databaseOther: (file, copy) =>
    `The database ${file} is damaged, or another version made it: its tables are not those of this one. Something took a part away, or it is from before the first release.\nNothing was changed. Put a copy back: ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <the folder of a backup>'}, or take the code back that it was made with.`,
  databaseMissing: (file, copy) =>
    `There is no database ${file}, or it is empty, but the secret beside it shows that there was one.\nPut a copy back: ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <the folder of a backup>'}\nTo begin anew, with nobody in it, take the file secret out of the folder.`,
  secretGone: (file) =>
    `The secret ${file} is missing, and LINK_SECRET is not set: without it the links that have left open nothing, and with another one none ever will again.\nPut it back from a backup, or set LINK_SECRET as before.\nTo go on without: npm run revoke-links -- --yes makes another one.`,
  secretOther: (file, copy) =>
    `The secret ${file} is not the one that the links were made with: with it none of those that have left opens, and no session or feed key goes on.\nPut it back from a backup (${copy ? `${copy}/secret` : 'the file secret in it'}), or set LINK_SECRET as before. Nothing was changed.\nTo end all of them for good: npm run revoke-links -- --yes`,
  clockBehind: (now, latest) =>
    `The clock of this machine says ${day(now)}, but the database already knows of ${day(latest)}.\nSet the clock (timedatectl), then start again. If it is right: npm start -- --clock-is-right`,
  clockAhead: (now, latest) =>
    `The clock of this machine says ${day(now)}, but the last thing that happened in the database was on ${day(latest)}. With a clock that is ahead, links expire, data is erased and mails are sent too early.\nIf the date is right: npm start -- --clock-is-right`,
  clockJumped: (now) =>
    `The clock of this machine has jumped, to ${day(now)}: nothing is sent and nothing is erased until it is right, or Relance is restarted.`,
  lockMended: (file) => `The file ${file} held something else than a lock, and nobody was using it: it is empty again.`,
  secretDamaged: (file) =>
    `The file ${file} is damaged: it must hold at least 32 characters.\nPut it back from a backup; with a new one, the links of mails already sent no longer work.`,
  argumentUnknown: (argument, options) =>
    `This command does not know "${argument}".${options.length > 0 ? ` It knows: ${options.join(', ')}.` : ''}`,
  optionNeeds: (option) => `${option} needs a value: ${option}=…`,
  optionTakesNone: (option) => `${option} takes no value.`,
  databaseNewer: (names) =>
    `This database was written by a newer Relance (it has ${names}).\nUpdate the code, or give another folder with DATA=…`,
  workerdFailed:
    'workerd, the program that runs the workers, did not start.\nIt needs Linux with glibc 2.35 or later (Debian 12, Ubuntu 22.04), macOS 13.5 or Windows. `npm ci` puts it back if it is incomplete.',
}
