/** Starts a service's log, publisher and inbox. */
@NullMarked
package org.gongxue.kit.boot;

import org.jspecify.annotations.NullMarked;
