-- Read models: written by projections in the appender's transaction, rebuilt from the log at will.
CREATE TABLE learning_outcome (
    outcome_id text PRIMARY KEY,
    learner_id text NOT NULL,
    kind text NOT NULL,
    issuer_code text,
    occupation_code text NOT NULL,
    occupation_edition text NOT NULL,
    occupation_name text NOT NULL,
    level text,
    qualification text,
    contest jsonb,
    issued_on date NOT NULL,
    route text NOT NULL,
    deposited_on date NOT NULL,
    deposited_index bigint NOT NULL UNIQUE,
    state text NOT NULL,
    reasons jsonb NOT NULL,
    -- a revocation that was proposed while somebody proposed it and the state is RECOGNIZED, else one that was made
    revocation_on date,
    revocation_reason text,
    revocation_proposed_by text
);
CREATE INDEX learning_outcome_learner ON learning_outcome (learner_id, deposited_index);

CREATE TABLE learner_unit (
    learner_id text PRIMARY KEY,
    unit_id text NOT NULL
);

CREATE TABLE unit_path (
    unit_id text PRIMARY KEY,
    path varchar[] NOT NULL
);

CREATE VIEW learning_outcome_of_unit AS
SELECT o.*, l.unit_id, u.path AS unit_path
FROM learning_outcome o LEFT JOIN learner_unit l USING (learner_id) LEFT JOIN unit_path u USING (unit_id);

CREATE TABLE issuer (
    issuer_code text COLLATE "C" PRIMARY KEY,
    registered boolean NOT NULL,
    -- whether an entry waits for another person
    proposed boolean NOT NULL
);

CREATE TABLE credit_conversion (
    conversion_id text PRIMARY KEY,
    learner_id text NOT NULL,
    outcome_id text NOT NULL,
    enrollment_id text NOT NULL,
    rule_id text,
    rule_version integer,
    courses jsonb NOT NULL,
    credits integer NOT NULL CHECK (credits >= 0),
    state text NOT NULL,
    reasons jsonb NOT NULL,
    asked_index bigint NOT NULL
);
CREATE INDEX credit_conversion_learner ON credit_conversion (learner_id, asked_index);
-- The same outcome counts once in an enrollment: the second keeper beside the decision.
CREATE UNIQUE INDEX credit_conversion_live ON credit_conversion (enrollment_id, outcome_id) WHERE state = 'CONVERTED';

CREATE TABLE conversion_rule_version (
    rule_id text COLLATE "C" NOT NULL,
    rule_version integer NOT NULL,
    program_id text NOT NULL,
    state text NOT NULL,
    terms jsonb NOT NULL,
    PRIMARY KEY (rule_id, rule_version)
);

-- Not a read model: what the log must not hold.
CREATE TABLE certificate_number (
    outcome_id text PRIMARY KEY,
    secret bytea NOT NULL
);

CREATE TABLE key_fingerprint (
    name text PRIMARY KEY,
    fingerprint text NOT NULL
);
