/** Workers at the door: registration, bank cards, lookups, payees. */
@NullMarked
package org.gongxue.enrollment.learner.edge;

import org.jspecify.annotations.NullMarked;
