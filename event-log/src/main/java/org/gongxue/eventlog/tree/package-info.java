/**
 * The Merkle tree over a log's leaves (RFC 6962), its proofs, and checkpoints as signed notes (C2SP). Knows neither database
 * nor Kafka: {@code docs/log-format.md} has all of it to the byte.
 */
@NullMarked
package org.gongxue.eventlog.tree;

import org.jspecify.annotations.NullMarked;
