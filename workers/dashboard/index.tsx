import { Hono } from 'hono'
import type { DashboardEnv } from './env.ts'

const app = new Hono<{ Bindings: DashboardEnv }>()

app.get('/dashboard', (context) => context.text('Relance'))

export default app
