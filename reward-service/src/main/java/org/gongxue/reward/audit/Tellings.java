package org.gongxue.reward.audit;

import java.util.Map;
import java.util.function.BiConsumer;
import org.gongxue.eventlog.Retelling;
import org.gongxue.eventlog.Retelling.Told;
import org.gongxue.eventlog.StreamType;
import org.jspecify.annotations.Nullable;

/** What a replay knows of every stream of one type, by id. */
interface Tellings<S> {

    /** What it knows of one; null if nothing stands on it. */
    @Nullable
    Told<S> get(String id);

    /** All of them, in no order. {@code each} asks for no other. */
    void forEach(BiConsumer<String, Told<S>> each);

    /** Those that were folded into memory. */
    static <S> Tellings<S> of(Map<String, Told<S>> folded) {
        return new Tellings<>() {
            @Override
            public @Nullable Told<S> get(String id) {
                return folded.get(id);
            }

            @Override
            public void forEach(BiConsumer<String, Told<S>> each) {
                folded.forEach(each);
            }
        };
    }

    /** Those of a retelling, which may lie in a file. */
    static <S> Tellings<S> of(Retelling told, StreamType<S> type) {
        return new Tellings<>() {
            @Override
            public @Nullable Told<S> get(String id) {
                return told.told(type, id);
            }

            @Override
            public void forEach(BiConsumer<String, Told<S>> each) {
                told.forEach(type, each);
            }
        };
    }
}
