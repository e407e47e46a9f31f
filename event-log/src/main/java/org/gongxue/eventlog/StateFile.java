package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * States of streams in a temporary file that goes with the process. What is written again goes to the end; where the newest
 * of each stream lies is kept in memory, 16 bytes a place in a table that is at most half full. For one thread.
 */
final class StateFile implements AutoCloseable {

    /** A state as it lies in the file. */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    record Entry(StreamId stream, int version, long lastIndex, boolean broken, byte[] state) {}

    private static final int PLACES = 1 << 12;
    private static final int UNWRITTEN_BYTES = 1 << 20;
    private static final int HEADER_BYTES = 3 * Integer.BYTES + Long.BYTES + 1;
    private static final int READ_BYTES = 2048;
    private static final long HASH_FACTOR = 0x9e37_79b9_7f4a_7c15L;

    private @Nullable FileChannel channel;
    private ByteBuffer unwritten = ByteBuffer.allocate(UNWRITTEN_BYTES);
    private long writtenBytes;
    private long[] hashes = new long[PLACES];
    /** One more than where the entry begins; 0 is a free place. */
    private long[] offsets = new long[PLACES];

    private int streams;

    @Nullable
    Entry find(StreamId stream) {
        int place = place(hashes, offsets, stream);
        return offsets[place] == 0 ? null : read(offsets[place] - 1);
    }

    void write(StreamId stream, Entry entry) {
        int place = place(hashes, offsets, stream);
        if (offsets[place] == 0) {
            streams++;
        }
        hashes[place] = hash(stream);
        offsets[place] = append(entry) + 1;
        if (streams * 2 > offsets.length) {
            grow();
        }
    }

    /** The newest of every stream. */
    void forEach(Consumer<Entry> each) {
        for (long offset : offsets.clone()) {
            if (offset != 0) {
                each.accept(read(offset - 1));
            }
        }
    }

    /** Where a stream stands in the table, or would. Two streams of one hash are told apart by their names in the file. */
    private int place(long[] keys, long[] places, StreamId stream) {
        long hash = hash(stream);
        int place = (int) (hash >>> 1) & (places.length - 1);
        while (places[place] != 0
                && (keys[place] != hash || !read(places[place] - 1).stream().equals(stream))) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void grow() {
        var newHashes = new long[hashes.length * 2];
        var newOffsets = new long[newHashes.length];
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] != 0) {
                int place = (int) (hashes[i] >>> 1) & (newOffsets.length - 1);
                while (newOffsets[place] != 0) {
                    place = (place + 1) & (newOffsets.length - 1);
                }
                newHashes[place] = hashes[i];
                newOffsets[place] = offsets[i];
            }
        }
        hashes = newHashes;
        offsets = newOffsets;
    }

    private static long hash(StreamId stream) {
        long hash = stream.kind().hashCode();
        for (int i = 0; i < stream.id().length(); i++) {
            hash = (hash ^ stream.id().charAt(i)) * HASH_FACTOR;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private long append(Entry entry) {
        byte[] name = entry.stream().toString().getBytes(US_ASCII);
        int bytes = HEADER_BYTES + name.length + entry.state().length;
        if (unwritten.remaining() < bytes) {
            flush(bytes);
        }
        long offset = writtenBytes + unwritten.position();
        unwritten
                .putInt(name.length)
                .putInt(entry.state().length)
                .putInt(entry.version())
                .putLong(entry.lastIndex())
                .put((byte) (entry.broken() ? 1 : 0))
                .put(name)
                .put(entry.state());
        return offset;
    }

    private void flush(int bytesNeeded) {
        unwritten.flip();
        try {
            while (unwritten.hasRemaining()) {
                writtenBytes += channel().write(unwritten, writtenBytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("states cannot be put aside", e);
        }
        unwritten = bytesNeeded > unwritten.capacity() ? ByteBuffer.allocate(bytesNeeded) : unwritten.clear();
    }

    private Entry read(long offset) {
        ByteBuffer bytes;
        if (offset >= writtenBytes) {
            bytes = unwritten.duplicate().position((int) (offset - writtenBytes));
        } else {
            bytes = written(offset, READ_BYTES);
            int needed = HEADER_BYTES + bytes.getInt(0) + bytes.getInt(Integer.BYTES);
            if (needed > bytes.limit()) {
                bytes = written(offset, needed);
            }
        }
        var name = new byte[bytes.getInt()];
        var state = new byte[bytes.getInt()];
        int version = bytes.getInt();
        long lastIndex = bytes.getLong();
        boolean broken = bytes.get() == 1;
        bytes.get(name).get(state);
        return new Entry(StreamId.parse(new String(name, US_ASCII)), version, lastIndex, broken, state);
    }

    private ByteBuffer written(long offset, int bytes) {
        var buffer = ByteBuffer.allocate((int) Math.min(bytes, writtenBytes - offset));
        try {
            while (buffer.hasRemaining()) {
                if (channel().read(buffer, offset + buffer.position()) < 0) {
                    throw new IOException("the file of states ends before " + offset);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("states that were put aside cannot be read", e);
        }
        return buffer.flip();
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            Path file = Files.createTempFile("told", ".states");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return channel;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of states cannot be given back", e);
        }
    }
}
