import { createFeeds } from '#workers/feeds/index.tsx'
import { fixedSettings } from './fixed-settings.ts'

export default createFeeds(fixedSettings())
