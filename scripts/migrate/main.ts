import { withDatabase } from '#scripts/local/database.ts'
import { dataFolder } from '#scripts/local/paths.ts'
import { words } from '#scripts/text/text.ts'

export const options: readonly string[] = []

export async function main(): Promise<void> {
  const folder = dataFolder()
  const names = await withDatabase(folder, async (_db, { migrated }) => migrated)
  console.log(words.migrated(folder, names))
}
