import type { problem as problemInFrench } from '../fr/problem.ts'

export const problem: typeof problemInFrench = {
  page_unknown: {
    title: 'There is no such page',
    next: 'The address may be incomplete. Open the link of your mail again, or ask for a new one.',
  },
  link_unknown: {
    title: 'This link does not work',
    next: 'Your mail program may have cut it. You can get a new one at once.',
  },
  passed_over: {
    title: 'This link no longer works',
    next: 'It was good for a few days only, or the team stopped it. Ask whoever passed it on to you for another one, or write to us.',
  },
  link_expired: {
    title: 'This link no longer works',
    next: 'Links stop after a few weeks, so that nobody else uses them. You can get a new one at once.',
  },
  link_expired_since: {
    title: 'It is saved, and this link ends here',
    next: 'What you just sent has arrived. The link itself no longer works: to go on, get a new one.',
  },
  link_revoked: {
    title: 'This link was stopped',
    next: 'Somebody who had it, or the team, asked for it. You can get a new one.',
  },
  group_unknown: {
    title: 'This group is not one of yours',
    next: 'You may no longer be its referent. Go back to your groups, or write to us.',
  },
  group_merged: {
    title: 'Your group has just been merged with another',
    next: 'The team merged two groups that were the same one. Go back to your group: its page shows the merged record. Nothing was saved.',
  },
  section_unknown: { title: 'There is no such page', next: 'Go back to your group.' },
  page_stale: {
    title: 'This page is out of date',
    next: 'Go back, reload the page and start again. Nothing was saved.',
  },
  page_elsewhere: {
    title: 'This page comes from another site',
    next: 'We have saved nothing. Was it you, perhaps through a translated or a saved page? Then press here.',
  },
  too_many: {
    title: 'Too many attempts',
    next: 'We pause for safety: try again a little later. Nothing was saved this time.',
  },
  too_large: { title: 'That is too long', next: 'Go back and shorten what you wrote.' },
  request_unreadable: {
    title: 'We could not read this request',
    next: 'It may have been damaged on its way. Go back and try again. Nothing was saved.',
  },
  address_too_long: {
    title: 'This address is too long',
    next: 'It may have been copied wrongly. Go back and try again.',
  },
  headers_too_long: {
    title: 'Your browser sends too much at once',
    next: 'Clear the cookies of this site, then try again.',
  },
  method_unknown: { title: 'This page does not open this way', next: 'Open the link of your mail again.' },
  session_missing: { title: 'Please sign in first', next: 'We send you a link by mail: no password to remember.' },
  access_missing: {
    title: 'Use the team’s sign-in first',
    next: 'Reload this page: the sign-in (Cloudflare Access) opens first. If it does not, tell the person who runs Relance.',
  },
  access_unknown: {
    title: 'This address is not one of the team’s',
    next: 'The person who runs Relance can add it to the list of coordinators.',
  },
  session_elsewhere: {
    title: 'Another browser asked for this link',
    next: 'To be safe, a sign-in link opens in the browser that asked for it. Enter your address: we send another one for this browser.',
  },
  sign_in_used: {
    title: 'This link has been used',
    next: 'To be safe, a sign-in link works once. Enter your address: we send you another one.',
  },
  team_invitation_over: {
    title: 'This invitation is no longer valid',
    next: 'It was used, withdrawn, or is more than seven days old. If you are on the team, enter your address: a sign-in link is sent at once. Otherwise ask for a new invitation.',
  },
  factor_missing: {
    title: 'The code from your phone is missing',
    next: 'Nothing was done. Enter the code from your app, then try again.',
  },
  role_missing: {
    title: 'Your role does not open this page',
    next: 'Somebody who administers Relance can change it, or do it for you.',
  },
  sign_in_old: {
    title: 'Sign in again to confirm',
    next: 'To be safe, this needs a sign-in of the last ten minutes. Nothing was done.',
  },
  person_unknown: { title: 'We do not know this person', next: 'Search for them by name in the list of groups.' },
  acted_meanwhile: {
    title: 'This was already done',
    next: 'Somebody on the team, or you in another window, has just acted here. Nothing was done twice.',
  },
  campaign_unknown: { title: 'There is no such campaign', next: 'Go back to the list of campaigns.' },
  preview_nobody: {
    title: 'Nobody would get this mail',
    next: 'The group has no referent to write to, or is not one that we write to at each update.',
  },
  busy: {
    title: 'Too many people at once',
    next: 'Wait a minute, then try again. Nothing is lost: go back to find what you had typed.',
  },
  storage_full: {
    title: 'Nothing can be kept right now',
    next: 'The disk of this site is full, or cannot be written. What you typed was not kept: copy it, or go back to find it. Please tell the team: nothing can be corrected until there is room.',
  },
  storage_damaged: {
    title: 'The data cannot be read right now',
    next: 'The file that keeps it is damaged, or its disk is failing. What you typed was not kept: copy it, or go back to find it. Please tell the team: whoever runs this site has to put a copy back.',
  },
  fault: {
    title: 'This is our fault',
    next: 'Something went wrong on our side. Go back to find what you had typed, and try again in a few minutes.',
  },
  typedHint: 'Copy it, if you want to find it again.',
  kept: 'What you wrote is kept on this page.',
  typed: 'What you had typed',
  retry: 'Try again',
  myGroups: 'Back to my groups',
  newLink: 'Send me a new link',
  signIn: 'Send me a sign-in link',
}
