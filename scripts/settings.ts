import { run } from './run.ts'

// npm run settings: shows what can be set of the movement, and sets what movement.config.ts does not fix
await run(() => import('./settings/main.ts'))
