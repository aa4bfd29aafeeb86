import type { DashboardContext } from './env.ts'
import { endSession } from './session.ts'

export function signOut(context: DashboardContext): Response {
  endSession(context)
  return context.redirect('/sign-in', 303)
}
