/** Measures the log beside its peers and beside the physical limit: {@code ./campus bench log}. */
@NullMarked
package org.gongxue.bench;

import org.jspecify.annotations.NullMarked;
