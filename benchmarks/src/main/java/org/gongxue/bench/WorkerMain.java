package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The program of a contender's own JVM: reads orders from standard input, one JSON a line, and writes what came of each.
 * An order for another database than the last closes the contender and opens it there. Ends with its input.
 */
final class WorkerMain {
    /** Marks the lines that are meant for whoever gave the orders. */
    static final String RESULT = "result ";

    private WorkerMain() {}

    /** Arguments: the peer, the server's port and process id, and {@code prepare} if every learner shall earn once. */
    public static void main(String[] args) {
        int code = 0;
        try {
            obey(args);
        } catch (Exception | Error e) {
            e.printStackTrace();
            code = 1;
        }
        System.exit(code); // whatever threads a contender leaves behind
    }

    private static void obey(String[] args) throws Exception {
        Peer peer = Peer.valueOf(args[0]);
        int port = Integer.parseInt(args[1]);
        long serverPid = Long.parseLong(args[2]);
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        Contender open = null;
        String at = "";
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            Load.Order order = Work.read(line.getBytes(UTF_8), Load.Order.class);
            if (open == null || !at.equals(order.database())) {
                close(open);
                at = order.database();
                open = peer.open(new Database(port, at));
            }
            var load = new Load(open, serverPid);
            Object result = order.millis() == 0 ? load.prepare(order.callers()) : load.run(order);
            System.out.println(RESULT + new String(Work.json(result), UTF_8));
        }
        close(open);
    }

    private static void close(@Nullable Contender contender) {
        if (contender != null) {
            contender.close();
        }
    }
}
