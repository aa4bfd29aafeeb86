import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { find, style } from '#shared/html/compiled.ts'
import { type Child, Html } from '#shared/html/jsx-runtime.ts'

describe('markup', () => {
  test('holds text as text, whatever is typed, between tags and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '’', '/') }), (typed) => {
        const [, inside = '', attribute = ''] =
          /^<p>([^<>]*)<input value="([^"<>]*)"><\/p>$/.exec(
            String(
              <p>
                {typed}
                <input value={typed} />
              </p>,
            ),
          ) ?? []
        expect([inside, attribute].map(read)).toEqual([typed, typed])
      }),
    )
  })

  test('lets no line end between a verb and its pronoun', () => {
    const whole = (words: string) => `<span class="whole">${words}</span>`
    expect(String(<h1>{'Lou, êtes-vous d’accord ?'}</h1>)).toBe(
      `<h1><span>Lou, ${whole('êtes-vous')} d’accord ?</span></h1>`,
    )
    expect(String(<p>Dites-le-nous : celui-ci a-t-il changé ?</p>)).toBe(
      `<p><span>${whole('Dites-le-nous')} : ${whole('celui-ci')} ${whole('a-t-il')} changé ?</span></p>`,
    )
    expect(String(<h1>Archipel Aix-en-Provence, Villiers-le-Bel</h1>)).not.toContain('<span')
  })

  test('lets no line end within a phone, and within an address only where it says so', () => {
    const long = 'contact@versailles.archipel.example.org'
    expect(String(<p>Lou, 06 12 34 56 78</p>)).toBe('<p><span>Lou, <bdi class="part">06 12 34 56 78</bdi></span></p>')
    expect(String(<p>{'+32 470 12 34 56'}</p>)).toContain('<bdi class="part">+32 470 12 34 56</bdi>')
    expect(String(<p>{long}</p>)).toBe(
      '<p><span><bdi class="part">contact@<wbr><bdi class="part">versailles<wbr>.archipel<wbr>.example<wbr>.org</bdi></bdi></span></p>',
    )
    // What fits a phone's line is one box; a longer address goes on behind its @
    expect(String(<p>{'noa.roy.pau@example.org'}</p>)).toContain('noa<wbr>.roy<wbr>.pau@<wbr>example<wbr>.org</bdi>')
    expect(String(<p>https://archipel.example.org/pau/agenda.</p>)).toContain(
      'https://archipel<wbr>.example<wbr>.org/<wbr>pau/<wbr>agenda.',
    )
    expect(String(<p>lou@example.org</p>)).toBe('<p><span><bdi class="part">lou@<wbr>example<wbr>.org</bdi></span></p>')
    for (const plain of ['R&D 12 000', '1 200 300', '12/12/2026', 'et/ou'])
      expect(String(<p>{plain}</p>)).toBe(`<p>${plain.replace('&', '&amp;')}</p>`)
  })

  test('shows what inclusive French shortens, and says it in whole words to whoever hears it', () => {
    const es = '<span aria-hidden="true">référent·es</span><span class="heard">référents et référentes</span>'
    expect(String(<h2 id="a">Les référent·es</h2>)).toBe(`<h2 id="a"><span>Les ${es}</span></h2>`)
    expect(String(<button type="button">Écrire aux référent·es.</button>)).toContain(`<span>Écrire aux ${es}.</span>`)
    expect(String(<p>Les référent·es : contact@versailles.archipel.example.org</p>)).toBe(
      `<p><span>Les ${es} : <bdi class="part">contact@<wbr><bdi class="part">versailles<wbr>.archipel<wbr>.example<wbr>.org</bdi></bdi></span></p>`,
    )
  })

  test('shows a point between two parts of a line, and says a comma', () => {
    const point = '<u>,</u> '
    expect(String(<p>Lou · 06 12 34 56 78</p>)).toBe(
      `<p><span>Lou${point}<bdi class="part">06 12 34 56 78</bdi></span></p>`,
    )
    expect(String(<h2>R&amp;D{' · '}Lou</h2>)).toBe(`<h2>R&amp;D${point}Lou</h2>`)
    expect(String(<title>Pau · Lou</title>)).toBe('<title>Pau, Lou</title>')
    expect(String(<nav aria-label="Pau · Lou">x</nav>)).toContain('aria-label="Pau, Lou"')
    expect(String(<code>a · b</code>)).toBe('<code>a · b</code>')
  })

  test.each([style, find])('on every page what is only heard is not seen', ({ css }) => {
    expect(css).toMatch(/\.heard\{[^}]*font-size:\.1px;[^}]*opacity:0/)
    expect(css).toMatch(/\.part\{display:inline-block/)
    expect(css).toContain('u:before{content:" \\b7" / ""}')
  })

  test('says it in whole words where it is only heard, and where there is no markup', () => {
    expect(String(<span class="hidden">: Référent·es</span>)).toBe(
      '<span class="hidden">: Référents et référentes</span>',
    )
    expect(String(<title>Référent·es</title>)).toBe('<title>Référents et référentes</title>')
    expect(String(<option value="a">Référent·e</option>)).toBe('<option value="a">Référent ou référente</option>')
    expect(String(<nav aria-label="Référent·es" />)).toBe('<nav aria-label="Référents et référentes"></nav>')
    expect(String(<input title="Référent·e" value="Référent·e" />)).toBe(
      '<input title="Référent ou référente" value="Référent·e">',
    )
  })

  test('leaves to the letter what is copied or sent', () => {
    for (const exact of [<code>Référent·e 1</code>, <option>Référent·e 1</option>, <textarea>Référent·e 1</textarea>])
      expect(String(exact)).toContain('>Référent·e 1<')
  })

  test('says a text as it is where there can be no markup, and in attributes', () => {
    const long = 'contact@versailles.archipel.example.org, 06 12 34 56 78'
    for (const element of [<title>{long}</title>, <textarea>{long}</textarea>, <option>{long}</option>])
      expect(String(element)).toContain(`>${long}<`)
    expect(String(<input value={long} />)).toBe(`<input value="${long}">`)
  })

  test('writes numbers, and nothing for what is nothing', () => {
    expect(String(<p>{[0, null, undefined, true, false, '', ['a', [1]]]}</p>)).toBe('<p>0a1</p>')
  })

  test('says an attribute that is there or not by its presence, and another boolean by a word', () => {
    expect(String(<button type="submit" disabled hidden={false} aria-expanded={false} title={undefined} />)).toBe(
      '<button type="submit" disabled="" aria-expanded="false"></button>',
    )
  })

  test('is what a component gives, once', () => {
    const Name = ({ name, children }: { name: string; children?: Child }) => (
      <>
        <b>{name}</b> {children}
      </>
    )
    expect(
      String(
        <Name name="R&D">
          <i>&amp; co</i>
        </Name>,
      ),
    ).toBe('<b>R&amp;D</b> <i>&amp; co</i>')
    const Nobody = () => null
    expect(String(<Nobody />)).toBe('')
  })

  test('is taken as it is when it says so itself, and refuses what is neither text nor markup', () => {
    expect(String(<style>{new Html('a > b {}')}</style>)).toBe('<style>a > b {}</style>')
    const promise = Promise.resolve('later') as unknown as Child
    expect(() => <p>{promise}</p>).toThrow(TypeError)
  })
})

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** As a browser reads it (HTML Living Standard §13.2.5.72). */
function read(written: string): string {
  return written.replace(/&([^;&]+);/g, (_, name) => characters[name] ?? '?')
}
