package org.gongxue.story;

/** What may happen between the steps of the story; a system test looks, or breaks something, at these moments. */
public interface StoryListener {

    /** Hears of nothing. */
    StoryListener NONE = new StoryListener() {};

    /** Called before an act begins. */
    default void beforeAct(String name) {}

    /** Called when an act has been played and its checks were made. */
    default void afterAct(Act act) {}

    /** Called on a thread of its own when the second registrar is about to release the graduation file. */
    default void duringRelease() {}
}
