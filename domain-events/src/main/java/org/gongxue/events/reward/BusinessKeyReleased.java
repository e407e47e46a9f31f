package org.gongxue.events.reward;

/** 查重: the holder was refused or cancelled; the business fact may be claimed again. */
public record BusinessKeyReleased(String key, String holder) implements BusinessKeyEvent {}
