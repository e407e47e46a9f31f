package org.gongxue.reward.audit.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.Verdict;
import org.jspecify.annotations.Nullable;

/** A replay that somebody asked for. One at a time is running; the table sees to it. */
@Entity
@Table(name = "replay_run")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ReplayRun extends PanacheEntityBase {

    /** How far a run is. */
    public enum State {
        /** Its process is at work. */
        RUNNING,
        /** It has reported. */
        FINISHED,
        /** Somebody stopped it. */
        CANCELED,
        /** It could not be carried out. */
        FAILED
    }

    @Id
    @Column(name = "replay_id")
    public String replayId;

    @Enumerated(EnumType.STRING)
    public ReplayMode mode;

    @Column(name = "as_of")
    public @Nullable LocalDate asOf;

    /** What else was asked for, as {@link ReplayOptions} writes it. */
    public String options;

    @Enumerated(EnumType.STRING)
    public State state;

    @Column(name = "asked_by")
    public String askedBy;

    @Column(name = "started_at")
    public Instant startedAt;

    /** When its process was last heard of. */
    @Column(name = "heard_at")
    public Instant heardAt;

    @Column(name = "finished_at")
    public @Nullable Instant finishedAt;

    @Column(name = "events_read")
    public long eventsRead;

    @Column(name = "events_total")
    public long eventsTotal;

    @Column(name = "events_per_second")
    public long eventsPerSecond;

    @Enumerated(EnumType.STRING)
    public @Nullable Verdict verdict;

    /** The report's exact bytes as text; the digest is over them. */
    public @Nullable String report;

    public @Nullable String digest;

    /** The index of the event that holds the digest. */
    @Column(name = "log_index")
    public @Nullable Long logIndex;

    public @Nullable String failure;

    /** The newest first. */
    static List<ReplayRun> newest(int most) {
        return ReplayRun.<ReplayRun>find("order by startedAt desc, replayId")
                .page(Page.ofSize(most))
                .list();
    }

    /** Those whose process was not heard of since a moment. */
    static List<ReplayRun> silentSince(Instant moment) {
        return list("state = ?1 and heardAt < ?2", State.RUNNING, moment);
    }
}
