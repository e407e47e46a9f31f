/**
 * The append-only log: one appender at a time, one dense index, and everything a service knows is a fold of it.
 *
 * <p>This package knows no domain, no web framework and no object mapper of rows: plain Java on PostgreSQL and Kafka.
 */
@NullMarked
package org.gongxue.eventlog;

import org.jspecify.annotations.NullMarked;
