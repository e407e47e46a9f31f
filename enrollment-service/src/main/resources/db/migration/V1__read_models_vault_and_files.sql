-- Read models: written by projections in the appender's transaction, made again from the log at will.
CREATE TABLE unit (
    unit_id text PRIMARY KEY,
    parent_id text,
    name text NOT NULL,
    level text NOT NULL,
    ownership text NOT NULL,
    affiliation text NOT NULL,
    division_code text,
    credit_code text,
    registered_index bigint NOT NULL UNIQUE
);

-- Every unit with each of those above it and itself: scope is a join.
CREATE TABLE unit_ancestor (
    unit_id text NOT NULL,
    ancestor_id text NOT NULL,
    PRIMARY KEY (unit_id, ancestor_id)
);
CREATE INDEX unit_ancestor_below ON unit_ancestor (ancestor_id, unit_id);

CREATE TABLE officer_appointment (
    appointment_id text PRIMARY KEY,
    subject text NOT NULL,
    organization_id text NOT NULL,
    role text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    dismissed_on date,
    appointed_index bigint NOT NULL UNIQUE
);

CREATE TABLE university (
    university_id text PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE program_version (
    program_id text NOT NULL,
    program_version integer NOT NULL,
    university_id text NOT NULL,
    level text NOT NULL,
    major text NOT NULL,
    entry_level text NOT NULL,
    required_credits integer NOT NULL,
    tuition_fen bigint NOT NULL,
    courses jsonb NOT NULL,
    published_index bigint NOT NULL UNIQUE,
    PRIMARY KEY (program_id, program_version)
);

CREATE TABLE intake (
    intake_id text PRIMARY KEY,
    year integer NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    quota integer NOT NULL,
    answer_days integer NOT NULL,
    used integer NOT NULL,
    closed_on date,
    opened_index bigint NOT NULL UNIQUE,
    -- The second keeper of invariant 5.
    CHECK (used BETWEEN 0 AND quota)
);

CREATE TABLE intake_program (
    intake_id text NOT NULL,
    program_id text NOT NULL,
    program_version integer NOT NULL,
    ordinal integer NOT NULL,
    places integer NOT NULL,
    used integer NOT NULL,
    waitlisted integer NOT NULL,
    PRIMARY KEY (intake_id, program_id),
    CHECK (used BETWEEN 0 AND places),
    CHECK (waitlisted >= 0)
);

CREATE TABLE learner (
    learner_id text PRIMARY KEY,
    unit_id text NOT NULL,
    education_level text NOT NULL,
    account_token text,
    account_version integer NOT NULL,
    consent_version text,
    consented_on date,
    registered_index bigint NOT NULL
);

CREATE TABLE application (
    application_id text PRIMARY KEY,
    intake_id text NOT NULL,
    program_id text NOT NULL,
    program_version integer NOT NULL,
    university_id text NOT NULL,
    learner_id text NOT NULL,
    unit_id text NOT NULL,
    state text NOT NULL,
    submitted_by text NOT NULL,
    submitted_on date NOT NULL,
    holder_role text,
    holder_id text,
    due_on date,
    waitlist_number integer,
    reason_code text,
    reason_field text,
    reason_value text,
    reason_needed text,
    first_application_id text,
    enrollment_id text,
    submitted_index bigint NOT NULL UNIQUE
);
CREATE INDEX application_intake ON application (intake_id, submitted_index);
CREATE INDEX application_unit ON application (unit_id, submitted_index);
CREATE INDEX application_university ON application (university_id, submitted_index);
CREATE INDEX application_learner ON application (learner_id, submitted_index);
CREATE INDEX application_open ON application (intake_id) WHERE state = 'SUBMITTED';

CREATE TABLE application_step (
    application_id text NOT NULL,
    index bigint NOT NULL,
    state text NOT NULL,
    happened_on date NOT NULL,
    PRIMARY KEY (application_id, index)
);

CREATE TABLE enrollment (
    enrollment_id text PRIMARY KEY,
    learner_id text NOT NULL,
    program_id text NOT NULL,
    program_version integer NOT NULL,
    university_id text NOT NULL,
    student_number text NOT NULL,
    unit_id text NOT NULL,
    enrolled_on date NOT NULL,
    withdrawn_on date,
    withdrawal_reason text,
    graduated_on date,
    credits_differ boolean NOT NULL,
    enrolled_index bigint NOT NULL UNIQUE,
    UNIQUE (university_id, student_number)
);
CREATE INDEX enrollment_university ON enrollment (university_id, enrolled_index);
CREATE INDEX enrollment_learner ON enrollment (learner_id, enrolled_index);
CREATE INDEX enrollment_unit ON enrollment (unit_id, enrolled_index);

CREATE TABLE tuition_receipt (
    enrollment_id text NOT NULL,
    receipt_number text NOT NULL,
    due_fen bigint NOT NULL,
    waived_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    refunded_fen bigint NOT NULL,
    paid_on date NOT NULL,
    recorded_index bigint NOT NULL,
    PRIMARY KEY (enrollment_id, receipt_number),
    CHECK (due_fen = waived_fen + paid_fen AND refunded_fen BETWEEN 0 AND paid_fen)
);

CREATE TABLE graduation_file (
    file_id text PRIMARY KEY,
    university_id text NOT NULL,
    digest text NOT NULL,
    rows integer NOT NULL,
    accepted integer NOT NULL,
    duplicate integer NOT NULL,
    refused integer NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_on date NOT NULL,
    released_by text,
    released_on date,
    state text NOT NULL,
    received_index bigint NOT NULL UNIQUE,
    settled_index bigint
);
CREATE INDEX graduation_file_university ON graduation_file (university_id, received_index);

CREATE TABLE graduation_row (
    file_id text NOT NULL,
    sheet_row integer NOT NULL,
    status text NOT NULL,
    reasons jsonb NOT NULL,
    first_evidence text,
    index bigint NOT NULL,
    PRIMARY KEY (file_id, sheet_row)
);

-- What events call for and the service still has to do: derived from the log, so that a crash forgets nothing.
CREATE TABLE chore (
    kind text NOT NULL,
    subject text NOT NULL,
    since_index bigint NOT NULL,
    PRIMARY KEY (kind, subject)
);

-- Windows that are not closed yet.
CREATE TABLE intake_window (
    intake_id text PRIMARY KEY,
    closes_on date NOT NULL
);

-- The vault: not derived from anything, erasable, encrypted. Nothing here is in the log.
CREATE TABLE vault_profile (
    learner_id text PRIMARY KEY,
    id_index text NOT NULL,
    phone_index text NOT NULL,
    secret bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX vault_profile_id ON vault_profile (id_index);
CREATE INDEX vault_profile_phone ON vault_profile (phone_index);

CREATE TABLE vault_payee (
    learner_id text NOT NULL,
    account_token text NOT NULL,
    secret bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (learner_id, account_token)
);

CREATE TABLE vault_access (
    access_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    accessed_at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    purpose text NOT NULL,
    context text NOT NULL,
    learner_id text NOT NULL,
    part text NOT NULL
);
CREATE INDEX vault_access_learner ON vault_access (learner_id, access_id);
CREATE INDEX vault_access_actor ON vault_access (actor, access_id);

CREATE TABLE key_fingerprint (
    name text PRIMARY KEY,
    fingerprint text NOT NULL
);

-- Uploads: what came and what its check foresaw. Contents are encrypted with the profile key.
CREATE TABLE graduation_upload (
    file_id text PRIMARY KEY,
    name text NOT NULL,
    secret bytea NOT NULL,
    uploaded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE graduation_upload_row (
    file_id text NOT NULL,
    sheet_row integer NOT NULL,
    secret bytea NOT NULL,
    status text NOT NULL,
    reasons jsonb NOT NULL,
    first_evidence text,
    PRIMARY KEY (file_id, sheet_row)
);
