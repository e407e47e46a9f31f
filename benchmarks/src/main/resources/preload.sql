-- Events ${from} to ${to} of a log, as the service "bench" would have written them, valid leaves included (docs/log-format.md).
-- The first ${longEvents} stand on ${longStreams} learners from number ${firstLong} on, the others on ${streams} from 0 on.
INSERT INTO log.event (index, stream, version, id, type, revision, occurred_at, recorded_at, actor, cause, correlation, data, leaf)
SELECT index, stream, version, id, type, 1, moment, moment, actor, cause, correlation, data,
    sha256('\x00'::bytea
        || field(convert_to('bench', 'UTF8')) || field(int8send(index)) || field(convert_to(stream, 'UTF8'))
        || field(int4send(version)) || field(uuid_send(id)) || field(convert_to(type, 'UTF8')) || field(int4send(1))
        || field(int8send(micros)) || field(int8send(micros)) || field(convert_to(actor, 'UTF8'))
        || field(convert_to(cause, 'UTF8')) || field(convert_to(correlation, 'UTF8')) || field(data))
FROM (
    SELECT index, 'learner/' || learner AS stream, version, gen_random_uuid() AS id, '${type}' AS type, micros,
        timestamptz 'epoch' + micros * interval '1 microsecond' AS moment, '${who}' AS actor,
        'command:${who}/' || command AS cause, command::text AS correlation,
        convert_to(replace('${event}', '${learner}', learner), 'UTF8') AS data
    FROM (
        SELECT i AS index, gen_random_uuid() AS command, 1767225600000000 + i AS micros,
            'learner-' || (10000000 + CASE WHEN i <= ${longEvents} THEN ${firstLong} + (i - 1) % ${longStreams}
                ELSE (i - 1 - ${longEvents}) % ${streams} END) AS learner,
            (1 + CASE WHEN i <= ${longEvents} THEN (i - 1) / ${longStreams}
                ELSE (i - 1 - ${longEvents}) / ${streams} END)::int AS version
        FROM generate_series(${from}::bigint, ${to}::bigint) i OFFSET 0
    ) numbered OFFSET 0
) written;
