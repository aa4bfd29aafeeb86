import { run } from './run.ts'

// npm run second-factor: takes the second factor of somebody of the team away who lost their phone and their recovery codes
await run(() => import('./second-factor/main.ts'))
