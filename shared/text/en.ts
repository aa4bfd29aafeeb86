import { addresses } from './en/addresses.ts'
import { bulk } from './en/bulk.ts'
import { calls } from './en/calls.ts'
import { chat } from './en/chat.ts'
import { plural } from './en/count.ts'
import { dashboard } from './en/dashboard.ts'
import { desk } from './en/desk.ts'
import { factor } from './en/factor.ts'
import { feeds } from './en/feeds.ts'
import { find } from './en/find.ts'
import { form } from './en/form.ts'
import { givenBack } from './en/given-back.ts'
import { groupTable } from './en/group-table.ts'
import { history } from './en/history.ts'
import { invited } from './en/invited.ts'
import { join } from './en/join.ts'
import { keys } from './en/keys.ts'
import { hand, newLink, notMe, signIn, unsubscribe } from './en/links.ts'
import { me } from './en/me.ts'
import { merge } from './en/merge.ts'
import { month } from './en/month.ts'
import { notes } from './en/notes.ts'
import { papers } from './en/papers.ts'
import { membership } from './en/part-ways.ts'
import { passed } from './en/passed.ts'
import { problem } from './en/problem.ts'
import { settings } from './en/settings.ts'
import { sheet } from './en/sheet.ts'
import { sheets } from './en/sheets.ts'
import { signUp } from './en/sign-up.ts'
import { start } from './en/start.ts'
import { team } from './en/team.ts'
import { testMail } from './en/test-mail.ts'
import { unreached } from './en/unreached.ts'
import { commonPhones, type FieldProblem } from './field-problem.ts'
import type { Text } from './fr.ts'

