import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '#scripts/local/paths.ts'

// `npm run fuzz -- --requests 100000 --seed 7`, at length what `npm test` does briefly; `--block 12` begins with what was found in block 12

const { values } = parseArgs({
  options: { requests: { type: 'string' }, seed: { type: 'string' }, block: { type: 'string' } },
})
const { requests = '10000', seed = '1', block = '0' } = values
const child = spawn(join(root, 'node_modules/.bin/vitest'), ['run', 'tests/fuzz/fuzz.test.ts', '--reporter=verbose'], {
  cwd: root,
  env: { ...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed, FUZZ_BLOCK: block },
  stdio: 'inherit',
})
const [code] = (await once(child, 'exit')) as [number | null]
process.exitCode = code ?? 1
