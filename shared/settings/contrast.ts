/** A colour as `#00695c`. */
export type Colour = string

/** What text needs beside its ground (WCAG 2.2, 1.4.3). */
const enough = 4.5

const white = '#ffffff'
/** Of pages by day and by night, as in `shared/html/style.css`: the ground that text of the movement's colour stands on, and text on that colour. */
const day = { ground: '#fbf7f0', on: white, washed: 0.1, from: white }
const night = { ground: '#1d2b27', on: '#10241e', washed: 0.22, from: '#15201d' }
type Scheme = typeof day

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const channels = (colour: Colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** So much of a colour in another; 1 is the colour itself. */
export function mixed(colour: Colour, share: number, other: Colour): Colour {
  const others = channels(other)
  const mix = channels(colour).map((channel, at) => Math.round(channel * share + (others[at] ?? 0) * (1 - share)))
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

const washOf = (colour: Colour, { washed, from }: Scheme) => mixed(colour, washed, from)

function isReadable(colour: Colour, scheme: Scheme): boolean {
  const grounds = [scheme.ground, washOf(colour, scheme), scheme.on]
  return grounds.every((ground) => contrastOf(colour, ground) >= enough)
}

/** The nearest shade that can be read; the colour itself where it can. */
function nearest(colour: Colour, scheme: Scheme, towards: Colour): Colour {
  const shades = Array.from({ length: 51 }, (_, step) => mixed(colour, 1 - step / 50, towards))
  return shades.find((shade) => isReadable(shade, scheme)) ?? towards
}

/** The nearest shade of a colour that can be read on our pages by day. */
export const readableByDay = (colour: Colour): Colour => nearest(colour.toLowerCase(), day, '#000000')

/** What a movement's colour is on pages: the colour, one for what is pressed, a wash behind words; by day and by night. */
export function colourShades(colour: Colour): Record<'day' | 'night', { colour: Colour; deep: Colour; wash: Colour }> {
  const [byDay, byNight] = [readableByDay(colour), nearest(colour.toLowerCase(), night, white)]
  return {
    day: { colour: byDay, deep: mixed(byDay, 0.72, '#000000'), wash: washOf(byDay, day) },
    night: { colour: byNight, deep: mixed(byNight, 0.65, white), wash: washOf(byNight, night) },
  }
}
