package org.gongxue.eventlog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A wire to a server that may be plugged in late, and that may swallow everything without a word. */
final class Wire implements AutoCloseable {
    private final InetSocketAddress target;
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ServerSocket server = new ServerSocket();
    private volatile boolean swallowing;

    /** A wire that leads nowhere yet. */
    Wire(String host, int targetPort) throws IOException {
        this.target = new InetSocketAddress(host, targetPort);
        try (var free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Leads to the server from now on. */
    Wire plugIn() throws IOException {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::accept);
        return this;
    }

    /** From now on nothing arrives, and nobody is told. */
    void swallow() {
        swallowing = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = keep(server.accept());
                if (!swallowing) {
                    Socket far = keep(new Socket(target.getHostString(), target.getPort()));
                    Thread.ofVirtual().start(() -> carry(near, far));
                    Thread.ofVirtual().start(() -> carry(far, near));
                }
            }
        } catch (IOException unplugged) {
            // The test is over.
        }
    }

    private Socket keep(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void carry(Socket from, Socket to) {
        var bytes = new byte[65_536];
        try (from;
                to) {
            int count = from.getInputStream().read(bytes);
            while (count > 0) {
                if (!swallowing) {
                    to.getOutputStream().write(bytes, 0, count);
                }
                count = from.getInputStream().read(bytes);
            }
        } catch (IOException broken) {
            // Closing both ends tells both sides.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
