package org.gongxue.reward.audit;

/**
 * The log's tree as a verification worked it out from the topic.
 *
 * @param size how many events
 * @param root over their leaves, Base64
 */
public record TreeHead(long size, String root) {}
