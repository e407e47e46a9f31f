import type { Replay } from '../../api/reward'
import type { Tone } from '../../parts/Parts'

/** What a replay came to; a replay that did not finish has no verdict. */
export type Outcome = 'identical' | 'different' | 'incomplete' | 'running' | 'canceled' | 'failed'

export function outcomeOf(replay: Pick<Replay, 'state' | 'verdict'>): Outcome {
  switch (replay.state) {
    case 'running':
    case 'canceled':
    case 'failed':
      return replay.state
    case 'finished':
      // A finished replay without a verdict would be a lie to call passed.
      return replay.verdict ?? 'incomplete'
  }
}

export const toneOf: Record<Outcome, Tone> = {
  identical: 'ok',
  different: 'mend',
  incomplete: 'wait',
  running: 'info',
  canceled: 'plain',
  failed: 'mend',
}

export function differencesOf(replay: Pick<Replay, 'differenceCount' | 'differences'>): number {
  return replay.differenceCount ?? replay.differences.length
}

/** The replay a page is about: the one asked for, else the newest that came to an end. */
export function chosen(replays: readonly Replay[], id: string | undefined): Replay | undefined {
  return id === undefined
    ? (replays.find((one) => one.state === 'finished') ?? replays.find((one) => one.state !== 'running'))
    : replays.find((one) => one.replayId === id)
}
