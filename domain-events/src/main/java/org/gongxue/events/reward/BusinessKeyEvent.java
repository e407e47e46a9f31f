package org.gongxue.events.reward;

/** Events on the stream of one business key. */
public sealed interface BusinessKeyEvent extends RewardEvent permits BusinessKeyClaimed, BusinessKeyReleased {}
