import { forgetSubscribers } from '#shared/actions/sign-up.ts'
import type { Integration } from '../integration.ts'
import { proofPath, serveProof } from '../visitor/proof.ts'
import { actByLink, showOwnPage } from './own-page.tsx'
import { sendSignUp, showSignUp } from './sign-up.tsx'

/** The public page of a mailing list, where anybody signs up and leaves. */
export const signUpPages: Integration = {
  name: 'signUp',
  isOn: ({ lists }) => lists.some(({ signUp }) => signUp === true),
  addRoutes: (app) => {
    app.get(proofPath, serveProof)
    app.get('/lists/confirm/:token', showOwnPage)
    app.post('/lists/confirm/:token', actByLink)
    app.get('/lists/:list', showSignUp)
    app.post('/lists/:list', sendSignUp)
  },
  publish: [],
  publishHourly: [forgetSubscribers],
}
