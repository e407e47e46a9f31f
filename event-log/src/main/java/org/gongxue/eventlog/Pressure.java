package org.gongxue.eventlog;

/**
 * How hard this instance is pressed.
 *
 * @param commands commands that wait in line
 * @param inputs inputs that wait in line
 * @param refused how many requests were told to come again since the start, because a line was full or nothing was taken
 */
public record Pressure(int commands, int inputs, long refused) {}
