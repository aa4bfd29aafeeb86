import { html, raw } from 'hono/html'
import type { Letter } from './letters.ts'
import { style } from './style.ts'
import type { mailboxText } from './text.ts'

type Text = ReturnType<typeof mailboxText>
type Html = ReturnType<typeof html>

function page({ language, words }: Text, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === words.title ? title : `${title} – ${words.title}`}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>${body}</main>
</body>
</html>`
}

export function listPage(text: Text, letters: readonly Letter[], query: string): Html {
  const { words } = text
  const nothing = query === '' ? words.none : words.noneFound
  return page(
    text,
    words.title,
    html`
<h1>${words.title}</h1>
<p class="soft">${words.lead}</p>
<form method="get" action="/" role="search">
<label for="q">${words.search}</label>
<div class="row"><input id="q" name="q" type="search" value="${query}" placeholder="${words.searchHint}" autocomplete="off">
<button>${words.searchButton}</button></div>
</form>
<p class="soft count">${words.count(letters.length)}${query === '' ? '' : html` · <a href="/">${words.all}</a>`}</p>
${letters.length === 0 ? html`<p>${nothing}</p>` : html`<ol class="letters">${letters.map((letter) => listItem(text, letter))}</ol>`}`,
  )
}

function listItem({ language, words }: Text, letter: Letter): Html {
  return html`<li><a href="/mail/${letter.id}">
<span class="to">${letter.to.map(({ name, address }) => name || address).join(', ')}</span>
<time datetime="${letter.time}">${clock(letter.time, language)}</time>
<span class="subject">${letter.subject || words.untitled}</span>
</a></li>`
}

export function letterPage(text: Text, letter: Letter): Html {
  const { words, language } = text
  const people = (list: Letter['to']) =>
    list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')
  return page(
    text,
    letter.subject || words.untitled,
    html`
<p><a class="back" href="/">← ${words.back}</a></p>
<h1>${letter.subject || words.untitled}</h1>
<dl>
<dt>${words.to}</dt><dd>${people(letter.to)}</dd>
<dt>${words.from}</dt><dd>${people(letter.from)}</dd>
<dt>${words.sent}</dt><dd><time datetime="${letter.time}">${clock(letter.time, language)}</time></dd>
</dl>
${letter.html === '' ? '' : html`<iframe src="/mail/${letter.id}/shown" title="${letter.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`}
<details${letter.html === '' ? raw(' open') : ''}><summary>${words.asText}</summary><pre>${letter.text}</pre></details>
<details><summary>${words.headers}</summary><dl class="headers">${Object.entries(letter.headers).map(
      ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
    )}</dl></details>
<p><a href="/email/${letter.id}/source">${words.source}</a></p>`,
  )
}

export function problemPage(text: Text): Html {
  return page(
    text,
    text.words.gone,
    html`<h1>${text.words.gone}</h1><p><a class="back" href="/">← ${text.words.back}</a></p>`,
  )
}

function clock(time: string, language: string): string {
  return new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}
