/** The vault: who people are, encrypted and outside the log. */
@NullMarked
package org.gongxue.enrollment.vault.edge;

import org.jspecify.annotations.NullMarked;
