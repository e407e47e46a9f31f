-- Read models: written by projections in the appender's transaction, rebuilt from the log at will.
CREATE TABLE policy_version (
    policy_id text COLLATE "C" NOT NULL,
    policy_version integer NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    source_event text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    document text NOT NULL,
    digest text NOT NULL,
    proposed_by text NOT NULL,
    published_by text,
    PRIMARY KEY (policy_id, policy_version)
);

-- The checks are the second keeper of the ledger beside the decision: every fund sums to zero, nothing but the outside
-- stands below zero.
CREATE TABLE fund (
    fund_id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    year integer NOT NULL,
    source text NOT NULL,
    external_fen bigint NOT NULL DEFAULT 0,
    available_fen bigint NOT NULL DEFAULT 0 CHECK (available_fen >= 0),
    held_fen bigint NOT NULL DEFAULT 0 CHECK (held_fen >= 0),
    payable_fen bigint NOT NULL DEFAULT 0 CHECK (payable_fen >= 0),
    in_transit_fen bigint NOT NULL DEFAULT 0 CHECK (in_transit_fen >= 0),
    paid_fen bigint NOT NULL DEFAULT 0 CHECK (paid_fen >= 0),
    receivable_fen bigint NOT NULL DEFAULT 0 CHECK (receivable_fen >= 0),
    returned_fen bigint NOT NULL DEFAULT 0 CHECK (returned_fen >= 0),
    CONSTRAINT fund_sums_to_zero CHECK (
        external_fen + available_fen + held_fen + payable_fen + in_transit_fen + paid_fen + receivable_fen = 0)
);

CREATE TABLE appropriation (
    fund_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    document_number text NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    on_date date NOT NULL,
    state text NOT NULL,
    proposed_by text NOT NULL,
    settled_by text,
    PRIMARY KEY (fund_id, number)
);

CREATE TABLE entitlement (
    entitlement_id text COLLATE "C" PRIMARY KEY,
    opened_index bigint NOT NULL UNIQUE,
    policy_id text NOT NULL,
    policy_version integer NOT NULL,
    learner_id text NOT NULL,
    basis text NOT NULL,
    unit_id text NOT NULL,
    unit_path varchar[] NOT NULL,
    state text NOT NULL,
    awaits_approval boolean NOT NULL DEFAULT false,
    amount_fen bigint NOT NULL DEFAULT 0 CHECK (amount_fen >= 0),
    fund_id text,
    group_name text,
    waitlist_position integer NOT NULL DEFAULT 0,
    conditions jsonb NOT NULL DEFAULT '[]',
    missing jsonb NOT NULL DEFAULT '[]',
    reasons jsonb NOT NULL DEFAULT '[]',
    computation jsonb,
    -- The last payment attempt.
    batch_id text,
    attempt integer NOT NULL DEFAULT 0
);
CREATE INDEX entitlement_learner ON entitlement (learner_id, opened_index);
CREATE INDEX entitlement_state ON entitlement (state, opened_index);
CREATE INDEX entitlement_fund ON entitlement (fund_id, state, waitlist_position);
CREATE INDEX entitlement_line ON entitlement (fund_id, waitlist_position) WHERE waitlist_position > 0;
CREATE INDEX entitlement_unit ON entitlement USING gin (unit_path);

CREATE TABLE entitlement_step (
    entitlement_id text COLLATE "C" NOT NULL,
    index bigint NOT NULL,
    state text NOT NULL,
    on_date date NOT NULL,
    PRIMARY KEY (entitlement_id, index)
);

CREATE TABLE payment_attempt (
    payment_number text COLLATE "C" PRIMARY KEY,
    entitlement_id text COLLATE "C" NOT NULL,
    attempt integer NOT NULL,
    batch_id text NOT NULL,
    line integer NOT NULL,
    learner_id text NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    payee_version integer NOT NULL,
    -- open, paid or returned
    state text NOT NULL,
    on_date date NOT NULL,
    bank_reference text,
    failure_code text,
    UNIQUE (entitlement_id, attempt),
    UNIQUE (batch_id, line)
);
-- One open attempt at a time would be the rule, were it not for the lines of discarded batches.

CREATE TABLE payment_batch (
    batch_id text COLLATE "C" PRIMARY KEY,
    opened_index bigint NOT NULL UNIQUE,
    fund_id text NOT NULL,
    purpose text NOT NULL,
    state text NOT NULL,
    lines integer NOT NULL DEFAULT 0,
    total_fen bigint NOT NULL DEFAULT 0,
    opened_by text NOT NULL,
    frozen_by text,
    approved_by text,
    approved_on date,
    exports integer NOT NULL DEFAULT 0,
    last_export_digest text
);

CREATE TABLE payee (
    learner_id text PRIMARY KEY,
    version integer NOT NULL
);
