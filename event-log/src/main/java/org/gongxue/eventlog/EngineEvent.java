package org.gongxue.eventlog;

/** What a log records of its own accord, whatever its domain. It concerns no other service: inboxes pass over it. */
public sealed interface EngineEvent permits InputAccepted, CommandRefused, ParkingEvent, CheckpointKeyInstalled {

    /** Whether a wire name is that of such an event, of this release or of another. */
    static boolean isType(String wireName) {
        return wireName.startsWith("org.gongxue.log.");
    }
}
