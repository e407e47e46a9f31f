/** The parts of a campus: how each is prepared, started and known to be ready. */
@NullMarked
package org.gongxue.local.part;

import org.jspecify.annotations.NullMarked;
