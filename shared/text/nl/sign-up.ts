import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const signUp: PartOf<Text['signUp']> = {
  lead: 'Vul je adres in: we sturen je een mail met een link. Daarmee schrijf je je in of uit.',
  email: 'Je mailadres',
  trap: 'Laat dit veld leeg',
  send: 'Stuur me de link',
  use: (movement) =>
    `${movement} bewaart van jou alleen dit adres, voor deze lijst. Een maand nadat je vertrekt, wordt het gewist.`,
  faultTitle: (title) => `Te verbeteren: ${title}`,
  fault: {
    email: 'Vul één adres in, voluit.',
    again: 'Er is niets verloren: verstuur het nog een keer.',
    busy: 'Er komen nu te veel aanvragen binnen. Probeer het later opnieuw.',
  },
  sent: {
    title: 'Kijk in je mailbox',
    body: 'Kreeg dit adres er vandaag nog geen, dan is er net een mail vertrokken. Open hem binnen 24 uur.',
  },
  off: (list) => `Je staat niet op “${list}”.`,
  on: (list) => `Je staat op “${list}”.`,
  join: 'Zet me op de lijst',
  leave: 'Haal me van de lijst',
  joined: 'Gelukt: je staat op de lijst',
  left: 'Gelukt: je staat niet meer op de lijst',
  leftNext: 'Je adres wordt over een maand gewist. Je kunt terugkomen wanneer je wilt.',
  joinedNext: 'Je kunt je uitschrijven wanneer je wilt, op dezelfde pagina.',
  gone: {
    title: 'Deze link werkt niet meer',
    next: 'Vraag een nieuwe op de pagina van de lijst.',
  },
}
