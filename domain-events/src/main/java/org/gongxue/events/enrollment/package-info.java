/** What the enrollment service says happened. */
@NullMarked
package org.gongxue.events.enrollment;

import org.jspecify.annotations.NullMarked;
