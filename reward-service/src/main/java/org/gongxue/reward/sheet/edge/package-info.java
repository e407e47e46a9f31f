/** Spreadsheets that people hand in: read as rows of text, whatever program wrote them. */
@NullMarked
package org.gongxue.reward.sheet.edge;

import org.jspecify.annotations.NullMarked;
