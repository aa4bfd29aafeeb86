import { run } from './run.ts'

// npm run deploy: the workers to Cloudflare; with --dry-run, only what would be sent
await run(() => import('./deploy/main.ts'))
