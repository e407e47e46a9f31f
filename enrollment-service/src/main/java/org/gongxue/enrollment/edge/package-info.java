/** What the capabilities' edges share: the log's domain, batches, pages, and the chores that events call for. */
@NullMarked
package org.gongxue.enrollment.edge;

import org.jspecify.annotations.NullMarked;
