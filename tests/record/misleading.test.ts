import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { readField } from '#shared/record/field.ts'
import { isMisleading, namesSite, unlinked } from '#shared/record/misleading.ts'

const { fields: group } = movement.sections.ours.group
const { fields: referents } = movement.sections.ours.referents

const listed = (names: string) =>
  names
    .split(/[|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** What groups and people are called, or might be. */
const names = listed(`
Alternatiba 64 | XR Lyon | Pau.fr citoyens | N° 1 | L'@telier | St-Étienne / Loire | Rezo.net | 350.org France | Celleux.fr | les.indivisibles
ANV-COP21 Gironde | M.A.N. Lyon | S.O.S. Racisme 93 | A.T.D.-Quart Monde | Appt.12 | St.Jean/Pied | St.Jean-de-Luz | Bât. 4 | Collectif .ORG
Les Soulèvements de la Terre – comité 44 | Collectif du 17 octobre 1961 | Pau (64000) – 1901 | Du 5 au 12 mai 2026 | 1er Mai | 50/50
Urgence climatique Pau | L’Urgent | Alerte OGM | Attention ! Fragile | C'est nous ! | ¡No pasarán! | Climat 2050 : on agit | Votre voix compte
Étudiant·es en lutte | Étudiant.es | Citoyen.ne.s du Béarn | Vert.e.s Pau | Tou.te.s ensemble | Habitant.e.s en lutte. | Paysan.ne.s
Nuit Debout #32mars | #NousToutes 69 | @ctes | M@rs Attack | Rad!cal | SOS Forêt / bois de Tillaie | Pau / Tarbes | Vélo 64 | Utopia 56
Le Lien | Créons du lien | Ouvrir des liens | La Clique du Béarn | Les Clics solidaires | Clic & Collectif | Click & Climate | Le Site | Open Pau
Vous êtes ici | Ici & Maintenant | You are here | Ton corps, ton choix | Les Payeurs | Café-vélo (Bayonne) | l’ARU · Pau
Urgent climat Pau | Comité 1936-2026, 90 ans | L I P Besançon | Pau 🇫🇷 | Rond-point des Gilets | Déclic Pau | Appel du 18 juin 1940 | Important mouvement | Alerte : pesticides
Ω Collectif | π | Мир Lyon | Україна Lyon | Groupe Киев | 日本 | 🌻 Tournesol | Nguyễn Thị Minh | María José | J.-P. O'Neill | jean.dupont | Dr. Martin
Villiers-le-Bel 95 | Groupe de Sain-Bel 69210
`)

/** What looks like an address, a number to call or an order, in all the ways in which it can be written. */
const misleading = [
  ...[
    'Urgent: https://evil.example',
    'Urgent : https://evil.example',
    'HTTPS://EVIL.EXAMPLE',
    'http:evil.example',
    '//evil.com/x',
  ],
  ...[
    'www.evil.example',
    'WWW.evil',
    'www . evil.com',
    'bit.ly/x',
    'Groupe t.me/xyz',
    'example.com/pay',
    'example.com?x=1',
    'example.com:8080',
  ],
  ...[
    'evil.com/',
    'evil.com#x',
    'evil.com\\x',
    'evil.example.com',
    'xn--80ak6aa92e.com/',
    'пример.рф/x',
    '192.168.1.1',
    'bit . ly / x',
  ],
  ...[
    'pay@evil.example',
    'lou [at] evil.com',
    'evil[.]com',
    'evil (dot) com',
    'hxxps evil',
    'h t t p s : / / evil',
    'mailto:x',
    'javascript:alert(1)',
  ],
  ...[
    'ｈｔｔｐｓ：／／ｅｖｉｌ．ｃｏｍ',
    'ｗｗｗ．evil．com',
    'bit。ly/x',
    'bit․ly/x',
    'bit.ly\u2044x',
    '𝐜𝐥𝐢𝐪𝐮𝐞𝐳 𝐢𝐜𝐢',
    'ⓒⓛⓘⓒⓚ here',
  ],
  ...[
    'h\u200dttps://evil.com',
    'c\u200bliquez ici',
    'bit\u2060.ly/x',
    'cli\u00adquez ici',
    '\u202emoc.live\u202c/x',
    'cli\ufe0fquez ici',
  ],
  ...[
    'Cliquez ici',
    'CLIQUEZ',
    'cliquez\nici',
    'Clique ici',
    'Click here',
    'Cl1quez ici',
    'C1iquez 1c1',
    'c l i q u e z i c i',
    'ᴄʟɪǫᴜᴇᴢ ici',
  ],
  ...[
    'Urgent ! Votre compte est bloqué',
    'Vérifiez votre compte',
    'Verify your account now',
    'Confirmez votre adresse',
    'Mot de passe expiré',
  ],
  ...['Vous avez gagné 500 euros', 'Ouvrez ce lien', 'Suivez le lien', 'Connectez-vous', 'Payez maintenant'],
  ...['Rappelez le 08 99 10 20 30', 'Appelez +33 6 12 34 56 78', 'tel:0612345678'],
  // In any language and script, with letters, figures and signs of any kind
  ...listed(`
    Klik hier | Klik op de link | Klicken Sie hier | Haga clic aquí | Clique aqui | Clicca qui | Kliknij tutaj | Tıklayın
    Нажмите здесь | Κλικ εδώ | انقر هنا | לחץ כאן | 点击这里 | ここをクリック | [URGENT] lien | !!! URGENT !!! | Urgent — répondez
    Re: Urgent: votre groupe | Pau urgent: lisez | Dringend: lees dit | Action requise | Compte suspendu | Account locked
    Pau : alerte sécurité | Répondez à ce mail | Scannez ce QR code | Appelez le 3615 | 🅒🅛🅘🅠🅤🅔🅩 🅘🅒🅘 | 🇨🇱🇮🇶🇺🇪🇿 | c l i q u e z
    evil.foundation/x | evil.boutique?x | e v i l . c o m / x | evil point com | ٠٦١٢٣٤٥٦٧٨ | Pau ０６ １２ ３４ ５６ ７８
    ❶❷❸❹❺❻❼❽❾ | 06/12/34/56/78 | 06_12_34_56_78 | 06–12–34–56–78
  `),
  // Letters of two alphabets
  ...['Сliquez ici', 'clіquеz ici', 'Archіpel Pau', 'Archipel Рau', 'Archipel РАСОР'],
]

describe('a name', () => {
  test.each(names)('such as %s is one', (name) => {
    expect(readField(group.name, name)).toEqual({ value: name })
    expect(readField(referents.name, name)).toEqual({ value: name })
  })

  test.each(misleading)('such as %j is none: mails to others repeat it', (name) => {
    for (const field of [group.name, group.town, referents.name])
      expect(readField(field, name).problem).toEqual({ code: 'name_misleading' })
  })

  test('of a site leads no subject, but for those of the country, and no word that only ends like one', () => {
    expect(names.filter((name) => namesSite(name, 'FR'))).toEqual(['Rezo.net', '350.org France'])
    expect(namesSite('Pau.fr citoyens', 'BE')).toBe(true)
    const sites = listed('Evil.Foundation | evil . com | lou @ evil . com | evil.quebec | пример.рф | e v i l . c o m')
    for (const site of sites) expect([site, namesSite(site, 'FR')]).toEqual([site, true])
  })

  test('is judged by its beginning, however long a text is', () => {
    expect(isMisleading('a'.repeat(1_000_000))).toBe(false)
    expect(isMisleading(`bit.ly/x ${'x.'.repeat(500_000)}`)).toBe(true)
  })
})

describe('a text in a mail', () => {
  const shown = (text: string) => unlinked(text).replaceAll('\u200b', '|')

  test.each([
    ['Réunion https://pad.example.org/p/x', 'Réunion https:|/|/pad.|example.|org/p/x'],
    ['Pau.fr citoyens', 'Pau.|fr citoyens'],
    ['écris à lou@pau.fr', 'écris à lou|@pau.|fr'],
    ["L'@telier, @lou", "L'@telier, @lou"],
    ['mailto:lou@pau.fr', 'mailto:|lou|@pau.|fr'],
    ['//evil.com ou 10.0.12.1', '/|/evil.|com ou 10.|0.|12.|1'],
    ['A.N.V. à 12.5 %, le 31.12.26. Merci', 'A.N.V. à 12.5 %, le 31.12.26. Merci'],
  ])('such as %s is no link', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test('reads as it was typed, whatever it is, and stays so when it is parted again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', ':', '/', '@', ' ', 'é', '9', 'com', 'https') }),
        (text) => {
          expect(unlinked(text).replaceAll('\u200b', '')).toBe(text)
          expect(unlinked(unlinked(text))).toBe(unlinked(text))
          expect(unlinked(text)).not.toMatch(/\/\/|[a-z]\.com|[a-z]@[a-z]+\.[a-z]{2}/)
        },
      ),
    )
  })
})
