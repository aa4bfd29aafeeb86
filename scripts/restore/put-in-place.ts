import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nameAt } from '#scripts/backup/copy-folder.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { writable } from '#scripts/local/writable.ts'

/** Puts a draft in the place of a folder's database and secret. What was there is kept in a folder beside; gives its path, null when nothing was. */
export function putInPlace(draft: string, folder: string, secret: string | null, now: Date): Promise<string | null> {
  return writable(folder, async () => {
    const kept = join(folder, `replaced-${nameAt(now)}`)
    const names = ['relance.sqlite', 'relance.sqlite-wal', 'relance.sqlite-shm', 'forgotten', 'secret']
    const there = names.filter((name) => existsSync(join(folder, name)))
    if (there.length > 0) await mkdir(kept, { recursive: true, mode: 0o700 })
    for (const name of there) await rename(join(folder, name), join(kept, name))
    if (secret && !process.env.LINK_SECRET) await writeFile(join(folder, 'secret'), `${secret}\n`, { mode: 0o600 })
    // Last: a folder with a secret and no database begins nothing anew
    await rename(databaseFile(draft), databaseFile(folder))
    return there.length > 0 ? kept : null
  })
}
