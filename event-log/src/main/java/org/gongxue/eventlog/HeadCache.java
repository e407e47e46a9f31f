package org.gongxue.eventlog;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Heads remembered between commits, the least recently used forgotten first. Used by one thread. */
final class HeadCache {
    private final int countMax;
    private final LinkedHashMap<StreamId, Head> heads = new LinkedHashMap<>(16, 0.75f, true);

    HeadCache(int countMax) {
        this.countMax = countMax;
    }

    @Nullable
    Head get(StreamId stream) {
        return heads.get(stream);
    }

    void put(StreamId stream, Head head) {
        heads.put(stream, head);
        if (heads.size() > countMax) {
            Iterator<Map.Entry<StreamId, Head>> oldest = heads.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    void forget(StreamId stream) {
        heads.remove(stream);
    }

    void clear() {
        heads.clear();
    }
}
