/** What a service could not take in from others, and what two persons decide about it. */
@NullMarked
package org.gongxue.kit.parked;

import org.jspecify.annotations.NullMarked;
