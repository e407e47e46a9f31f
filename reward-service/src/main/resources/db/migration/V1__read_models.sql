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
    -- The last entry.
    last_index bigint NOT NULL DEFAULT 0,
    CONSTRAINT fund_sums_to_zero CHECK (
        external_fen + available_fen + held_fen + payable_fen + in_transit_fen + paid_fen + receivable_fen = 0)
);

-- A fund every so many events, so that its balances of any moment are found by folding only few. Which moments are kept
-- depends on how events were batched; nothing but speed hangs on it.
CREATE TABLE fund_moment (
    fund_id text COLLATE "C" NOT NULL,
    index bigint NOT NULL,
    external_fen bigint NOT NULL,
    available_fen bigint NOT NULL,
    held_fen bigint NOT NULL,
    payable_fen bigint NOT NULL,
    in_transit_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    receivable_fen bigint NOT NULL,
    PRIMARY KEY (fund_id, index)
);

-- The line of a fund, which may be there before the fund is.
CREATE TABLE fund_line (
    fund_id text COLLATE "C" PRIMARY KEY,
    waitlist_last integer NOT NULL DEFAULT 0,
    waitlist_served integer NOT NULL DEFAULT 0,
    CHECK (0 <= waitlist_served AND waitlist_served <= waitlist_last)
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
    -- The year of its places, or of its money, or in which it was opened.
    year integer NOT NULL,
    amount_fen bigint NOT NULL DEFAULT 0 CHECK (amount_fen >= 0),
    -- The leading fund; what each pays is in shares, and who pays beside it in co_fund_ids.
    fund_id text,
    shares jsonb NOT NULL DEFAULT '[]',
    co_fund_ids varchar[] NOT NULL DEFAULT '{}',
    group_name text,
    cell_id text COLLATE "C",
    -- The line it joined last: quota or fund, which one, and its position there.
    line text CHECK (line IN ('quota', 'fund')),
    line_id text COLLATE "C",
    line_position integer CHECK (line_position > 0),
    waiting_since date,
    conditions jsonb NOT NULL DEFAULT '[]',
    missing jsonb NOT NULL DEFAULT '[]',
    reasons jsonb NOT NULL DEFAULT '[]',
    computation jsonb,
    revoked_reason text,
    revoked_on date,
    -- The last payment attempt.
    batch_id text,
    attempt integer NOT NULL DEFAULT 0,
    CHECK ((line IS NULL) = (line_id IS NULL) AND (line IS NULL) = (line_position IS NULL))
);
CREATE INDEX entitlement_learner ON entitlement (learner_id, opened_index);
CREATE INDEX entitlement_state ON entitlement (state, opened_index);
CREATE INDEX entitlement_fund ON entitlement (fund_id, state);
CREATE INDEX entitlement_line ON entitlement (line_id, line_position) WHERE line IS NOT NULL;
CREATE INDEX entitlement_unit ON entitlement USING gin (unit_path);

CREATE TABLE entitlement_step (
    entitlement_id text COLLATE "C" NOT NULL,
    index bigint NOT NULL,
    state text NOT NULL,
    on_date date NOT NULL,
    -- Which line was joined, for a step into one.
    line text,
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

-- The checks are the second keeper of places beside the decision (invariant 5).
CREATE TABLE quota_cell (
    cell_id text COLLATE "C" PRIMARY KEY,
    policy_id text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    unit_id text NOT NULL,
    group_name text NOT NULL,
    places integer NOT NULL DEFAULT 0,
    used integer NOT NULL DEFAULT 0,
    waitlist_last integer NOT NULL DEFAULT 0,
    waitlist_served integer NOT NULL DEFAULT 0,
    -- The last event of the cell.
    last_index bigint NOT NULL DEFAULT 0,
    UNIQUE (policy_id, year, unit_id, group_name),
    CONSTRAINT quota_cell_never_cracks CHECK (0 <= used AND used <= places),
    CONSTRAINT quota_cell_line CHECK (0 <= waitlist_served AND waitlist_served <= waitlist_last)
);
-- As of funds.
CREATE TABLE quota_moment (
    cell_id text COLLATE "C" NOT NULL,
    index bigint NOT NULL,
    places integer NOT NULL,
    used integer NOT NULL,
    waitlist_last integer NOT NULL,
    waitlist_served integer NOT NULL,
    PRIMARY KEY (cell_id, index)
);
CREATE INDEX quota_cell_waiting ON quota_cell (year) WHERE waitlist_served < waitlist_last;

CREATE TABLE quota_proposal (
    policy_id text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    policy_version integer NOT NULL,
    reason_code text NOT NULL,
    digest text NOT NULL,
    cells jsonb NOT NULL,
    state text NOT NULL,
    proposed_by text NOT NULL,
    settled_by text,
    PRIMARY KEY (policy_id, year, number)
);

-- The union tree as enrollment tells it, for names.
CREATE TABLE unit (
    unit_id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    unit_level text NOT NULL,
    path varchar[] NOT NULL
);

CREATE TABLE payee (
    learner_id text PRIMARY KEY,
    version integer NOT NULL
);
