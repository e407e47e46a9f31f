package org.gongxue.kit.boot;

import org.gongxue.eventlog.EventCodec;
import org.gongxue.events.EventCatalog;

/** The event catalog as the log's codec. */
public final class CatalogCodec implements EventCodec {

    private final EventCatalog catalog = EventCatalog.whole();

    @Override
    public Encoded encode(Object event) {
        var entry = catalog.entry(event.getClass());
        return new Encoded(entry.wireName(), entry.revision(), catalog.encode(event));
    }

    @Override
    public Object decode(String type, int revision, byte[] data) {
        return catalog.decode(type, revision, data);
    }
}
