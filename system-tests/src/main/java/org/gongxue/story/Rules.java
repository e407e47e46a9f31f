package org.gongxue.story;

/**
 * What the first act sets, and the later ones name.
 *
 * @param intakeId the intake of 2015
 * @param fundId the tuition fund of 2017
 */
record Rules(String intakeId, String fundId) {}
