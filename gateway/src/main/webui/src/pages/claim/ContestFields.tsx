import { Form, Input } from 'antd'
import { contestLevels, contestRounds } from '../../api/creditbank'
import { Choice } from '../../parts/Choice'
import { Segments } from '../../parts/Segments'
import { useText } from '../../text/locale'
import { claimText } from './text'

/** How far somebody came in which contest. */
export function ContestFields() {
  const t = useText(claimText)
  const required = [{ required: true, message: t.need }]
  return (
    <>
      <div className="pair">
        <Form.Item name="contestLevel" label={t.contest.level} rules={required}>
          <Choice
            placeholder={t.choose}
            options={contestLevels.map((one) => ({ value: one, label: t.contest.levels[one] }))}
          />
        </Form.Item>
        <Form.Item name="highestRound" label={t.contest.round} rules={required}>
          <Choice
            placeholder={t.choose}
            options={contestRounds.map((one) => ({ value: one, label: t.contest.rounds[one] }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="rank"
        label={t.contest.rank}
        rules={[...required, { pattern: /^\s*([1-9]\d{0,2}|1000)?\s*$/, message: t.contest.badRank }]}
        validateTrigger="onBlur"
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={4} />
      </Form.Item>
      <Form.Item name="certifiedTrade" label={t.contest.certified} rules={required}>
        <Segments
          label={t.contest.certified}
          options={[
            { value: 'yes', label: t.contest.yes },
            { value: 'no', label: t.contest.no },
          ]}
        />
      </Form.Item>
    </>
  )
}
