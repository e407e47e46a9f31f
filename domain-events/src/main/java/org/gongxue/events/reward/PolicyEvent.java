package org.gongxue.events.reward;

/** Events on the stream of one policy version. */
public sealed interface PolicyEvent extends RewardEvent permits PolicyProposed, PolicyPublished {}
