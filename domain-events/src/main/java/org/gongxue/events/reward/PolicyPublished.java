package org.gongxue.events.reward;

/** 政策 published: the checker's part, another person than the maker, about exactly the bytes with this digest. */
public record PolicyPublished(String policyId, int policyVersion, String digest, String publishedBy)
        implements PolicyEvent {}
