/** Who may act for which organization: appointments and dismissals as facts (invariant 10). */
@NullMarked
package org.gongxue.enrollment.officer;

import org.jspecify.annotations.NullMarked;
