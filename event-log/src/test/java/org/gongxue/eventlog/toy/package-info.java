/** A toy domain for the log's own tests: accounts that hold coins, and transfers between them. */
@NullMarked
package org.gongxue.eventlog.toy;

import org.jspecify.annotations.NullMarked;
