import { readArguments } from '#scripts/arguments.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { dataFolder } from '#scripts/local/paths.ts'
import { words } from '#scripts/text/text.ts'

export async function main(args: string[]): Promise<void> {
  readArguments(args, { usage: words.usage.migrate })
  const folder = dataFolder()
  const names = await withDatabase(folder, async (_db, { migrated }) => migrated)
  console.log(words.migrated(folder, names))
}
