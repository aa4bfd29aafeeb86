import { html, raw } from 'hono/html'
import type { ReceivedMessage } from './received-messages.ts'
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

export function listPage(text: Text, messages: readonly ReceivedMessage[], query: string): Html {
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
<p class="soft count">${words.count(messages.length)}${query === '' ? '' : html` · <a href="/">${words.all}</a>`}</p>
${messages.length === 0 ? html`<p>${nothing}</p>` : html`<ol class="letters">${messages.map((message) => listItem(text, message))}</ol>`}`,
  )
}

function listItem({ language, words }: Text, message: ReceivedMessage): Html {
  return html`<li><a href="/mail/${message.id}">
<span class="to">${message.to.map(({ name, address }) => name || address).join(', ')}</span>
<time datetime="${message.time}">${clock(message.time, language)}</time>
<span class="subject">${message.subject || words.untitled}</span>
</a></li>`
}

export function messagePage(text: Text, message: ReceivedMessage): Html {
  const { words, language } = text
  const people = (list: ReceivedMessage['to']) =>
    list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')
  return page(
    text,
    message.subject || words.untitled,
    html`
<p><a class="back" href="/">← ${words.back}</a></p>
<h1>${message.subject || words.untitled}</h1>
<dl>
<dt>${words.to}</dt><dd>${people(message.to)}</dd>
<dt>${words.from}</dt><dd>${people(message.from)}</dd>
<dt>${words.sent}</dt><dd><time datetime="${message.time}">${clock(message.time, language)}</time></dd>
</dl>
${message.html === '' ? '' : html`<iframe src="/mail/${message.id}/shown" title="${message.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`}
<details${message.html === '' ? raw(' open') : ''}><summary>${words.asText}</summary><pre>${message.text}</pre></details>
<details><summary>${words.headers}</summary><dl class="headers">${Object.entries(message.headers).map(
      ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
    )}</dl></details>
<p><a href="/email/${message.id}/source">${words.source}</a></p>`,
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
