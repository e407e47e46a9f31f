/** Graduations at the door: spreadsheets of registrars, messages of universities' systems, receipts for both. */
@NullMarked
package org.gongxue.enrollment.graduation.edge;

import org.jspecify.annotations.NullMarked;
