/** The replay's own process, and the doors by which an auditor starts, watches and stops it. */
@NullMarked
package org.gongxue.reward.audit.edge;

import org.jspecify.annotations.NullMarked;