/** Every word a person reads that is not a field's own label, in English. */
export const en: Text = {
  dashboard,
  desk,
  calls,
  month,
  notes,
  papers,
  settings,
  sheet,
  sheets,
  groupTable,
  fieldProblem: (problem: FieldProblem): string => {
    const { examples = [] } = problem
    const [phone = '', foreign = ''] = examples.length > 1 ? examples : commonPhones
    switch (problem.code) {
      case 'as_said':
        return problem.said?.en ?? ''
      case 'required':
        return 'please fill this in'
      case 'too_long':
        return `too long, ${plural(problem.limit ?? 0, 'character', 'characters')} at most`
      case 'email_invalid':
        return 'write one address, in full, without spaces, accents or commas. Example: camille@example.org'
      case 'phone_invalid':
        return `write one number, in full, and no other words. Example: ${phone}, or ${foreign} for another country`
      case 'url_invalid':
        return 'this does not look like a site’s address. Example: https://example.org'
      case 'url_not_https':
        return 'it must begin with https://, so that nobody reads along the way'
      case 'url_private':
        return 'this address leads to the machine of Relance or its network. Whoever runs Relance can allow it (WEBHOOKS_PRIVATE)'
      case 'postcode_invalid':
        return examples[0] ? `this is not a postal code. Example: ${examples[0]}` : 'this is not a postal code'
      case 'day_unreadable':
        return 'we could not read this date. Example: 27/03/2026 (day first)'
      case 'day_impossible':
        return problem.suggestion
          ? `write the day before the month: ${problem.suggestion}`
          : 'no calendar has this date. Example: 27/03/2026 (day first)'
      case 'day_needs_year':
        return 'add the year, so that we can be sure. Example: 3 May 2026'
      case 'day_needs_day':
        return 'add the day, even roughly. Example: 3 May 2026'
      case 'day_needs_month':
        return 'add at least the month. Example: March 2019'
      case 'day_has_time':
        return `write the day alone, without the time: ${problem.suggestion ?? ''}`
      case 'day_several':
        return 'write one day, the first. Example: 3 May 2026'
      case 'left_empty':
        return 'leave it empty if you do not know, or if there is none'
      case 'day_other_weekday':
        return `that is another day of the week: ${problem.said?.en ?? ''}. Is it the right day?`
      case 'day_order':
        return `we read the day first: ${problem.said?.en ?? ''}. Is it the right day?`
      case 'day_far':
        return `is this year right${problem.said ? `: ${problem.said.en}` : ''}?`
      case 'day_to_come':
        return `this date is still to come: ${problem.said?.en ?? ''}. Is it the right one?`
      case 'number_large':
        return `is it really ${problem.said?.en ?? ''}?`
      case 'number_grown':
        return `is it really ${problem.said?.en ?? ''}? It was ${problem.before?.en ?? ''} before`
      case 'postcode_nowhere':
        return `no town has the code ${problem.said?.en ?? ''}. Is it the right one?`
      case 'phone_odd':
        return `${problem.said?.en ?? ''} does not look like a real number. Is it the right one?`
      case 'email_slip':
        return `is it really ${problem.said?.en ?? ''}, or rather ${problem.suggestion ?? ''}?`
      case 'town_unknown':
        return `we do not know “${problem.said?.en ?? ''}”. Is it rather ${problem.suggestion ?? ''}?`
      case 'ending_unknown':
        return `we know of no address that ends in “${problem.suggestion ?? ''}”. Is it the right one?`
      case 'day_past':
        return 'this day has passed'
      case 'day_future':
        return 'this day has not come yet'
      case 'number_unreadable':
        return problem.suggestion
          ? `write one number, in figures, even roughly. For example ${problem.suggestion}`
          : 'write a number, in figures. Example: 30'
      case 'options_few':
        return 'write two answers at least, one a line, and twelve at most'
      case 'options_differ':
        return 'write as many answers as in the other language, in the same order'
      case 'number_too_large':
        return `this number is too large, ${(problem.limit ?? 0).toLocaleString('en')} at most`
      case 'choice_unknown':
        return `choose one of these: ${(problem.options ?? []).map(({ en }) => en).join(', ')}`
      case 'yes_no_unreadable':
        return 'answer yes or no'
      case 'duplicate':
        return 'already written elsewhere on this page'
      case 'name_taken':
        return 'another group of this place has this name already'
      case 'elsewhere':
        return 'this is not in your regions, or we do not know where it is'
      case 'name_misleading':
        return 'write it without an address (site, mail, phone) or an order such as “click here”, since our mails repeat it'
      case 'emptied':
        return 'everything is empty, tick the box to take this off'
      case 'many_at_once':
        return `that is more than ${(problem.limit ?? 0).toLocaleString('en')} new ones at once. Copy the last ones somewhere, empty them here and save; then add them`
      case 'many_in_day':
        return `that is more than ${(problem.limit ?? 0).toLocaleString('en')} new ones from you in a day. Copy the last ones somewhere and add them tomorrow; or write to us, we can take a whole spreadsheet`
      case 'list_full':
        return `this list holds ${(problem.limit ?? 0).toLocaleString('en')} at most. Take off what is of no use any more, or write to us`
      case 'much_in_day':
        return 'that is a lot of text for one day. Copy it somewhere and go on tomorrow, or write to us'
      case 'many_notes':
        return `you have sent us ${(problem.limit ?? 0).toLocaleString('en')} notes today. Keep this text for tomorrow, or answer one of our mails`
    }
  },
  page: {
    language: 'Language',
    skip: 'Skip to the content',
    writtenBy: (team: string) => `This page is kept by ${team}.`,
    ask: 'Write to us',
    privacy: 'Your data',
    accessibility: 'Accessibility',
    somebody: 'somebody',
    byLinkOf: (coordinator) => `somebody (link passed on by ${coordinator})`,
  },
  word: {
    see: 'A note to the team',
    title: 'A note to the team',
    lead: 'A question, an idea, a difficulty, or something that is not right: the team that supports the network will read it.',
    send: 'Send',
    sent: { title: 'Thank you, sent', body: 'The team will read it. If it answers, it does so by mail.' },
    mistake: 'It is a mistake, tell the team',
  },

  chat,
  factor,
  find,
  feeds,
  join,
  passed,
  keys,
  signUp,
  start,
  team,
  form,
  givenBack,
  problem,
  newLink,
  testMail,
  unreached,
  addresses,
  bulk,
  signIn,
  unsubscribe,
  history,
  merge,
  invited,
  membership,
  me,
  notMe,
  hand,
}
