/** A service as short as can be, for comparison. */
@NullMarked
package org.gongxue.bench.plain;

import org.jspecify.annotations.NullMarked;
