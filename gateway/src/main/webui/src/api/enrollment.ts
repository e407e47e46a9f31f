import { get, post, upload } from './http'

/** The learner as the vault shows him to himself. */
export interface Learner {
  readonly learnerId: string
  readonly name: string
  readonly phone?: string
  readonly unitId: string
  readonly unitName?: string
  readonly educationLevel: EducationLevel
  readonly card?: Card | null
}

export interface Card {
  readonly lastDigits: string
  readonly bankName: string
}

export const educationLevels = [
  'PRIMARY',
  'JUNIOR_SECONDARY',
  'SENIOR_SECONDARY',
  'ASSOCIATE',
  'BACHELOR',
  'POSTGRADUATE',
] as const

export type EducationLevel = (typeof educationLevels)[number]

export interface NewLearner {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly unitId: string
  readonly educationLevel: EducationLevel
  readonly consent: { readonly wordingVersion: string; readonly sensitive: true }
}

export interface NewCard {
  readonly accountNumber: string
  readonly bankName: string
  readonly bankCode?: string
}

export interface Unit {
  readonly unitId: string
  readonly name: string
  readonly parentId?: string
}

export type DegreeLevel = 'ASSOCIATE' | 'BACHELOR'

export interface Course {
  readonly code: string
  readonly name: string
  readonly credits: number
}

export interface ConvertedPart {
  readonly conversionId: string
  readonly credits: number
  readonly courses?: readonly { readonly courseCode: string; readonly courseName: string; readonly credits: number }[]
}

/** One degree enrollment with its progress. Credits are whole. */
export interface Enrollment {
  readonly enrollmentId: string
  readonly universityName?: string
  readonly major: string
  readonly level: DegreeLevel
  readonly studentNumber: string
  readonly state: 'studying' | 'graduated' | 'withdrawn'
  readonly requiredCredits: number
  readonly countedCredits: number
  readonly ownCredits: number
  readonly convertedCredits: number
  readonly missingCourses: readonly Course[]
  readonly converted?: readonly ConvertedPart[]
  readonly awardedOn?: string
  readonly withdrawnOn?: string
}

export type ApplicationState =
  | 'submitted'
  | 'recommended'
  | 'placed'
  | 'waitlisted'
  | 'admitted'
  | 'refused'
  | 'withdrawn'

export interface Application {
  readonly applicationId: string
  readonly programId: string
  readonly major?: string
  readonly level?: DegreeLevel
  readonly universityName?: string
  readonly state: ApplicationState
  readonly submittedOn: string
  readonly waitlistNumber?: number
  readonly holder?: { readonly organizationName?: string; readonly organizationId?: string; readonly until?: string }
  readonly reason?: Reason
}

/** Why something was refused: the rule, what was found, what would have passed, and the sentence for it. */
export interface Reason {
  readonly code: string
  readonly title?: string
  readonly text?: string
  readonly field?: string
  readonly value?: string
  readonly needed?: string
}

/** A graduation file and what came of it. */
export interface GraduationFile {
  readonly fileId: string
  readonly name: string
  readonly digest: string
  readonly rows: number
  readonly accepted: number
  readonly duplicate: number
  readonly refused: number
  readonly state: 'checked' | 'released' | 'settled'
  readonly uploadedAt?: string
  readonly uploadedByName?: string
  readonly uploadedByMe?: boolean
  readonly releasedAt?: string
  readonly releasedByName?: string
  readonly universityName?: string
}

export type RowStatus = 'accepted' | 'duplicate' | 'refused'

export interface FileRow {
  readonly row: number
  readonly studentNumber?: string
  readonly status: RowStatus
  readonly column?: string
  readonly value?: string
  readonly code?: string
  readonly reason?: string
  readonly mend?: string
  readonly index?: number
}

/** What a registrar keeps: counts, the file's digest and where its facts are in the log. */
export interface Receipt {
  readonly receiptNumber?: string
  readonly digest: string
  readonly firstIndex?: number
  readonly lastIndex?: number
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string | null
}

const base = '/api/enrollment'

export const readMe = (signal?: AbortSignal): Promise<Learner> => get(`${base}/learners/me`, signal)
export const register = (learner: NewLearner, key: string): Promise<{ learnerId: string }> =>
  post(`${base}/learners`, learner, key)
export const saveCard = (card: NewCard, key: string): Promise<unknown> => post(`${base}/learners/me/card`, card, key)
export const readUnits = async (signal?: AbortSignal): Promise<readonly Unit[]> =>
  (await get<Page<Unit>>(`${base}/units`, signal)).items
export const readEnrollments = async (signal?: AbortSignal): Promise<readonly Enrollment[]> =>
  (await get<Page<Enrollment>>(`${base}/enrollments/mine`, signal)).items
export const readApplications = async (signal?: AbortSignal): Promise<readonly Application[]> =>
  (await get<Page<Application>>(`${base}/applications/mine`, signal)).items

export const readFiles = async (signal?: AbortSignal): Promise<readonly GraduationFile[]> =>
  (await get<Page<GraduationFile>>(`${base}/graduation-files`, signal)).items
export const readFile = (id: string, signal?: AbortSignal): Promise<GraduationFile> =>
  get(`${base}/graduation-files/${encodeURIComponent(id)}`, signal)
export const readReceipt = (id: string, signal?: AbortSignal): Promise<Receipt> =>
  get(`${base}/graduation-files/${encodeURIComponent(id)}/receipt`, signal)
export const readRows = (id: string, status: RowStatus, cursor?: string, signal?: AbortSignal): Promise<Page<FileRow>> =>
  get(
    `${base}/graduation-files/${encodeURIComponent(id)}/rows?status=${status}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    signal,
  )
export const releaseFile = (id: string, key: string): Promise<GraduationFile> =>
  post(`${base}/graduation-files/${encodeURIComponent(id)}/release`, undefined, key)
export const sendFile = (file: File, onProgress: (share: number) => void): Promise<GraduationFile> =>
  upload(`${base}/graduation-files`, file, onProgress)
export const templatePath = `${base}/graduation-files/template.xlsx`
export const errorRowsPath = (id: string): string =>
  `${base}/graduation-files/${encodeURIComponent(id)}/errors.xlsx`
