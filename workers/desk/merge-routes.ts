import type { Hono } from 'hono'
import type { DeskApp } from './env.ts'
import { findDouble } from './find-double.tsx'
import { mergeTwoGroups, showMerge } from './merge-groups.tsx'
import { mergeTwoPeople, showPeopleMerge } from './merge-people.tsx'
import { showMergedHistory } from './merged-history.tsx'
import { movePerson, showMove } from './move-person.tsx'
import { findPersonDouble } from './person-doubles.tsx'
import { requireRole } from './sign-in-guard.ts'

/** What is registered twice is made one, and who is in the wrong group is moved: before the routes of a group's sections, which take any word. */
export function addMergeRoutes(app: Hono<DeskApp>): void {
  const acts = requireRole({ role: 'acts' })
  app.get('/groups/:uid/merge', acts, findDouble)
  app.get('/groups/:uid/merge/:other', acts, showMerge)
  app.post('/groups/:uid/merge/:other', acts, mergeTwoGroups)
  app.get('/groups/:uid/merged/:other', acts, showMergedHistory)
  app.get('/people/:uid/move/:group', acts, (context) => showMove(context))
  app.post('/people/:uid/move/:group', acts, movePerson)
  // A person is one in all of their groups
  const everywhere = requireRole({ role: 'acts', everywhere: true })
  app.get('/people/:uid/merge', everywhere, findPersonDouble)
  app.get('/people/:uid/merge/:other', everywhere, showPeopleMerge)
  app.post('/people/:uid/merge/:other', everywhere, mergeTwoPeople)
}
