import { Hono } from 'hono'
import type { FormsEnv } from './env.ts'

const app = new Hono<{ Bindings: FormsEnv }>()

app.get('/', (context) => context.text('Relance'))

export default app
