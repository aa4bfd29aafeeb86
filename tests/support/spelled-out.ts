import type { Page } from 'playwright-core'

/** What a voice would spell out: words with a point inside, in what is heard of a page. What is copied to the letter may have them. */
export function spelledOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shortened = /\p{L}[·•‧⋅]\p{L}/u
    const heard = [document.title]
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[aria-hidden=true], code, pre, script, style, textarea, [hidden]')) continue
      for (const name of ['alt', 'aria-description', 'aria-label', 'title'])
        heard.push(element.getAttribute(name) ?? '')
      for (const node of element.childNodes) if (node.nodeType === 3) heard.push(node.textContent ?? '')
    }
    return heard.filter((text) => shortened.test(text))
  })
}
