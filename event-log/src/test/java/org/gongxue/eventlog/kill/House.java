package org.gongxue.eventlog.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL and a Kafka to be killed, in a folder of their own that goes with them. */
record House(Path folder, PostgresProcess postgres, KafkaProcess kafka) implements AutoCloseable {

    private static final class Shared {
        static final House RUNNING = start();
    }

    /** The one that all tests of this JVM share; it ends with the JVM. */
    static House running() {
        return Shared.RUNNING;
    }

    static House start() {
        try {
            Signal.NONE.send(ProcessHandle.current().pid()); // the first call takes longest, and a kill must not
            Path folder = Files.createTempDirectory("gongxue-kill");
            var kafka = KafkaProcess.start(folder);
            var house = new House(folder, PostgresProcess.start(folder), kafka);
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            house.postgres.awaitReady();
            house.kafka.awaitReady();
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two services on fresh databases and topics. */
    Services services() {
        return Services.fresh(postgres, kafka.address());
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        if (Files.exists(folder)) {
            Programs.delete(folder);
        }
    }
}
