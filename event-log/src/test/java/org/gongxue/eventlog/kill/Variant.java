package org.gongxue.eventlog.kill;

/** The services as they are, and as they must not be: each of the others breaks one promise, and must be caught. */
enum Variant {
    SOUND,

    /** Answers as soon as a command is handed in. */
    ANSWERS_BEFORE_IT_COMMITS,

    /** Answers when the database has committed, but does not wait until the commit is on the disk. */
    COMMITS_WITHOUT_THE_DISK,

    /** Publishes from a watermark of its own, neither in transactions nor asking the topic how far it goes. */
    PUBLISHES_FROM_ITS_WATERMARK
}
