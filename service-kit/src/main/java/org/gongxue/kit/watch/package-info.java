/** What operators see of a service's log: metrics and traces. */
@NullMarked
package org.gongxue.kit.watch;

import org.jspecify.annotations.NullMarked;
