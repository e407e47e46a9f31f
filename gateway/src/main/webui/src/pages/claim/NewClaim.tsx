import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { readAccountIfAny, type Account, type Deposited, type Reason } from '../../api/creditbank'
import { readMe, type Learner } from '../../api/enrollment'
import { CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { ClaimForm, type ClaimFieldError } from './ClaimForm'
import { Done } from './Done'
import { dropDraft, keepDraft, readDraft } from './draft'
import { Preview } from './Preview'
import { claimText } from './text'
import { fieldNames, type Typed } from './typed'
import '../me/me.css'
import './claim.css'

const PATH = '/me/claims/new'

interface Known {
  readonly learner: Learner
  readonly account: Account | undefined
}

async function readKnown(signal: AbortSignal): Promise<Known> {
  const [learner, account] = await Promise.all([readMe(signal), readAccountIfAny(signal)])
  return { learner, account }
}

/** Claiming a reward: what the document says, then place and amount, then what became of it. */
export default function NewClaim() {
  const t = useText(claimText)
  useTitle(t.title)
  const [known, reload] = useLoad(readKnown)
  switch (known.state) {
    case 'loading':
      return (
        <div className="page">
          <CardBones lines={['40%', '100%', '100%', '100%']} />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={known.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Steps {...known.value} onAgain={reload} />
  }
}

/** The step is in the browser's history, so its back button does what a person expects; what was typed is not. */
type Step = 'preview' | 'done'

function Steps(props: Known & { readonly onAgain: () => void }) {
  const { learner, account } = props
  const subject = useSession().subject ?? ''
  const navigate = useNavigate()
  const step = (useLocation().state as { readonly step?: Step } | null)?.step
  const [typed, setTyped] = useState<Typed>()
  const [claimed, setClaimed] = useState<{ readonly deposited: Deposited; readonly foreseen: boolean }>()
  const [errors, setErrors] = useState<readonly ClaimFieldError[]>([])
  const [round, setRound] = useState(0)

  function startOver(andThen?: () => void) {
    dropDraft(subject)
    setTyped(undefined)
    setErrors([])
    setRound((n) => n + 1)
    andThen?.()
  }

  function receive(deposited: Deposited, foreseen: boolean) {
    setClaimed({ deposited, foreseen })
    if (deposited.state === 'recognized') {
      dropDraft(subject)
    }
    void navigate(PATH, { replace: true, state: { step: 'done' satisfies Step } })
  }

  function mend(reasons: readonly Reason[]) {
    setErrors(fieldErrors(reasons))
    void navigate(PATH, { replace: true })
  }

  if (step === 'done' && claimed) {
    return (
      <Done
        {...claimed}
        learner={learner}
        onMend={mend}
        onAnother={() =>
          startOver(() => {
            props.onAgain()
            void navigate(PATH)
          })
        }
      />
    )
  }
  if (step === 'preview' && typed) {
    return <Preview typed={typed} account={account} onBack={() => void navigate(-1)} onDeposited={receive} />
  }
  return (
    <FormStep
      key={round}
      account={account}
      initial={typed ?? readDraft(subject)}
      errors={errors}
      onChange={(now) => keepDraft(subject, now)}
      onClear={() => startOver()}
      onDone={(now) => {
        setTyped(now)
        setErrors([])
        void navigate(PATH, { state: { step: 'preview' satisfies Step } })
      }}
    />
  )
}

function FormStep(props: Parameters<typeof ClaimForm>[0]) {
  const t = useText(claimText)
  return (
    <div className="page">
      <PageHead title={t.title} sub={t.sub} />
      <section className="card form claim">
        <ClaimForm {...props} />
      </section>
    </div>
  )
}

/** The service's reasons beside the fields they are about. */
function fieldErrors(reasons: readonly Reason[]): readonly ClaimFieldError[] {
  return fieldNames.flatMap((name) => {
    const errors = reasons.filter((reason) => reason.field === name).map((reason) => reason.text)
    return errors.length > 0 ? [{ name, errors }] : []
  })
}
