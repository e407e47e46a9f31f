package org.gongxue.eventlog;

/** What a log decides by. */
record Rules<C>(Domain<C> domain, LogConfig limits, StreamTypes types, LogCodec codec) {

    static <C> Rules<C> of(Domain<C> domain, LogConfig limits) {
        return new Rules<>(domain, limits, new StreamTypes(domain.streams()), new LogCodec(domain.codec()));
    }

    Recorded recorded(Envelope envelope) {
        return new Recorded(envelope, codec.decode(envelope.type(), envelope.revision(), envelope.data()));
    }
}
