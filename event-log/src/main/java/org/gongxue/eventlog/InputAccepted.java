package org.gongxue.eventlog;

import java.util.UUID;

/**
 * Another service's event has become a fact of this log; from here on this service decides from its own log alone.
 *
 * @param source the service it comes from
 * @param index its index there
 * @param id its id there
 * @param leaf its leaf hash there, 32 bytes
 * @param type its wire name
 * @param revision its revision
 * @param facts its exact JSON bytes
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record InputAccepted(String source, long index, UUID id, byte[] leaf, String type, int revision, byte[] facts)
        implements EngineEvent {

    /** The wire name. */
    public static final String TYPE = "org.gongxue.log.input-accepted";
}
