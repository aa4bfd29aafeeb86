import { expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, samples } from '#shared/mail/samples.ts'
import { movementOf } from '#shared/movement.ts'
import { colourShades, contrastOf } from '#shared/settings/contrast.ts'

const colour = '#7a1f5c'
const { day, night } = colourShades(colour)
const movement = movementOf({ ...config, face: { colour } })

test.each(samples)('the $name mail has the movement’s colour, by day and by night, and ours nowhere', (sample) => {
  const { mail, reader } = sample
  const { html } = renderMail(mail, { movement, language: 'fr', reader, links, now })
  expect(html).toContain(day.colour)
  expect(html).toContain(night.colour)
  expect(html).not.toMatch(/#14604e|#8fd4bb/i)
})

test('buttons of mails can be read in any colour that pages take', () => {
  for (const red of ['00', '55', 'aa'])
    for (const green of ['00', '55'])
      for (const blue of ['00', '88', 'ff']) {
        const shades = colourShades(`#${red}${green}${blue}`)
        expect(contrastOf(shades.day.colour, '#ffffff')).toBeGreaterThanOrEqual(4.5)
        for (const ground of ['#10241e', '#1d2b27'])
          expect(contrastOf(shades.night.colour, ground)).toBeGreaterThanOrEqual(4.5)
      }
})
