import { get, getAll, post, upload, type Page } from './http'
import type { Problem } from './problem'

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
  /** the last four digits */
  readonly tail: string
  readonly bankName: string
  /** counts up with every new card */
  readonly version: number
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
  /** 联行号, 12 digits */
  readonly bankCode: string
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

/** One degree enrollment with its progress. Credits are whole. */
export interface Enrollment {
  readonly enrollmentId: string
  readonly universityName?: string
  readonly major: string
  readonly level: DegreeLevel
  readonly studentNumber: string
  readonly state: 'studying' | 'graduated' | 'withdrawn'
  readonly required: number
  /** own and converted */
  readonly counted: number
  readonly own: number
  readonly convertedCredits: number
  /** neither passed nor converted */
  readonly missing: readonly Course[]
  readonly graduatedOn?: string
  readonly withdrawnOn?: string
}

export type ApplicationState =
  | 'submitted'
  | 'recommended'
  | 'placed'
  | 'waitlisted'
  | 'enrolled'
  | 'refused'
  | 'withdrawn'

export interface Application {
  readonly applicationId: string
  readonly programId: string
  readonly major?: string
  readonly universityName?: string
  readonly state: ApplicationState
  readonly submittedOn: string
  readonly waitlistNumber?: number
  /** who answers next, and the last day for it */
  readonly holder?: { readonly organizationId: string; readonly name?: string; readonly until: string }
  /** why it was refused */
  readonly problem?: Problem
}

/** A graduation file and what came of it; the counts are foreseen until it is released. */
export interface GraduationFile {
  readonly fileId: string
  readonly name?: string
  readonly digest: string
  readonly rows: number
  readonly accepted: number
  readonly duplicate: number
  readonly refused: number
  readonly state: 'checked' | 'releasing' | 'released'
  /** subject of the sign-in */
  readonly uploadedBy: string
  readonly uploadedOn: string
  readonly releasedBy?: string
  readonly releasedOn?: string
  /** the events of its rows, once there are any */
  readonly firstIndex?: number
  readonly lastIndex?: number
}

export type RowStatus = 'accepted' | 'duplicate' | 'refused'

/** A row of a graduation file; all its reasons, the first of them once more in the row itself. */
export interface FileRow {
  readonly row: number
  readonly studentNumber?: string
  readonly status: RowStatus
  readonly index?: number
  readonly reasons: readonly RowReason[]
}

export interface RowReason {
  readonly column: string
  readonly value?: string
  readonly code: string
  readonly reason: string
  readonly mend: string
}

const base = '/api/enrollment'

export const readMe = (signal?: AbortSignal): Promise<Learner> => get(`${base}/learners/me`, signal)
export const register = (learner: NewLearner, key: string): Promise<{ learnerId: string }> =>
  post(`${base}/learners`, learner, key)
export const saveCard = (card: NewCard, key: string): Promise<unknown> => post(`${base}/learners/me/card`, card, key)
export const readUnits = (signal?: AbortSignal): Promise<readonly Unit[]> => getAll(`${base}/units`, signal)
export const readEnrollments = (signal?: AbortSignal): Promise<readonly Enrollment[]> =>
  getAll(`${base}/enrollments/mine`, signal)
/** Newest first. */
export const readApplications = (signal?: AbortSignal): Promise<readonly Application[]> =>
  getAll(`${base}/applications/mine`, signal)

/** Newest first. */
export const readFiles = async (signal?: AbortSignal): Promise<readonly GraduationFile[]> =>
  [...(await getAll<GraduationFile>(`${base}/graduation-files`, signal))].reverse()
export const readFile = (id: string, signal?: AbortSignal): Promise<GraduationFile> =>
  get(`${base}/graduation-files/${encodeURIComponent(id)}`, signal)
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
