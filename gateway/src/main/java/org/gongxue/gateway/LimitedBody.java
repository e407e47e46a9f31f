package org.gongxue.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request body of unannounced length that fails once more than the limit has passed. */
final class LimitedBody implements ReadStream<Buffer> {

    /** More bytes came than are passed on. */
    static final class TooLargeException extends RuntimeException {
        TooLargeException(long limitBytes) {
            super("more than " + limitBytes + " bytes");
        }
    }

    private final ReadStream<Buffer> source;
    private final long limitBytes;
    private long passedBytes;
    private boolean exceeded;
    private @Nullable Handler<Throwable> onFailure;

    LimitedBody(ReadStream<Buffer> source, long limitBytes) {
        this.source = source;
        this.limitBytes = limitBytes;
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (exceeded) {
            return;
        }
        passedBytes += chunk.length();
        if (passedBytes <= limitBytes) {
            handler.handle(chunk);
            return;
        }
        exceeded = true;
        if (onFailure != null) {
            onFailure.handle(new TooLargeException(limitBytes));
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
