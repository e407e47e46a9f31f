-- The log's own tables, in a schema of their own. Index is the primary key: safety never rests on a lock.

CREATE TABLE IF NOT EXISTS log.meta (
    service text NOT NULL,
    schema_version int NOT NULL,
    -- Raised when heads are made again, so that every instance lets go of those it remembers.
    head_epoch int NOT NULL DEFAULT 0,
    single boolean PRIMARY KEY DEFAULT true CHECK (single)
);

-- Streams and principals are compared byte by byte: a collation would make every look-up dearer. The id needs no index: what
-- has the same cause has the same id, and causes are unique by the keys of outcomes and inbox.
CREATE TABLE IF NOT EXISTS log.event (
    index bigint PRIMARY KEY CHECK (index > 0),
    stream text COLLATE "C" NOT NULL,
    version int NOT NULL CHECK (version > 0),
    id uuid NOT NULL,
    type text NOT NULL,
    revision int NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    cause text NOT NULL,
    correlation text NOT NULL,
    data bytea NOT NULL,
    leaf bytea NOT NULL CHECK (length(leaf) = 32),
    UNIQUE (stream, version)
);

CREATE TABLE IF NOT EXISTS log.head (
    stream text COLLATE "C" PRIMARY KEY,
    version int NOT NULL,
    evolve_version int NOT NULL,
    state bytea NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE IF NOT EXISTS log.command_outcome (
    principal text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    -- Null for an outcome made again from the command's events after a restored backup.
    request_hash bytea,
    outcome bytea NOT NULL,
    answer bytea,
    PRIMARY KEY (id, principal)
);

-- What comes next from each source.
CREATE TABLE IF NOT EXISTS log.inbox (
    source text PRIMARY KEY,
    next bigint NOT NULL CHECK (next > 0)
);

-- Inputs that could not be decided, and those of the same subject that wait behind them.
CREATE TABLE IF NOT EXISTS log.parked_input (
    source text NOT NULL,
    index bigint NOT NULL,
    subject text NOT NULL,
    -- The event that says so, and when it was recorded; the order in which they are decided one day.
    parked_index bigint NOT NULL UNIQUE,
    parked_at timestamptz NOT NULL,
    -- In full, for those who look after the log; the event has the class of what was thrown, or what it waits behind.
    reason text NOT NULL,
    failure text,
    behind text,
    id uuid NOT NULL,
    stream text NOT NULL,
    type text NOT NULL,
    revision int NOT NULL,
    occurred_at timestamptz NOT NULL,
    correlation text NOT NULL,
    data bytea NOT NULL,
    leaf bytea NOT NULL,
    PRIMARY KEY (source, index)
);

CREATE INDEX IF NOT EXISTS parked_input_by_subject ON log.parked_input (subject, parked_index);
CREATE INDEX IF NOT EXISTS parked_input_by_behind ON log.parked_input (behind);

-- How far the topic is known to hold the log, and the last sequence of each of its partitions.
CREATE TABLE IF NOT EXISTS log.publisher (
    topic text PRIMARY KEY,
    next_index bigint NOT NULL CHECK (next_index > 0),
    sequences bigint[] NOT NULL
);

-- The version that each read model was folded with.
CREATE TABLE IF NOT EXISTS log.projection (
    name text PRIMARY KEY,
    version int NOT NULL
);

-- Where the effects of inputs stand: of one source in the order of its index, so that rows come at the end.
CREATE TABLE IF NOT EXISTS log.input_effect (
    source text COLLATE "C" NOT NULL,
    input bigint NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (source, input, first)
);

-- Who looked at which learner's events. No fact of the log: what grows by being looked at soon shows little else.
CREATE TABLE IF NOT EXISTS log.look (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    looked_at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    learner text NOT NULL,
    asked text NOT NULL
);

CREATE INDEX IF NOT EXISTS look_by_learner ON log.look (learner, id);

-- What events that wait for their publication are part of, as W3C writes it. Only traced work has rows, and not for long.
CREATE TABLE IF NOT EXISTS log.trace (
    index bigint PRIMARY KEY,
    traceparent text NOT NULL
);

-- The Merkle tree over the leaves (RFC 6962), every eighth level of it; what lies between is worked out. One row for 256
-- events on level 8, one for 65,536 on level 16, and so on; level 0 is the leaf of the event itself.
CREATE TABLE IF NOT EXISTS log.tree_node (
    level int NOT NULL CHECK (level > 0 AND level % 8 = 0),
    number bigint NOT NULL CHECK (number >= 0),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, number)
);

-- What was signed of the tree, as signed notes.
CREATE TABLE IF NOT EXISTS log.checkpoint (
    size bigint PRIMARY KEY CHECK (size > 0),
    note text NOT NULL,
    -- Whether the topic of checkpoints has it.
    published boolean NOT NULL DEFAULT false
);

CREATE INDEX IF NOT EXISTS checkpoint_unpublished ON log.checkpoint (size) WHERE NOT published;
