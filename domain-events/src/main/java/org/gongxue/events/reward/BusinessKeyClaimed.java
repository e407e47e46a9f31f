package org.gongxue.events.reward;

/** 查重: a business fact, such as one diploma under one policy, is taken by the holder (invariant 4). */
public record BusinessKeyClaimed(String key, String holder) implements BusinessKeyEvent {}
