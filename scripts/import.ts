import { run } from './run.ts'

await run(() => import('./import/main.ts'))
