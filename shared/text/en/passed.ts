import type { passed as passedInFrench } from '../fr/passed.ts'

export const passed: typeof passedInFrench = {
  lead: 'Here is what we know of the group. Correct what has changed: its referents are told.',
  about: (by, day, time) =>
    `This link was passed on to you by ${by}. It opens this record only, without anybody’s name, phone or address, until ${day} at ${time}.`,
  allRight: (by) => `Everything is correct? Tell ${by}: there is nothing else to do.`,
  saved: 'It is saved. Thank you!',
  desk: {
    title: 'A link to pass on',
    lead: 'For people who do not read their mail: a link to send by message. It opens this group’s record for 48 hours, without its people and how to reach them. What is corrected is written down as “by a link that you passed on”, and the referents are told.',
    make: 'Make a link',
    makeFor: (name) => `Make a link for ${name}`,
    made: 'Here is the link',
    once: (day, time) => `It is shown once: copy it now. It works until ${day} at ${time}.`,
    messageLabel: 'Message to copy',
    linkLabel: 'The link alone',
    sms: 'Open in my messages',
    message: ({ to, group, url, from, movement }) =>
      `Hello${to === null ? '' : ` ${to}`}, can you check the record of ${group}? It takes a minute, without a password: ${url} The link works for 48 hours. ${from}, ${movement}`,
    listed: 'Links that work',
    none: 'None yet.',
    line: (by, to, day, time) => `Passed on by ${by}${to === null ? '' : ` to ${to}`}, until ${day} at ${time}`,
    stop: 'Stop this link',
  },
}
