package org.gongxue.bench;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Hibernate ORM as its user guide advises: a session per command, ids from a pooled sequence of 50, inserts and updates
 * ordered and batched, the head under an optimistic version; who loses tries again.
 */
final class HibernateLog implements Contender {
    private static final int ATTEMPTS_MAX = 100;
    private static final Logger ITS_LOG = Logger.getLogger("org.hibernate");

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    HibernateLog(Database database) throws SQLException {
        ITS_LOG.setLevel(Level.SEVERE); // who loses is expected to, and telling so would cost it time
        Rows.createTables(database);
        pool = Pool.open(database);
        var configuration = new Configuration()
                .addAnnotatedClass(EventRow.class)
                .addAnnotatedClass(HeadRow.class)
                .addAnnotatedClass(OutcomeRow.class)
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true")
                // The pool's connections come with autocommit off: a session takes one only when it needs one.
                .setProperty("hibernate.connection.provider_disables_autocommit", "true");
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        sessions = configuration.buildSessionFactory();
    }

    @Override
    public void append(String learner) {
        for (int attempt = 1; ; attempt++) {
            try {
                sessions.inTransaction(session -> {
                    HeadRow head = session.find(HeadRow.class, learner);
                    if (head == null) {
                        head = new HeadRow(learner);
                        session.persist(head);
                    }
                    Work.Learning learning = Work.read(head.state, Work.Learning.class);
                    Work.Earned earned = learning.decide(learner);
                    head.state = Work.json(learning.evolve(earned));
                    var random = ThreadLocalRandom.current();
                    var id = new UUID(random.nextLong(), random.nextLong());
                    session.persist(new EventRow(learner, head.version + 1, id, Work.json(earned)));
                    session.persist(new OutcomeRow(id));
                });
                return;
            } catch (OptimisticLockException | ConstraintViolationException overtaken) {
                if (attempt == ATTEMPTS_MAX) {
                    throw overtaken;
                }
            }
        }
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }

    @Entity
    @Table(schema = "log", name = "event")
    static class EventRow {
        @Id
        @GeneratedValue(generator = "event_index")
        @SequenceGenerator(name = "event_index", schema = "log", sequenceName = "event_index", allocationSize = 50)
        long index;

        String stream = "";
        int version;
        UUID id = new UUID(0, 0);
        String type = Work.TYPE;
        int revision = 1;

        @Column(name = "occurred_at")
        Instant occurredAt = Instant.now();

        @Column(name = "recorded_at")
        Instant recordedAt = occurredAt;

        String actor = Work.WHO;
        String cause = "";
        String correlation = "";
        byte[] data = {};
        byte[] leaf = Rows.HASH;

        EventRow() {}

        EventRow(String stream, int version, UUID id, byte[] data) {
            this.stream = stream;
            this.version = version;
            this.id = id;
            this.cause = Rows.cause(id);
            this.correlation = id.toString();
            this.data = data;
        }
    }

    @Entity
    @Table(schema = "log", name = "head")
    static class HeadRow {
        @Id
        String stream = "";

        @Version
        int version;

        @Column(name = "evolve_version")
        int evolveVersion = 1;

        byte[] state = Work.json(Work.Learning.NOTHING);

        HeadRow() {}

        HeadRow(String stream) {
            this.stream = stream;
        }
    }

    @Entity
    @Table(schema = "log", name = "command_outcome")
    static class OutcomeRow {
        @Id
        UUID id = new UUID(0, 0);

        String principal = Work.WHO;

        @Column(name = "request_hash")
        byte[] requestHash = Rows.HASH;

        byte[] outcome = Rows.OUTCOME;

        OutcomeRow() {}

        OutcomeRow(UUID id) {
            this.id = id;
        }
    }
}
