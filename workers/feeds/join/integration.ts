import { forgetRegistrations } from '#shared/actions/forget-registrations.ts'
import type { Integration } from '../integration.ts'
import { proofPath, serveProof } from '../visitor/proof.ts'
import { confirmRegisteredByLink, showRegistrationLink } from './confirm.tsx'
import { sendRegistration, showRegistration } from './register.tsx'

/** The page on which a new group registers itself. */
export const joinPages: Integration = {
  name: 'join',
  isOn: ({ feeds }) => feeds.join === 'public',
  addRoutes: (app) => {
    app.get('/join', showRegistration)
    app.post('/join', sendRegistration)
    app.get('/join/confirm/:token', showRegistrationLink)
    app.post('/join/confirm/:token', confirmRegisteredByLink)
    app.get(proofPath, serveProof)
  },
  publish: [],
  forgets: [forgetRegistrations],
}
