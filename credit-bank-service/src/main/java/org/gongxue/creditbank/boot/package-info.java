/** Puts the credit bank's domain on the service kit. */
@NullMarked
package org.gongxue.creditbank.boot;

import org.jspecify.annotations.NullMarked;
