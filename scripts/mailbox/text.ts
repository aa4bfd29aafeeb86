const fr = {
  title: 'Boîte aux lettres',
  lead: 'Tout ce que Relance envoie arrive ici, et ne sort pas de cette machine.',
  count: (n: number) => (n < 2 ? `${n} mail` : `${n.toLocaleString('fr')} mails`),
  search: 'Chercher une personne',
  searchHint: 'Nom ou adresse',
  searchButton: 'Chercher',
  all: 'Tous les mails',
  none: 'Rien pour le moment. Les mails arrivent ici dès qu’ils partent ; rechargez la page.',
  noneFound: 'Aucun mail pour cette personne.',
  to: 'À',
  from: 'De',
  sent: 'Reçu',
  asText: 'La version en texte seul',
  headers: 'Les en-têtes',
  source: 'Le message tel qu’il est arrivé',
  back: 'Tous les mails',
  gone: 'Ce mail n’est plus là',
  untitled: '(sans objet)',
}

const en: typeof fr = {
  title: 'Mailbox',
  lead: 'Everything that Relance sends arrives here, and does not leave this machine.',
  count: (n: number) => (n === 1 ? '1 mail' : `${n.toLocaleString('en')} mails`),
  search: 'Find a person',
  searchHint: 'Name or address',
  searchButton: 'Find',
  all: 'All mails',
  none: 'Nothing yet. Mails arrive here as soon as they leave; reload the page.',
  noneFound: 'No mail to this person.',
  to: 'To',
  from: 'From',
  sent: 'Received',
  asText: 'The version in plain text',
  headers: 'The headers',
  source: 'The message as it arrived',
  back: 'All mails',
  gone: 'This mail is no longer here',
  untitled: '(no subject)',
}

export type MailboxText = typeof fr
const texts = { fr, en }

/** The words for somebody whose browser prefers these languages (`Accept-Language`). */
export function mailboxText(accepted: string): { language: keyof typeof texts; words: MailboxText } {
  const language = /^en\b/i.test(accepted) ? 'en' : 'fr'
  return { language, words: texts[language] }
}
