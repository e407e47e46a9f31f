/** Intakes and applications at the door, and the policies that follow from their events. */
@NullMarked
package org.gongxue.enrollment.admission.edge;

import org.jspecify.annotations.NullMarked;
