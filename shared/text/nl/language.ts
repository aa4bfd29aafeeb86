import type { Translation } from '../translation.ts'
import { dutchFieldProblem } from './field-problem.ts'
import { find } from './find.ts'
import { form } from './form.ts'
import { givenBack } from './given-back.ts'
import { history } from './history.ts'
import { invited } from './invited.ts'
import { join } from './join.ts'
import { labels } from './labels.ts'
import { hand, newLink, notMe, signIn, unsubscribe } from './links.ts'
import { mailSentences } from './mails.ts'
import { me } from './me.ts'
import { month } from './month.ts'
import { papers } from './papers.ts'
import { membership } from './part-ways.ts'
import { passed } from './passed.ts'
import { problem } from './problem.ts'
import { rhythm } from './rhythm.ts'
import { signUp } from './sign-up.ts'

/** What referents and visitors read, and their mails; coordinators read another language of the movement. */
export const nl: Translation = {
  name: 'Nederlands',
  text: {
    fieldProblem: dutchFieldProblem,
    find,
    form,
    givenBack,
    hand,
    history,
    invited,
    join,
    me,
    month,
    newLink,
    notMe,
    papers,
    membership,
    passed,
    problem,
    signIn,
    signUp,
    testMail: {
      link: {
        title: 'Dit was een test',
        lead: 'Deze link komt uit een mail die het team aan zichzelf stuurde, of bekeek, om hem na te lezen. Hij opent niemands gegevens en verandert niets.',
        next: 'Zit je niet in het team? Dan heeft iemand je de mail waarschijnlijk doorgestuurd. Je eigen link staat in de mail die je regelmatig krijgt.',
      },
    },
    unsubscribe,
    page: {
      language: 'Taal',
      skip: 'Naar de inhoud',
      writtenBy: (team: string) => `Deze pagina is van ${team}.`,
      ask: 'Schrijf ons',
      privacy: 'Je gegevens',
      accessibility: 'Toegankelijkheid',
      somebody: 'iemand',
      byLinkOf: (coordinator) => `iemand (link doorgegeven door ${coordinator})`,
    },
    word: {
      see: 'Een bericht aan het team',
      title: 'Een bericht aan het team',
      lead: 'Een vraag, een idee, iets wat moeilijk gaat of niet klopt: het team dat het netwerk ondersteunt, leest het.',
      send: 'Versturen',
      sent: { title: 'Bedankt, het is verstuurd', body: 'Het team leest het. Antwoordt het, dan is dat per mail.' },
      mistake: 'Een vergissing melden aan het team',
    },
  },
  mails: mailSentences,
  labels,
  rhythm,
}
