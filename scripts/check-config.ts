import { run } from './run.ts'

// npm run check-config: says whether movement.config.ts is right
await run(() => import('./check-config/main.ts'))
