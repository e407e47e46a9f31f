/** What the tests of a service need of the log: a domain in memory, a real PostgreSQL, a real Kafka. */
@NullMarked
package org.gongxue.eventlog.testing;

import org.jspecify.annotations.NullMarked;
