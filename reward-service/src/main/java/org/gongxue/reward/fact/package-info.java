/** What this service has heard about enrollments, in the words that policies use. */
@NullMarked
package org.gongxue.reward.fact;

import org.jspecify.annotations.NullMarked;
