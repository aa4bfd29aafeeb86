import { forgetEnquiries } from '#shared/actions/forget-enquiries.ts'
import { publishPublicGroups } from '#shared/actions/publish-groups.ts'
import type { Integration } from '../integration.ts'
import { proofPath, serveProof } from '../visitor/proof.ts'
import { sendContact, showContact } from './contact.tsx'
import { answeredByLink, confirmByLink, showAnswered, showConfirm } from './enquiry-links.tsx'
import { showCard } from './show-card.tsx'
import { showFind } from './show-find.tsx'

/** The page on which visitors of the movement's site find a group near them. */
export const findPages: Integration = {
  name: 'find',
  isOn: ({ feeds }) => feeds.find === 'public',
  addRoutes: (app) => {
    app.get('/find', showFind)
    app.get(proofPath, serveProof)
    app.get('/find/confirm/:token', showConfirm)
    app.post('/find/confirm/:token', confirmByLink)
    app.get('/find/answered/:token', showAnswered)
    app.post('/find/answered/:token', answeredByLink)
    app.get('/find/:group', showCard)
    app.get('/find/:group/contact', showContact)
    app.post('/find/:group/contact', sendContact)
  },
  publish: [publishPublicGroups],
  forgets: [forgetEnquiries],
}
