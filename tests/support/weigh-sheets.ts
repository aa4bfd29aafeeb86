import { readFileSync } from 'node:fs'
import movement from '#sample/movement.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { Unreadable } from '#shared/sheet/unreadable.ts'

// Reads the sheets of a file and says, as JSON, how that ended and how much memory the process took for it, in megabytes.

const [path = ''] = process.argv.slice(2)
const bytes = readFileSync(path)
const before = process.resourceUsage().maxRSS
const ending = await readSheets('bomb.xlsx', bytes, sheetKinds(movement)).then(
  (sheets) => sheets.map(({ rows }) => rows.length),
  (error: unknown) => (error instanceof Unreadable ? error.code : String(error)),
)
console.log(JSON.stringify({ ending, megabytes: Math.round((process.resourceUsage().maxRSS - before) / 1024) }))
