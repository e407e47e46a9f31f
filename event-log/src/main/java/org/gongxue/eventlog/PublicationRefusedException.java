package org.gongxue.eventlog;

/** The topic and the log do not belong together; publishing would make it worse. The message says what to do. */
public final class PublicationRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private PublicationRefusedException(String message) {
        super(message);
    }

    /** A restored backup: the topic has what the log has lost. */
    static PublicationRefusedException ahead(String service, long topicIndex, long logIndex) {
        return new PublicationRefusedException(KafkaConfig.topic(service) + " is ahead of the log: it holds index "
                + topicIndex + ", the log ends at " + logIndex + ". This database was restored from a backup; run"
                + " `campus recover " + service + "` to bring it up to its topic");
    }

    /** The two come from different lives. */
    static PublicationRefusedException otherHistory(String service, long index) {
        return new PublicationRefusedException(
                KafkaConfig.topic(service) + " tells another history than the log: index " + index
                        + " differs. No recovery can join them: bring the database and the topic that belong together");
    }

    /** A restored backup, and a topic of events that was lost as well. */
    static PublicationRefusedException behindCheckpoint(String service, long size, long logIndex) {
        return new PublicationRefusedException("a checkpoint of " + size + " events of " + service
                + " was signed and published, and the log ends at " + logIndex + ". This database was restored from a"
                + " backup; run `campus recover " + service + "` to bring it up to its topic");
    }

    /** Somebody holds a checkpoint that the log cannot answer for. */
    static PublicationRefusedException otherTree(String service, long size) {
        return new PublicationRefusedException(
                "the log of " + service + " is not the one of which a checkpoint of " + size
                        + " events was signed and published: an event before that was changed. Bring the database that was signed");
    }

    /** Readers would meet a gap. */
    static PublicationRefusedException holed(String service, String holes) {
        return new PublicationRefusedException(KafkaConfig.topic(service) + " lost events from its middle: " + holes
                + ". Nothing is lost while the log is whole: remove the topic, and it is published again");
    }
}
