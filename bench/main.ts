import { benchForm } from './form.ts'
import { benchHosts } from './hosts.ts'
import { benchImport } from './import.ts'
import { benchMemory } from './memory.ts'
import { benchSize } from './size.ts'
import { benchStart } from './start.ts'

// What it costs to run Relance, each figure beside a floor of the same run on the same machine:
//   npm run bench [form|memory|start|hosts|size|import …]
// npm run bench:dashboard has the dashboard's pages, on the sample network and on a huge one.

const benches: Readonly<Record<string, () => Promise<void>>> = {
  form: benchForm,
  memory: benchMemory,
  start: benchStart,
  hosts: benchHosts,
  size: benchSize,
  import: benchImport,
}

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name}`)
  await bench()
}
