/** What any log must pass: one suite of sentences over a small face, and the logs that we run it against. */
@NullMarked
package org.gongxue.eventlog.kit;

import org.jspecify.annotations.NullMarked;
