/** The published language: how event records are named and written on the wire. */
@NullMarked
package org.gongxue.events;

import org.jspecify.annotations.NullMarked;
