import fixed from '#sample/movement.config.ts'
import { run } from './run.ts'

// npm run screenshots: pictures of every page and mail, of the sample movement
await run(() => import('./screenshots/main.ts'), fixed)
