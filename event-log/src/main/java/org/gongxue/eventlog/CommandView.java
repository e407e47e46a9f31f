package org.gongxue.eventlog;

import java.util.HashSet;
import java.util.Set;

/** What one command looks at, and which streams it thereby may write. */
final class CommandView implements View {
    private final StreamTypes types;
    private final Heads heads;
    private final Set<StreamId> declared;
    private final Set<StreamId> read;
    private final Context context;

    CommandView(StreamTypes types, Heads heads, Set<StreamId> declared, Context context) {
        this.types = types;
        this.heads = heads;
        this.declared = declared;
        this.read = new HashSet<>(declared);
        this.context = context;
    }

    @Override
    public <S> S state(StreamType<S> type, String id) {
        return type.stateType().cast(look(types.stream(type, id)).state());
    }

    @Override
    public int version(StreamId stream) {
        return look(stream).version();
    }

    @Override
    public Context context() {
        return context;
    }

    private Head look(StreamId stream) {
        read.add(stream);
        return heads.head(stream);
    }

    Head head(StreamId stream) {
        if (!read.contains(stream)) {
            throw new IllegalStateException("writes to " + stream + ", which it did not read");
        }
        return heads.head(stream);
    }

    Set<StreamId> declared() {
        return declared;
    }
}
