package org.gongxue.events.reward;

/**
 * The facts of {@code basis}, a stream such as {@code outcome/O-1}, would open entitlements, but their learner has not been
 * heard of yet: the services' logs arrive each in its own order. They are opened when the learner is.
 */
public record LearnerAwaited(String learnerId, String basis) implements RewardEvent {}
