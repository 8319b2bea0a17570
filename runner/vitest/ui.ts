/** Vitest's own page on a run that is under way or over: every test with its evidence. */
import type { CliOptions, Vitest } from 'vitest/node'

/** The page, served until it is closed. */
export interface OpenUi {
  url: string
  close(): Promise<void>
}

/**
 * What makes Vitest serve the page. Only this machine can open it, and it only shows: a check that is repeated
 * alone would lack what it shares with others, and nothing would clean up behind it.
 */
export const UI_OPTIONS = {
  ui: true,
  open: false,
  // Without it the page is not told of the run.
  watch: true,
  // Most of a test's time is waiting for what it shares with others.
  slowTestThreshold: 60_000,
  api: { host: '127.0.0.1', allowExec: false, allowWrite: false },
} satisfies CliOptions

/** Nothing begins again because a file has changed. */
export const UI_SERVER = { server: { watch: null } }

/** The page of a Vitest that was created with these options. */
export function uiOf(vitest: Vitest): OpenUi {
  const origin = vitest.vite.resolvedUrls?.local[0] ?? 'http://127.0.0.1/'
  return {
    url: new URL(vitest.config.uiBase ?? '/__vitest__/', origin).href,
    close: () => vitest.close(),
  }
}
