import type { Page } from 'playwright-core'
import type { Language } from '#shared/text/language.ts'
import type { Act, BrowserHarness } from './browser-harness.ts'
import { mailStills } from './mails.ts'
import { coordinatorPage, groupForm, mail, mailboxPage, typedWrong } from './steps.ts'

type Look = {
  name: string
  /** CSS pixels: a phone, a mail program, or a desk. */
  width: 390 | 600 | 1280
  scheme?: 'light' | 'dark'
  language?: Language
  /** CSS pixels that are shown; the whole page otherwise. */
  height?: number
  /** Kept in `docs/images`. */
  isInReadme?: boolean
}

/** A picture of the running product, with what leads a new window to what is shown. */
export type Scene = Look & { act: Act; steps: (page: Page, harness: BrowserHarness) => Promise<void> }

/** A picture of a page that needs nothing else. */
export type Still = Look & { html: string }

export type Picture = Scene | Still

type Subject = Pick<Scene, 'name' | 'act' | 'steps' | 'height'>

const subjects: readonly Subject[] = [
  { name: 'mail', act: 'opening', steps: mail },
  { name: 'form', act: 'opening', steps: groupForm() },
  { name: 'section', act: 'opening', steps: typedWrong },
  ...['identity', 'referents', 'activities', 'campaigns', 'trainings', 'lists', 'history', 'part'].map((path) => ({
    name: `form-${path}`,
    act: 'opening' as const,
    steps: groupForm(path),
  })),
  { name: 'mailbox', act: 'opening', steps: mailboxPage, height: 900 },
  { name: 'dashboard', act: 'midway', steps: coordinatorPage('/dashboard') },
  ...['groups', 'network', 'map', 'mails', 'changes'].map((path) => ({
    name: `dashboard-${path}`,
    act: 'midway' as const,
    steps: coordinatorPage(`/dashboard/${path}`),
  })),
]

/** What the README and docs/dashboard.md show of a page: the first screens, not all of it. */
const readme: readonly Scene[] = [
  { name: 'mail', act: 'opening', steps: mail, width: 390, height: 844, isInReadme: true },
  { name: 'form', act: 'opening', steps: groupForm(), width: 390, height: 844, isInReadme: true },
  { name: 'section', act: 'opening', steps: typedWrong, width: 390, height: 844, isInReadme: true },
  {
    name: 'dashboard',
    act: 'midway',
    steps: coordinatorPage('/dashboard'),
    width: 1280,
    height: 1460,
    isInReadme: true,
  },
  { name: 'dashboard', act: 'midway', steps: coordinatorPage('/dashboard'), width: 390, height: 844, isInReadme: true },
  {
    name: 'dashboard-map',
    act: 'midway',
    steps: coordinatorPage('/dashboard/map'),
    width: 1280,
    height: 1000,
    isInReadme: true,
  },
]

/** Every subject, whole, on a phone and on a desk, in light and dark, and once in English. To add one, add it to `subjects`. */
export const pictures: readonly Picture[] = [
  ...readme,
  ...mailStills,
  ...subjects.flatMap((subject): Scene[] => [
    { ...subject, name: `${subject.name}-whole`, width: 390 },
    { ...subject, name: `${subject.name}-whole`, width: 1280 },
    { ...subject, name: `${subject.name}-whole`, width: 390, scheme: 'dark' },
    { ...subject, name: `${subject.name}-whole`, width: 1280, scheme: 'dark' },
    { ...subject, name: `${subject.name}-whole`, width: 390, language: 'en' },
  ]),
]
