import { Form } from 'antd'
import { skillLevels, type Account } from '../../api/creditbank'
import { Choice } from '../../parts/Choice'
import { common } from '../../text/common'
import { useText } from '../../text/locale'
import { claimText } from './text'
import { heldIn, type Typed } from './typed'

/** The level held before, as the credit bank knows it, and the new one. */
export function LevelField({ account }: { readonly account: Account | undefined }) {
  const t = useText(claimText)
  const c = useText(common)
  return (
    <>
      <Held account={account} />
      <Form.Item name="level" label={t.level} rules={[{ required: true, message: t.need }]}>
        <Choice placeholder={t.choose} options={skillLevels.map((one) => ({ value: one, label: c.skill[one] }))} />
      </Form.Item>
    </>
  )
}

function Held({ account }: { readonly account: Account | undefined }) {
  const t = useText(claimText).held
  const c = useText(common)
  const form = Form.useFormInstance<Typed>()
  const name = Form.useWatch('occupationName', form)?.trim()
  const code = Form.useWatch('occupationCode', form)?.trim()
  const held = heldIn(account, code)
  return (
    <div className="held">
      <p className="held-title">{t.title}</p>
      {held.highest === undefined ? (
        <p>{t.none}</p>
      ) : (
        <>
          {name && <p>{held.inOccupation ? t.inOccupation(name, c.skill[held.inOccupation]) : t.noneHere(name)}</p>}
          <p className={name ? 'second' : ''}>{t.highest(c.skill[held.highest])}</p>
        </>
      )}
      <p className="caption">{t.older}</p>
    </div>
  )
}
