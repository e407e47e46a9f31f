package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.errors.TimeoutException;
import org.gongxue.eventlog.ParkingEvent.DiscardProposed;
import org.gongxue.eventlog.ParkingEvent.InputDiscarded;
import org.gongxue.eventlog.ParkingEvent.InputKept;
import org.gongxue.eventlog.ParkingEvent.InputParked;
import org.gongxue.eventlog.ParkingEvent.InputReleased;
import org.gongxue.eventlog.ParkingEvent.ProposalRejected;
import org.gongxue.eventlog.ParkingEvent.ReleaseConfirmed;
import org.gongxue.eventlog.ParkingEvent.ReleaseProposed;
import org.jspecify.annotations.Nullable;

/**
 * Inputs that wait, made again from what the log says became of them; the inputs themselves are read from the topics of
 * their sources. Of a reason only the class of what was thrown comes back.
 */
final class ParkedAgain {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final KafkaConfig kafka;
    private final ParkedRows rows;

    ParkedAgain(Connection connection, KafkaConfig kafka) {
        this.connection = connection;
        this.kafka = kafka;
        this.rows = new ParkedRows(connection);
    }

    /** Brings the lines to where they were after an event. */
    void after(Recorded recorded) throws SQLException {
        if (recorded.event() instanceof ParkingEvent event) {
            switch (event) {
                case InputParked e -> rows.add(parked(recorded, e));
                case InputKept e ->
                    rows.keep(ParkedRows.get(connection, e.source(), e.index()), why(e.failure(), e.behind()));
                case InputReleased e -> rows.remove(List.of(ParkedRows.get(connection, e.source(), e.index())));
                case InputDiscarded e -> rows.remove(List.of(ParkedRows.get(connection, e.source(), e.index())));
                case ReleaseProposed _, DiscardProposed _, ReleaseConfirmed _, ProposalRejected _ -> {}
            }
        }
    }

    private Parked parked(Recorded recorded, InputParked fact) {
        return new Parked(
                input(fact),
                fact.subject(),
                recorded.index(),
                recorded.recordedAt(),
                why(fact.failure(), fact.behind()));
    }

    private static Hindrance why(@Nullable String failure, @Nullable String behind) {
        return behind == null
                ? new Hindrance(Objects.requireNonNullElse(failure, "unknown"), failure, null)
                : Hindrance.behind(behind);
    }

    /** The input as its source published it; the very one that was parked, as its leaf says. */
    private Input input(InputParked fact) {
        try (var reader = TopicReader.open(kafka, fact.source(), fact.index())) {
            List<TopicRecord> found = reader.poll(PATIENCE);
            if (found.isEmpty()) {
                throw new TimeoutException(
                        "input " + fact.index() + " of " + fact.source() + " was parked and is not in its topic");
            }
            Envelope event = found.getFirst().envelope();
            if (!Arrays.equals(event.leaf(), Base64.getDecoder().decode(fact.leaf()))) {
                throw PublicationRefusedException.otherHistory(fact.source(), fact.index());
            }
            return Input.unread(event);
        }
    }
}
