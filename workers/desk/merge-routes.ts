import type { Hono, MiddlewareHandler } from 'hono'
import type { DeskApp } from './env.ts'
import { findDouble } from './find-double.tsx'
import { mergeTwoGroups, showMerge } from './merge-groups.tsx'
import { showMergedHistory } from './merged-history.tsx'

/** What is registered twice is made one: before the routes of a group's sections, which take any word. */
export function addMergeRoutes(app: Hono<DeskApp>, acts: MiddlewareHandler<DeskApp>): void {
  app.get('/groups/:uid/merge', acts, findDouble)
  app.get('/groups/:uid/merge/:other', acts, showMerge)
  app.post('/groups/:uid/merge/:other', acts, mergeTwoGroups)
  app.get('/groups/:uid/merged/:other', acts, showMergedHistory)
}
