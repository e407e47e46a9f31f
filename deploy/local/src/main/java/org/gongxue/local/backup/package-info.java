/** Keeps what a campus holds, and brings it back. */
@NullMarked
package org.gongxue.local.backup;

import org.jspecify.annotations.NullMarked;
