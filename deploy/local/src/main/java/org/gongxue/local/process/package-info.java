/** Child processes: starting, recognizing them again, stopping, measuring and reporting on them. */
@NullMarked
package org.gongxue.local.process;

import org.jspecify.annotations.NullMarked;
