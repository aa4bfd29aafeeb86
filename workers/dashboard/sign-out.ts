import { accessOf } from './access.ts'
import type { DashboardContext } from './env.ts'
import { endSession } from './session.ts'

export function signOut(context: DashboardContext): Response {
  endSession(context)
  // Access ends its own sessions, at an address of its own on every host that it guards
  return context.redirect(accessOf(context) ? '/cdn-cgi/access/logout' : '/sign-in', 303)
}
