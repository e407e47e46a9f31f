/** The campus on one machine: starts PostgreSQL, Kafka, Keycloak, the services and the gateway as child processes. */
@NullMarked
package org.gongxue.local;

import org.jspecify.annotations.NullMarked;
