/** Where certificate numbers are kept: outside the log, encrypted. */
@NullMarked
package org.gongxue.creditbank.certificate.edge;

import org.jspecify.annotations.NullMarked;
