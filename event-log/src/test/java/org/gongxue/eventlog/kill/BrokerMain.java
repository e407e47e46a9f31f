package org.gongxue.eventlog.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Kafka in a process of its own, to be killed. It ends when whoever started it does. */
public final class BrokerMain {
    private BrokerMain() {}

    /** The one argument is the properties file; the data folder is formatted if it is not there. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        if (!Files.exists(Path.of(settings.getProperty("log.dirs")).resolve("meta.properties"))) {
            String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
            StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream()));
        }
        new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM).startup();
        var _ = System.in.read();
        Runtime.getRuntime().halt(0);
    }
}
