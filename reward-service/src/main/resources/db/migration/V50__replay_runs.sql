-- Replays that were asked for. What a replay concluded stands in the log; this is how it went.
create table replay_run (
    replay_id         text        primary key,
    mode              text        not null,
    as_of             date,
    options           text        not null default '{}',
    state             text        not null check (state in ('RUNNING', 'FINISHED', 'CANCELED', 'FAILED')),
    asked_by          text        not null,
    started_at        timestamptz not null,
    heard_at          timestamptz not null,
    finished_at       timestamptz,
    events_read       bigint      not null check (events_read >= 0),
    events_total      bigint      not null check (events_total >= 0),
    events_per_second bigint      not null check (events_per_second >= 0),
    verdict           text,
    report            text,
    digest            text,
    log_index         bigint,
    failure           text,
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((state = 'FINISHED') = (report is not null and digest is not null and verdict is not null))
);

-- One at a time, whichever instance of the service runs it.
create unique index replay_run_one_running on replay_run (state) where state = 'RUNNING';

create index replay_run_newest on replay_run (started_at desc);
