package org.gongxue.eventlog.kill;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A wire to PostgreSQL that loses replies to COMMIT. It reads the server's messages (a type, a length, a body) and knows
 * the reply by its tag, so that the commit did take place, whatever way it was asked for.
 */
final class CutWire implements AutoCloseable {
    private static final byte COMMAND_COMPLETE = 'C';
    private static final byte[] COMMITTED = {'C', 'O', 'M', 'M', 'I', 'T', 0};

    /** What becomes of the reply to a COMMIT. */
    enum Fate {
        ARRIVES,
        /** The connection breaks, and both sides know. */
        CUT,
        /** Nothing comes any more, and nobody knows. */
        SWALLOWED
    }

    private final int target;
    private volatile IntFunction<Fate> fates = commit -> Fate.ARRIVES;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ServerSocket server;

    /** A wire that is whole as yet. */
    CutWire(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What becomes of the replies from now on, counted from 1. */
    void lose(IntFunction<Fate> replies) {
        commits.set(0);
        fates = replies;
    }

    /** How many replies were lost. */
    int lost() {
        return lost.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = keep(server.accept());
                Socket far = keep(new Socket(InetAddress.getLoopbackAddress(), target));
                Thread.ofVirtual().start(() -> carryRequests(near, far));
                Thread.ofVirtual().start(() -> carryReplies(far, near));
            }
        } catch (IOException unplugged) {
            // The test is over.
        }
    }

    private Socket keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private static void carryRequests(Socket near, Socket far) {
        try (near;
                far) {
            near.getInputStream().transferTo(far.getOutputStream());
        } catch (IOException broken) {
            // Closing both ends tells both sides.
        }
    }

    private void carryReplies(Socket far, Socket near) {
        try (near;
                far;
                var in = new DataInputStream(far.getInputStream())) {
            OutputStream out = near.getOutputStream();
            boolean silent = false;
            while (true) {
                byte type = in.readByte();
                int length = in.readInt();
                byte[] body = in.readNBytes(length - Integer.BYTES);
                if (type == COMMAND_COMPLETE && Arrays.equals(body, COMMITTED)) {
                    Fate fate = fates.apply(commits.incrementAndGet());
                    if (fate != Fate.ARRIVES) {
                        lost.incrementAndGet();
                    }
                    if (fate == Fate.CUT) {
                        return;
                    }
                    silent |= fate == Fate.SWALLOWED;
                }
                if (!silent) {
                    write(out, type, length, body);
                }
            }
        } catch (IOException broken) {
            // Closing both ends tells both sides.
        }
    }

    private static void write(OutputStream out, byte type, int length, byte[] body) throws IOException {
        var message = new ByteArrayOutputStream(1 + length);
        var data = new DataOutputStream(message);
        data.writeByte(type);
        data.writeInt(length);
        data.write(body);
        message.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
