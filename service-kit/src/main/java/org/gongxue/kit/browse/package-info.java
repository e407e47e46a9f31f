/** The service's own log, event by event, for those who administer or audit it. */
@NullMarked
package org.gongxue.kit.browse;

import org.jspecify.annotations.NullMarked;
