package org.gongxue.enrollment.vault.edge;

/**
 * Why somebody looks into the vault; kept with every look.
 *
 * @param actor who looks
 * @param purpose what for
 * @param context what it belongs to, such as a batch or a file; empty if nothing
 */
public record Access(String actor, String purpose, String context) {}
