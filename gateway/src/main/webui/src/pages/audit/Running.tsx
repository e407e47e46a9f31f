import { useEffect, useRef, useState } from 'react'
import { percent, secondsLeft, watch, type Progress } from '../../api/progress'
import { cancelReplay, readReplay, type Replay } from '../../api/reward'
import { rate } from '../../format/money'
import { ProgressBar } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { auditText } from './text'
import { isOfAPastDay } from './verdict'
import { rangeWords } from './words'

const LOOK_AGAIN_MILLIS = 2_000
/** Often enough to know that it goes on, seldom enough to be listened to. */
const ANNOUNCE_MILLIS = 5_000

/** The replay that runs: how far, how fast, how long still. */
export function Running({ replay, onEnd }: { readonly replay: Replay; readonly onEnd: () => void }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const [progress, setProgress] = useState<Progress>(replay)
  const [lost, setLost] = useState(false)
  const end = useRef(onEnd)
  end.current = onEnd

  useEffect(
    () => watch(replay.replayId, setProgress, () => end.current(), () => setLost(true)),
    [replay.replayId],
  )

  useEffect(() => {
    if (!lost) {
      return
    }
    const timer = setInterval(() => {
      readReplay(replay.replayId)
        .then((now) => (now.state === 'running' ? setProgress(now) : end.current()))
        .catch(() => undefined)
    }, LOOK_AGAIN_MILLIS)
    return () => clearInterval(timer)
  }, [lost, replay.replayId])

  const done = percent(progress)
  const words =
    progress.eventsRead === 0
      ? t.reading
      : t.progress(done, rate(progress.eventsPerSecond, locale === 'zh'), secondsLeft(progress))
  return (
    <section className="card" aria-label={t.running}>
      <div className="between">
        <h2>
          {t.running} · {t.mode[replay.mode] ?? replay.mode}
          {isOfAPastDay(replay) ? ` · ${rangeWords(replay, locale)}` : ''}
        </h2>
        <span className="second" aria-hidden="true">
          {words}
        </span>
      </div>
      <ProgressBar percent={done} label={t.running} />
      <Announced words={words} />
      <div className="between">
        <span className="caption">
          {lost ? t.lost : t.read(progress.eventsRead, progress.eventsTotal)}
        </span>
        <button
          type="button"
          className="button quiet"
          onClick={() => void cancelReplay(replay.replayId).finally(() => end.current())}
        >
          {t.stop}
        </button>
      </div>
    </section>
  )
}

/** Says the words to a screen reader now and then. */
function Announced({ words }: { readonly words: string }) {
  const [said, setSaid] = useState(words)
  const latest = useRef(words)
  latest.current = words
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), ANNOUNCE_MILLIS)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="unseen" aria-live="polite">
      {said}
    </span>
  )
}
