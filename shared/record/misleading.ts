import { decomposed, plainest } from '#shared/text/normal-form.ts'

/** The internet's top-level names that people meet: of countries (ISO 3166), and those that are most used or abused. */
const topLevels = new Set(
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn
  co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk
  hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh
  mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs
  ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc
  ve vg vi vn vu wf ws ye yt za zm zw
  com org net edu gov int mil info biz name pro mobi coop aero museum asia tel jobs travel xxx
  app art bar best bid bio blog bond buzz bzh cam camp cat center cfd chat church city click cloud club code community company cool cyou
  date design dev digital download earth eco email energy events expert express farm fit fun fund gift global green group guru help homes host
  icu ink lat life link live loan lol love ltd market media men mom money monster mov network news ngo one ong online page paris party pay
  photo photos pics place plus press quest racing rent report rest review rip rocks run sale sbs school science services shop show site social
  solutions space store stream studio style support surf systems team tech tips today tools top town trade uno vip voyage webcam website win
  wiki work works world wtf xyz zip zone alsace corsica example test invalid localhost onion`.split(/\s+/),
)

/** Letters of other alphabets, and signs, that look like those of an address (Unicode TR 39, the part that names are tricked with). */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аαɑᴀ',
    b: 'ЬьβʙƄ',
    c: 'сϲᴄⅽ',
    d: 'ԁᴅđⅾ',
    e: 'еεєᴇ',
    f: 'ꜰ',
    g: 'ɡɢց',
    h: 'һհʜħ',
    i: 'іιıɪɩ',
    j: 'јᴊ',
    k: 'кκᴋ',
    l: 'ӏʟłⅼ',
    m: 'мᴍⅿ',
    n: 'пηոɴ',
    o: 'оοσօᴏø',
    p: 'рρᴘ',
    q: 'ԛզǫꞯ',
    r: 'гʀ',
    s: 'ѕꜱ',
    t: 'тτᴛŧ',
    u: 'υսᴜ',
    v: 'νѵᴠ',
    w: 'ԝωᴡ',
    x: 'хχ',
    y: 'уγʏ',
    z: 'ᴢ',
    '.': '。ꓸ܁܂۔',
    '/': '⁄∕⧸╱⟋',
    ':': 'ː˸꞉։׃∶',
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
)

/** What takes no room. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu

/** A text without what cannot be seen, and in one case. */
function bare(text: string): string {
  return (isBasic(text) ? text : plainest(text).replace(unseen, '')).toLowerCase()
}

/** A text as a reader sees it, in the letters of addresses: no accents, one sign for those that look alike. `text` is bare. */
function seen(text: string): string {
  if (isBasic(text)) return text
  const alike = Array.from(text, (letter) => lookalikes[letter] ?? letter).join('')
  return decomposed(alike).replace(/\p{M}/gu, '')
}

/** Letters, figures and signs of ASCII alone: in them nothing hides. */
function isBasic(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

const host = /(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu

/** The names of the internet in a text, with what follows. */
function hostsIn(shown: string): { name: string; next: string }[] {
  return [...shown.matchAll(host)]
    .map((match) => ({ name: match[0], next: shown.slice(match.index + match[0].length) }))
    .filter(({ name }) => isTopLevel(name.slice(name.lastIndexOf('.') + 1)))
}

/** Whether the internet has names that end so, as far as we know. */
export function isTopLevel(label: string): boolean {
  return topLevels.has(label) || label.startsWith('xn--') || /^[^\p{Script=Latin}\p{N}]+$/u.test(label)
}

/** What nobody calls a group, and every browser opens: a scheme, `www.`, a mail address, a name of the internet with a path. */
function isAddress(shown: string): boolean {
  // Without a sign of an address, only its scheme could tell
  if (!/[./\\:@([{]/.test(shown)) return /\bh(?:tt|xx)ps?\b/.test(shown)
  return (
    /[a-z]:\s?[/\\]{2}|\bh(?:tt|xx)ps?\b|\b(?:mailto|tel|sms|javascript|data):\S|\bw ?w ?w ?\d?\s?\./.test(shown) ||
    /\bh ?t ?t ?p ?s? ?: ?\//.test(shown) ||
    /[^\s@]@[^\s@]{1,63}\.[^\s@.]{2}/.test(shown) ||
    /[([{]\s?(?:dot|point|at|arobase|\.|@)\s?[)\]}]/.test(shown) ||
    /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])/.test(shown) ||
    hostsIn(shown).some(({ name, next }) => /^[/\\?#](?:\S|$)|^:\d/.test(next) || name.split('.').length > 2) ||
    hostsIn(shown.replace(/ \. ?/g, '.')).some(({ next }) => /^ ?[/\\?#]/.test(next))
  )
}

/** A number that one could be told to call. */
const phone = /\d(?:[ .()-]?\d){8}/

const orders = [
  /\bcli(?:qu|ck|k)e[zr]\b/,
  /\bcli(?:que[sz]?|cks?|cs?) (?:ici|la|dessus|vite|sur|here|this|on|now|below|to|the|link)\b/,
  /\b(?:tap|press|appuye[zr]|appuie|touchez) (?:here|ici|sur|on|this|now)\b/,
  /\b(?:suivez|ouvrez|visitez|utilisez|follow|open|visit|use) (?:ce|cette|le|la|notre|this|the|our) (?:lien|link|url|site|adresse|address|page)\b/,
  /\b(?:link below|lien (?:ci dessous|suivant|ci joint)|piece jointe|attached file)\b/,
  /^(?:tres |very )?(?:urgent|important|warning|action requise|action required|dernier (?:avertissement|rappel)|final notice)\s*[:!]/,
  /\b(?:mots? de passe|passwords?|code pin|pin code|carte (?:bancaire|bleue)|credit card|compte bancaire|bank account)\b/,
  /\b(?:votre|vos|ton|your) (?:comptes?|accounts?|identifiants?|carte|boite|mailbox|messagerie|colis|parcel|package|factures?|invoice|paiement|payment|remboursement|refund)\b/,
  /\b(?:connectez|identifiez|authentifiez) vous\b|\b(?:log ?in|sign ?in|sign ?up) (?:here|now|to)\b/,
  /\b(?:verifiez|validez|confirmez|actualisez|verify|confirm|validate|update) (?:votre|vos|your|maintenant|now|ici|here)\b/,
  /\b(?:payez|reglez|versez|pay) (?:maintenant|vite|now|immediately|ici|here)\b/,
  /\b(?:vous avez|tu as|you have|you ve) (?:gagne|won|been selected)\b/,
  /\b(?:telechargez|installez|download|install) (?:ici|here|maintenant|now|ce|cette|this)\b/,
]

/** Figures that stand for letters. */
const figures: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
}

function isOrder(shown: string): boolean {
  const spelled = shown.replace(/[013457$@]/g, (sign) => figures[sign] ?? sign)
  return (spelled === shown ? [shown] : [shown, spelled]).some((text) => {
    const words = text.replace(/[^\p{L}\p{N}:!]+/gu, ' ').trim()
    // An l, an i and a 1 are one stroke
    const strokes = words.replace(/[l1]/g, 'i').replace(/[^a-z]/g, '')
    return orders.some((order) => order.test(words)) || /ciiquez|ciiqueici|ciickhere/.test(strokes)
  })
}

/** Letters of two alphabets in a word, or a word of letters that only look like ours: nobody’s name, but another’s to the eye (Unicode TR 39 §5). */
function isMasked(text: string): boolean {
  const words =
    plainest(text)
      .replace(unseen, '')
      .match(/\p{L}+/gu) ?? []
  const isLatin = words.some((word) => /\p{Script=Latin}/u.test(word))
  return words.some((word) => {
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word)) return false
    if (/\p{Script=Latin}/u.test(word)) return true
    return isLatin && word.length > 2 && [...word.toLowerCase()].every((letter) => letter in lookalikes)
  })
}

/**
 * Whether a name would mislead who reads it in a mail: it holds an address, a number to call, or looks like an order to click. Beyond the
 * length of a name nothing is looked at.
 */
export function isMisleading(name: string): boolean {
  const text = name.slice(0, longest)
  const spelled = bare(text)
  const shown = seen(spelled)
  if (isAddress(shown) || (shown !== spelled && isAddress(spelled))) return true
  return phone.test(shown) || isOrder(shown) || (!isBasic(text) && isMasked(text))
}

/** Characters of the longest name that any field takes, with room for what is around it in a subject. */
const longest = 400

/** Ends of inclusive words that are countries elsewhere: `Étudiant.es`, `Citoyen.ne.s`, `Actif.ve.s`. */
const inclusive = new Set(['es', 'ne', 've', 'se', 're'])

/** Whether a text names a site, as some groups are called: `Rezo.net`. Those of one's own country (`Pau.fr`) are names first. */
export function namesSite(text: string, country: string): boolean {
  return hostsIn(seen(bare(text.slice(0, longest)))).some(({ name }) => {
    const topLevel = name.slice(name.lastIndexOf('.') + 1)
    return topLevel !== country.toLowerCase() && !inclusive.has(topLevel)
  })
}

/** Where mail programs see an address in a text that has none: they make links of `https://`, `//x`, `pau.fr`, `lou@pau.fr` and `10.0.0.1`. */
const linkable = [
  /(?<=[/\\:])(?=[/\\])/g,
  /(?<=\b(?:mailto|tel|sms):)/gi,
  /(?<=\S)(?=@[^\s@]{1,63}\.\p{L}{2})/gu,
  /(?<=[\p{L}\p{N}_-][.\u3002\uff0e\uff61\u2024])(?=\p{L}{2})/gu,
  /(?<=\d\.)(?=\d{1,3}\.\d{1,3}\.\d)|(?<=\d\.\d{1,3}\.)(?=\d{1,3}\.\d)|(?<=\d\.\d{1,3}\.\d{1,3}\.)(?=\d)/g,
]

/** What takes no room, and parts a word for programs alone. */
const parted = '\u200b'

/** A text that no program makes a link of: it reads the same. */
export function unlinked(text: string): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069\u200b]/g, '')
  return linkable.reduce((shown, place) => shown.replaceAll(place, () => parted), plain)
}
