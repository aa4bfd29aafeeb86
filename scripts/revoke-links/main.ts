import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { replaceSecret } from '#scripts/local/folder.ts'
import { dataFolder } from '#scripts/local/paths.ts'
import { words } from '#scripts/text/text.ts'
import { revokeLinks } from '#shared/actions/revoke-links.ts'
import { countWaysIn } from '#shared/db/secret-mark.ts'

const options = { remote: { type: 'boolean' }, yes: { type: 'boolean' } } as const

export async function main(args: string[]): Promise<void> {
  const { values } = readArguments(args, { options, usage: words.revokeLinks.usage })
  const now = new Date()
  await onDatabase(values.remote === true, async (db) => {
    const found = await countWaysIn(db, now)
    if (!values.yes) return console.log(words.revokeLinks.sure(found))
    await revokeLinks({ db, actor: { kind: 'system' }, now })
    console.log(words.revokeLinks.done(found))
  })
  if (values.yes) console.log(await newSecret(values.remote === true))
}

/** What was derived from a secret that leaked can be derived again: it has to be another one. */
async function newSecret(isRemote: boolean): Promise<string> {
  if (isRemote) return words.revokeLinks.secretOfCloudflare
  if (process.env.LINK_SECRET) return words.revokeLinks.secretOfEnvironment
  await replaceSecret(dataFolder())
  return words.revokeLinks.secretReplaced
}
