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

/** Whether a replay is about a day that is over: its sums are that day's, its verdict the whole log's. */
export function isOfAPastDay(replay: Pick<Replay, 'asOf' | 'asKnownOn'>): boolean {
  return Boolean(replay.asOf) || Boolean(replay.asKnownOn)
}

/** Whether a replay speaks of the books as they are, not of another day or another policy. */
function ofThePresent(replay: Replay): boolean {
  return !isOfAPastDay(replay) && replay.mode !== 'what-if'
}

/** The replay a page is about: the one asked for, else the newest of the present that came to an end. */
export function chosen(replays: readonly Replay[], id: string | undefined): Replay | undefined {
  if (id !== undefined) {
    return replays.find((one) => one.replayId === id)
  }
  const finished = replays.filter((one) => one.state === 'finished')
  return finished.find(ofThePresent) ?? finished[0] ?? replays.find((one) => one.state !== 'running')
}
